import dev.perflint.maven.it.Built

def built = new Built(basedir.toPath())
def sarif = 'target/perflint/perflint.sarif'
assert built.linesWith('perflint: no findings in 1 file').size() == 1
assert built.findings(sarif) == (built.linesWith('Total time').size() == 1
    ? []
    : ['http-client-per-call test-sources/checks/com/acme/StockHandler.java:18'])
