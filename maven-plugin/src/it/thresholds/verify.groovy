import dev.perflint.maven.it.Built

// Runs after each build; the log grows.
def built = new Built(basedir.toPath())
def log = built.log()
def runs = built.linesWith('Total time').size()
assert built.linesWith('3 findings at or above p2 (1 P1, 2 P2), allowed are 2.').size() >= 1
assert built.linesWith('[ERROR] thresholds/src/main/java/com/acme/').size() == 3
assert !log.contains('internal error')
if (runs >= 4) {
  assert built.linesWith('[WARNING] thresholds/src/main/java/com/acme/').size() == 3 + 3 + 1
  assert built.text('target/perflint/perflint-compact.txt').lines().count() == 1
  assert built.text('target/perflint/perflint.txt').contains('1 finding in 1 of 3 files')
}
if (runs >= 5) {
  assert built.linesWith('3 findings at or above p2 (1 P1, 2 P2), allowed are 0.').size() >= 1
  // Quiet: the failure and nothing else.
  assert built.linesWith('perflint: 3 findings (').size() == 3
}
