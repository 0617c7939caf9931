import dev.perflint.cli.CommandLineReport
import dev.perflint.maven.it.Built

def folder = basedir.toPath()
def built = new Built(folder)
def found = 'repository-call-in-loop reactor/web/src/main/java/com/acme/web/OrderPage.java:24'

// A loop in one module, a query in another.
assert built.findings('target/perflint/perflint.sarif') == [found]
assert built.findings('target/aggregate/perflint.sarif') == [found]
assert built.linesWith('perflint: 1 finding (1 P2) in 1 of 3 files').size() == 3
assert !built.linesWith('perflint: 1 finding at or above P2 (1 P2), none allowed').empty

// By itself neither module shows it.
assert built.findings('web/target/perflint/perflint.sarif').empty
assert built.findings('store/target/perflint/perflint.sarif').empty

// What is no module of the build does not count.
assert CommandLineReport.of('compact', folder).contains('elsewhere')
for (format in ['sarif', 'json']) {
  assert built.text('target/perflint/perflint.' + format) ==
      CommandLineReport.of(format, folder, 'pom.xml', 'store', 'web')
}

// The draft shows the loop and says that it was found in the whole build.
def draft = built.text('perflint-issues/repository-call-in-loop-order-page.md')
assert draft.contains('[PERF] Repository called once for each element of a loop in OrderPage')
assert draft.contains('web/src/main/java/com/acme/web/OrderPage.java')
assert built.text('perflint-issues/index.md').contains('1 drafted')

// Nothing was compiled or fetched, and the parent has no sources of its own.
assert !built.has('web/target/classes') && !built.log().contains('Download')
assert built.linesWith('perflint: no Java sources, nothing to scan').size() == 1
assert built.validationIssues().empty
