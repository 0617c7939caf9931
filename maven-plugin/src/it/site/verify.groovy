import dev.perflint.maven.it.Built

def built = new Built(basedir.toPath())
// What breaks a long path is no part of it.
def page = built.text('target/site/perflint.html').replaceAll('<wbr ?/?>', '')
assert page.contains('<code>newBuilder</code>') && !page.contains('`')
assert page.contains('2 findings in 2 of 2 files')
assert page.contains('site/src/main/java/com/acme/StockHandler.java:18')
assert page.contains('docs/rules/http-client-per-call.md')
assert page.indexOf('StockHandler.java') < page.indexOf('Stock.java')
assert built.text('target/site/project-reports.html').contains('perflint.html')
assert built.validationIssues().empty
