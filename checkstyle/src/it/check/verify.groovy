// One file has the loop, the other makes it a query: Checkstyle's plugin fails the build for what both show.
def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('You have 1 Checkstyle violation')
def told = log.readLines().findAll { it.contains('Page.java:[') }
assert told.size() == 1

// As the documentation shows it; consoles without UTF-8 write other signs for arrows and dashes.
def plain = { it.replaceAll('[^ -~\\n]+', '?') }
def page = new File(basedir, '../../../../docs/checkstyle.md').getText('UTF-8')
assert plain(page).contains('\n' + plain(told[0]) + '\n')

def result = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/checkstyle-result.xml'))
def errors = result.file.error
assert errors.size() == 1
assert errors[0].@source.text().endsWith('perflint.repository-call-in-loop')
assert errors[0].parent().@name.text().endsWith('Page.java')
assert errors[0].@line.text() == '20'
return true
