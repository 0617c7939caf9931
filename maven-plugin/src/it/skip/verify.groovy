import dev.perflint.maven.it.Built

def built = new Built(basedir.toPath())
assert built.linesWith('perflint: skipped').size() == 2
assert !built.has('target/perflint')
