import dev.perflint.maven.it.Built

def built = new Built(basedir.toPath())
def handler = 'check/src/main/java/com/acme/StockHandler.java'
def stock = 'check/src/main/java/com/acme/Stock.java'
assert built.findings('target/perflint/perflint.sarif') ==
    ['http-client-per-call ' + handler + ':18', 'http-call-no-timeout ' + stock + ':15']

// What IDEs and build servers read: level, place, message.
assert built.linesWith('[ERROR] ' + handler + ':[18,87] [http-client-per-call] P1 A new HttpClient').size() == 1
assert built.linesWith('[WARNING] ' + stock + ':[15,').size() == 1
assert built.linesWith('perflint: 2 findings (1 P1, 1 P2) in 2 of 3 files').size() == 1

// Why the build failed, and the way out.
assert !built.linesWith('perflint: 1 finding at or above P1 (1 P1), none allowed').empty
assert !built.linesWith('Reports: ' + basedir.toPath().resolve('target/perflint')).empty
assert !built.linesWith('To accept one: // perflint:ignore RULE -- reason').empty
assert !built.linesWith('perflint.failOn (is p1), perflint.maxAllowedViolations (is 0)').empty
assert built.log().contains('MojoFailureException')
assert !built.log().contains('Download')
