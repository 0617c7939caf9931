import dev.perflint.cli.CommandLineReport
import dev.perflint.maven.it.Built

def folder = basedir.toPath()
def built = new Built(folder)
assert built.findings('target/without/perflint.sarif').empty
assert built.linesWith('perflint: no findings in 2 files').size() == 2

def generated = 'target/generated-sources/client'
def sarif = 'target/perflint/perflint.sarif'
assert built.findings(sarif) ==
    ['http-client-per-call generated-sources/' + generated + '/com/acme/StockHandler.java:18']
assert built.text(sarif) ==
    CommandLineReport.of('sarif', folder, '--include-generated', 'src', 'pom.xml', generated)

def excluded = 'target/excluded/perflint.sarif'
assert built.findings(excluded).empty
assert built.text(excluded) == CommandLineReport.of('sarif', folder, '--include-generated',
    '--exclude', '**/StockHandler.java', '--sarif-category', 'generated', 'src', 'pom.xml', generated)
assert built.text(excluded).contains('"generated/"')
