package dev.perflint.analysis;

import dev.perflint.facts.BeanRequests;
import dev.perflint.facts.Caching;
import dev.perflint.facts.CalledByName;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.HandlerThreads;
import dev.perflint.facts.LimitsElsewhere;
import dev.perflint.facts.NamedTypes;
import dev.perflint.facts.SpringTasks;
import dev.perflint.facts.SurroundingsReader;
import dev.perflint.facts.Weaving;
import dev.perflint.knowledge.Knowledge;
import dev.perflint.knowledge.Roles;
import dev.perflint.model.Notice;
import dev.perflint.model.RuleId;
import dev.perflint.source.ParsedSource;
import dev.perflint.source.SourceText;
import dev.perflint.source.SourceUnit;
import dev.perflint.source.SuppressionReader;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Runs the rules over one file. Safe for use by several threads. */
public final class FileAnalyzer {
  private final RuleSet rules;
  private final Knowledge knowledge;
  private final TypeTable table;
  private final Shared shared = new Shared();

  public FileAnalyzer(RuleSet rules, Knowledge knowledge, TypeTable table) {
    this.rules = rules;
    this.knowledge = knowledge;
    this.table = table;
  }

  /**
   * All that the file says, with every candidate that any answer of the merge could make one.
   *
   * @param parsed must have a tree
   * @param readNotices what reading had to say; the parser's notices come behind them
   */
  public FileAnalysis analyze(
      SourceText source, ParsedSource parsed, boolean isTest, List<Notice> readNotices) {
    return run(source, parsed, isTest, readNotices, false).analysis();
  }

  /**
   * The same, but what only the merge can tell to be a match is left open: for whoever can come
   * back to the file with {@link #again}.
   */
  public Glance glance(
      SourceText source, ParsedSource parsed, boolean isTest, List<Notice> readNotices) {
    return run(source, parsed, isTest, readNotices, true);
  }

  private Glance run(
      SourceText source,
      ParsedSource parsed,
      boolean isTest,
      List<Notice> readNotices,
      boolean leavesOpen) {
    FileContext file = context(source, parsed);
    RuleRun run = new RuleRun(file, shared, leavesOpen);
    run.ask(rules, rule -> !isTest || rule.alsoInTests());
    List<Notice> notices = new ArrayList<>(readNotices);
    notices.addAll(parsed.notices());
    notices.addAll(run.notices());
    FileAnalysis analysis =
        new FileAnalysis(
            source.file().reportPath(),
            source.lines().lineCount(),
            isTest,
            interrupts(file),
            says(file),
            new FactCollector(file, SurroundingsReader.of(file), shared, rules.called()).types(),
            run.candidates(),
            SuppressionReader.read(source, parsed),
            notices,
            rules.words().stream().filter(source.text()::contains).toList());
    return new Glance(analysis, run.open());
  }

  /**
   * The first analysis with all candidates of some rules.
   *
   * @param parsed the same file once more; must have a tree
   */
  public FileAnalysis again(
      FileAnalysis first, SourceText source, ParsedSource parsed, Set<RuleId> wanted) {
    RuleRun run = new RuleRun(context(source, parsed), shared, false);
    run.ask(rules, rule -> wanted.contains(rule.id()) && (!first.isTest() || rule.alsoInTests()));
    return first.with(wanted, run.candidates(), run.notices());
  }

  private static Map<String, Truth> says(FileContext file) {
    Map<String, Truth> says = new TreeMap<>(LimitsElsewhere.of(file));
    says.putAll(SpringTasks.of(file));
    says.putAll(Weaving.of(file));
    says.putAll(Caching.of(file));
    says.putAll(HandlerThreads.of(file));
    says.putAll(BeanRequests.of(file));
    says.putAll(CalledByName.of(file));
    says.putAll(NamedTypes.of(file));
    return says;
  }

  /** What can be asked about a file that has a tree. */
  public FileContext context(SourceText source, ParsedSource parsed) {
    return new FileContext(
        new SourceUnit(source, parsed.unit().orElseThrow()), knowledge, table, rules.release());
  }

  /**
   * Whether anything in the file interrupts a thread, shuts an executor down at once or cancels a
   * task.
   */
  private static boolean interrupts(FileContext file) {
    return file.knowledge().memberNames(Roles.INTERRUPTS).stream()
        .flatMap(name -> file.unit().sites().calls(name).stream())
        .anyMatch(site -> file.calls().plays(site, Roles.INTERRUPTS).mayBeReported());
  }

  /** The analysis of a file of which nothing could be read. */
  public static FileAnalysis nothing(String path, int lines, boolean isTest, List<Notice> notices) {
    return new FileAnalysis(
        path, lines, isTest, false, Map.of(), List.of(), List.of(), List.of(), notices, List.of());
  }
}
