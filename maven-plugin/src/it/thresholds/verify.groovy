import dev.perflint.maven.it.Built

def built = new Built(basedir.toPath())
def place = 'thresholds/src/main/java/com/acme/'

// Only what fails a build is an error; the last run is quiet.
assert built.linesWith('[ERROR] ' + place).size() == 3
assert built.linesWith('[WARNING] ' + place).size() == 3 + 1
assert built.linesWith('perflint: 3 findings (').size() == 2
assert built.linesWith('perflint: 1 finding (1 P1) in 1 of 3 files').size() == 1
assert built.linesWith('BUILD SUCCESS').size() == 2

assert !built.linesWith('3 findings at or above P2 (1 P1, 2 P2), 2 allowed').empty
assert !built.linesWith('3 findings at or above P2 (1 P1, 2 P2), none allowed').empty

assert built.text('target/perflint/perflint.txt').contains('1 finding in 1 of 3 files')
