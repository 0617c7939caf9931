package dev.perflint.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.SurroundingsReader;
import dev.perflint.match.Pattern;
import dev.perflint.model.Notice;
import dev.perflint.model.RuleId;
import dev.perflint.rule.Rule;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Asks rules about each site of one file. A rule that throws loses its findings in this file and
 * becomes a notice; the others go on.
 */
final class RuleRun {
  private final FileContext file;
  private final Shared shared;
  private final boolean leavesOpen;
  private final CandidateWriter writer;
  private final List<Candidate> candidates = new ArrayList<>();
  private final Map<RuleId, Set<Truth>> open = new HashMap<>();
  private final Set<RuleId> crashed = new HashSet<>();
  private final List<Notice> notices = new ArrayList<>();

  /**
   * @param leavesOpen whether what only the merge can tell to be a match is left for later
   */
  RuleRun(FileContext file, Shared shared, boolean leavesOpen) {
    this.file = file;
    this.shared = shared;
    this.leavesOpen = leavesOpen;
    this.writer = new CandidateWriter(file, SurroundingsReader.of(file), shared);
  }

  void ask(RuleSet rules, Predicate<Rule> wanted) {
    for (Class<? extends Node> nodeClass : rules.nodeClasses()) {
      for (Site site : file.unit().sites().of(nodeClass)) {
        for (Rule rule : rules.interested(nodeClass, name(site.node()))) {
          if (wanted.test(rule) && (crashed.isEmpty() || !crashed.contains(rule.id()))) {
            apply(rule, site).ifPresent(crash -> drop(rule.id(), crash));
          }
        }
      }
    }
  }

  /** What holds or may hold, sorted and numbered. */
  List<Candidate> candidates() {
    candidates.sort(Comparator.comparing(Candidate::region).thenComparing(Candidate::rule));
    return CandidateWriter.numbered(candidates);
  }

  OpenMatches open() {
    return open.isEmpty() ? OpenMatches.NONE : new OpenMatches(open);
  }

  /** One for each rule that threw. */
  List<Notice> notices() {
    return notices;
  }

  private void drop(RuleId rule, Notice crash) {
    crashed.add(rule);
    candidates.removeIf(candidate -> candidate.rule().equals(rule));
    open.remove(rule);
    notices.add(crash);
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

  private Optional<Notice> apply(Rule rule, Site site) {
    try {
      for (Pattern.Found found : rule.pattern().find(file, site)) {
        if (leavesOpen && !(found.truth() instanceof Truth.Decided)) {
          open.computeIfAbsent(rule.id(), id -> new HashSet<>()).add(shared.of(found.truth()));
        } else {
          Truth truth = rule.judge(found);
          if (truth.mayBeReported()) {
            candidates.add(writer.write(rule, found.match(), truth));
          }
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
}
