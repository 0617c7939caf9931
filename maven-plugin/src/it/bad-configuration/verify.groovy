import dev.perflint.maven.it.Built

def built = new Built(basedir.toPath())
def complaints = [
    "perflint: failOn must be p1, p2, p3 or never, not 'p4'",
    "perflint: unknown rule, theme or group 'no-such-rule'",
    'did you mean fail-on?',
]
for (complaint in complaints) {
  assert !built.linesWith(complaint).empty
}
assert built.linesWith('BUILD FAILURE').size() == complaints.size()
assert built.log().contains('MojoExecutionException')
assert !built.log().contains('MojoFailureException') && !built.log().contains('internal error')
