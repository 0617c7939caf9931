// One file has the loop, the other makes it a query: Checkstyle's plugin fails the build for what both show.
def log = new File(basedir, 'build.log').text
assert log.contains('Page.java:[19,20]')
assert log.contains('[repository-call-in-loop] P1 `findById` of Store runs a query for each element')
assert log.contains('You have 1 Checkstyle violation')

def result = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/checkstyle-result.xml'))
def errors = result.file.error
assert errors.size() == 1
assert errors[0].@source.text().endsWith('perflint.repository-call-in-loop')
assert errors[0].parent().@name.text().endsWith('Page.java')
assert errors[0].@line.text() == '19'
