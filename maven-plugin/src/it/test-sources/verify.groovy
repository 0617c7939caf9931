import dev.perflint.maven.it.Built

def built = new Built(basedir.toPath())
assert built.findings('target/without/perflint.sarif').empty
assert built.linesWith('perflint: no findings in 1 file').size() == 1
assert built.findings('target/perflint/perflint.sarif') ==
    ['http-client-per-call test-sources/checks/com/acme/StockHandler.java:18']
assert built.linesWith('perflint: 1 finding (1 P1) in 1 of 2 files').size() == 1
