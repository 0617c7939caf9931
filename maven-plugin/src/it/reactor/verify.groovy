import dev.perflint.cli.CommandLineReport
import dev.perflint.maven.it.Built

def folder = basedir.toPath()
def built = new Built(folder)
def found = 'repository-call-in-loop reactor/web/src/main/java/com/acme/web/OrderPage.java:24'
def all = 'target/perflint/perflint.sarif'

// A loop in one module, a query in another; what is no module of the build does not count.
assert built.findings(all) == [found]
for (format in ['sarif', 'json']) {
  assert built.text('target/perflint/perflint.' + format) ==
      CommandLineReport.of(format, folder, 'pom.xml', 'store', 'web')
}
assert CommandLineReport.of('compact', folder).contains('elsewhere')

switch (built.linesWith('Total time').size()) {
  case 1:
    assert !built.has('web/target') && !built.has('store/target')
    assert built.linesWith('BUILD SUCCESS').size() == 1
    break
  case 2:
    // By itself neither module shows it.
    assert built.findings('web/' + all).empty && built.findings('store/' + all).empty
    assert built.linesWith('perflint: no Java sources, nothing to scan').size() == 1
    assert built.linesWith('BUILD SUCCESS').size() == 2
    break
  case 3:
    assert built.linesWith('perflint: 1 finding at or above p2 (1 P2), allowed are 0.').size() >= 1
    break
}
