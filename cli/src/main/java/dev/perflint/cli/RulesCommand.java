package dev.perflint.cli;

import dev.perflint.rule.RuleDoc;
import dev.perflint.rule.RuleWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code perflint rules}. */
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    version = PerflintCommand.VERSION_LINE,
    description = "Lists the rules.")
final class RulesCommand implements Callable<Integer> {
  private final Engine engine;

  @Spec private CommandSpec spec;

  @Option(
      names = "--select",
      split = ",",
      paramLabel = "WORD",
      description = "Only these: rule ids, themes, groups or all (default: all).")
  private List<String> select = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private ListFormat format = ListFormat.TEXT;

  RulesCommand(Engine engine) {
    this.engine = engine;
  }

  @Override
  public Integer call() {
    List<RuleDoc> rules = engine.rules();
    List<String> words = RuleWords.known(select, rules);
    List<RuleDoc> listed =
        rules.stream().filter(rule -> words.isEmpty() || RuleWords.name(words, rule)).toList();
    String list = format == ListFormat.JSON ? RuleJson.of(listed) : RuleTable.of(listed);
    spec.commandLine().getOut().print(list);
    return ExitCode.OK;
  }

  /** How the list looks. */
  enum ListFormat {
    TEXT,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
