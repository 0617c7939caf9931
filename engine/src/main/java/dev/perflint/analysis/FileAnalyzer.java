package dev.perflint.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.LimitsElsewhere;
import dev.perflint.facts.SpringTasks;
import dev.perflint.facts.SurroundingsReader;
import dev.perflint.facts.Weaving;
import dev.perflint.knowledge.Knowledge;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Pattern;
import dev.perflint.model.Notice;
import dev.perflint.model.RuleId;
import dev.perflint.rule.Rule;
import dev.perflint.source.ParsedSource;
import dev.perflint.source.Site;
import dev.perflint.source.SourceText;
import dev.perflint.source.SourceUnit;
import dev.perflint.source.SuppressionReader;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
   * One walk builds the index; then the rules look at the sites of their triggers. A rule that
   * throws loses its findings in this file and becomes a notice; the others go on.
   *
   * @param parsed must have a tree
   * @param readNotices what reading had to say; the parser's notices come behind them
   */
  public FileAnalysis analyze(
      SourceText source, ParsedSource parsed, boolean isTest, List<Notice> readNotices) {
    FileContext file = context(source, parsed);
    SurroundingsReader surroundings = SurroundingsReader.of(file);
    List<Notice> notices = new ArrayList<>(readNotices);
    notices.addAll(parsed.notices());
    CandidateWriter writer = new CandidateWriter(file, surroundings, shared);
    List<Candidate> candidates = new ArrayList<>();
    Set<RuleId> crashed = new HashSet<>();
    for (Class<? extends Node> nodeClass : rules.nodeClasses()) {
      for (Site site : file.unit().sites().of(nodeClass)) {
        for (Rule rule : rules.interested(nodeClass, name(site.node()))) {
          if (!crashed.contains(rule.id()) && (!isTest || rule.alsoInTests())) {
            Optional<Notice> crash = apply(rule, site, file, writer, candidates);
            if (crash.isPresent()) {
              crashed.add(rule.id());
              candidates.removeIf(candidate -> candidate.rule().equals(rule.id()));
              notices.add(crash.get());
            }
          }
        }
      }
    }
    candidates.sort(Comparator.comparing(Candidate::region).thenComparing(Candidate::rule));
    return new FileAnalysis(
        source.file().reportPath(),
        source.lines().lineCount(),
        isTest,
        interrupts(file),
        says(file),
        new FactCollector(file, surroundings, shared, rules.called()).types(),
        CandidateWriter.numbered(candidates),
        SuppressionReader.read(source, parsed),
        notices,
        rules.words().stream().filter(source.text()::contains).toList());
  }

  private static Map<String, Truth> says(FileContext file) {
    Map<String, Truth> says = new TreeMap<>(LimitsElsewhere.of(file));
    says.putAll(SpringTasks.of(file));
    says.putAll(Weaving.of(file));
    return says;
  }

  /** What can be asked about a file that has a tree. */
  public FileContext context(SourceText source, ParsedSource parsed) {
    return new FileContext(
        new SourceUnit(source, parsed.unit().orElseThrow()), knowledge, table, rules.release());
  }

  private static String name(Node node) {
    if (node instanceof MethodCallExpr call) {
      return call.getNameAsString();
    }
    if (node instanceof ObjectCreationExpr creation) {
      return creation.getType().getNameAsString();
    }
    return node instanceof MethodReferenceExpr reference ? reference.getIdentifier() : "";
  }

  private static Optional<Notice> apply(
      Rule rule, Site site, FileContext file, CandidateWriter writer, List<Candidate> into) {
    try {
      for (Pattern.Found found : rule.pattern().find(file, site)) {
        Truth truth = rule.judge(found);
        if (truth.mayBeReported()) {
          into.add(writer.write(rule, found.match(), truth));
        }
      }
      return Optional.empty();
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
      // The one place that catches broadly: a broken rule must not end the run. Other errors are
      // the machine's, not the rule's.
      int line = site.node().getBegin().map(p -> p.line).orElse(0);
      String path = file.unit().source().file().reportPath();
      return Optional.of(RuleCrash.notice(rule.id(), path, line, e));
    }
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
