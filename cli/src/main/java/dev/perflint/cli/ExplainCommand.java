package dev.perflint.cli;

import dev.perflint.rule.RuleDoc;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code perflint explain RULE}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    version = PerflintCommand.VERSION_LINE,
    description = "Says why a rule matters, when it does not, and what to do instead.")
final class ExplainCommand implements Callable<Integer> {
  private final Engine engine;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RULE", description = "The id of a rule, as in http-client-per-call.")
  private String rule;

  ExplainCommand(Engine engine) {
    this.engine = engine;
  }

  @Override
  public Integer call() {
    RuleDoc doc = RuleWords.rule(rule, engine.rules());
    spec.commandLine().getOut().print(RulePage.of(doc, RuleExamples.of(doc.id())));
    return ExitCode.OK;
  }
}
