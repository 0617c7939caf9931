import dev.perflint.cli.CommandLineReport
import dev.perflint.maven.it.Built

def built = new Built(basedir.toPath())
assert built.findings('target/perflint/perflint.sarif').empty
assert built.text('target/perflint/perflint.json') == CommandLineReport.of('json', basedir.toPath())
assert built.linesWith('perflint: no findings in 1 file').size() == 1
assert built.linesWith('[WARNING] setup-clean-module').empty
assert built.validationIssues().empty
