import java.nio.file.Files

// As an annotation processor would have left it.
def folder = basedir.toPath()
def output = folder.resolve('target/generated-sources/annotations/com/acme')
Files.createDirectories(output)
Files.copy(folder.resolve('written/StockHandler.java'), output.resolve('StockHandler.java'))
