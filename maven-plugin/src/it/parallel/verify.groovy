import dev.perflint.cli.CommandLineReport
import dev.perflint.maven.it.Built

def built = new Built(basedir.toPath())
for (module in ['a', 'b', 'c', 'd']) {
  def report = module + '/target/perflint/perflint.json'
  assert built.text(report) ==
      CommandLineReport.of('json', basedir.toPath().resolve(module), '--ignore', 'text')
  assert built.has(module + '/target/perflint/perflint.txt')
  assert built.text(report).contains('Stock' + module.toUpperCase())
}
assert built.linesWith('not marked as @threadSafe').empty
