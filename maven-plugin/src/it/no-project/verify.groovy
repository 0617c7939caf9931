import dev.perflint.cli.CommandLineReport
import dev.perflint.maven.it.Built

def built = new Built(basedir.toPath())
def sarif = 'target/perflint/perflint.sarif'
assert built.findings(sarif) == ['http-client-per-call no-project/lib/StockHandler.java:18']
assert built.text(sarif) == CommandLineReport.of('sarif', basedir.toPath())
for (goal in ['aggregate', 'check', 'help', 'report', 'scan']) {
  assert built.linesWith('perflint:' + goal).size() >= 1
}
assert built.validationIssues().empty
