import dev.perflint.cli.CommandLineReport
import dev.perflint.maven.it.Built

def folder = basedir.toPath()
def built = new Built(folder)
def found = 'repository-call-in-loop libraries/src/main/java/com/acme/OrderPage.java:15'

// Only the library says that it is a repository.
assert built.findings('target/perflint/perflint.sarif') == [found]
assert built.findings('target/checked/perflint.sarif') == [found]
def jar = localRepositoryPath.toPath().resolve('com/acme/base/1/base-1.jar')
for (format in ['sarif', 'json']) {
  assert built.text('target/perflint/perflint.' + format) ==
      CommandLineReport.of(format, folder, '--classpath', jar.toString(), '.')
}
assert !CommandLineReport.of('compact', folder, '.').contains('repository-call-in-loop')

// What is missing is told once for each goal, and what only tests need is not looked for.
def missing = built.linesWith('not in the local repository')
assert missing.size() == 2
assert missing.every { it.contains('1 of the libraries is') && it.contains('com.acme:nowhere:jar:1') }
assert !built.log().contains('Download') && built.linesWith('The POM for').empty
assert built.validationIssues().empty
