import dev.perflint.cli.CommandLineReport
import dev.perflint.maven.it.Built

def folder = basedir.toPath()
def built = new Built(folder)
def sarif = 'target/perflint/perflint.sarif'
if (built.linesWith('Total time').size() == 1) {
  assert built.findings(sarif).empty
  assert built.linesWith('perflint: no findings in 1 file').size() == 1
} else {
  def generated = 'target/generated-sources/annotations'
  assert built.findings(sarif) ==
      ['http-client-per-call generated-sources/' + generated + '/com/acme/StockHandler.java:18']
  assert built.text(sarif) ==
      CommandLineReport.of('sarif', folder, '--include-generated', 'src', 'pom.xml', generated)
}
