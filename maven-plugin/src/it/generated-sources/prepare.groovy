import java.nio.file.Files

// As a code generator would have left it.
def folder = basedir.toPath()
def output = folder.resolve('target/generated-sources/client/com/acme')
Files.createDirectories(output)
Files.copy(folder.resolve('written/StockHandler.java'), output.resolve('StockHandler.java'))
return true
