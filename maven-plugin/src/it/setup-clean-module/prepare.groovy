// To Maven and to perflint the folder around all of these projects is where a repository begins.
new File(basedir.parentFile, '.git').mkdirs()
new File(basedir.parentFile, '.mvn').mkdirs()
return true
