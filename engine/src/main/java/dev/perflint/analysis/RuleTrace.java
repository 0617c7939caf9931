package dev.perflint.analysis;

import com.github.javaparser.ast.Node;
import dev.perflint.facts.FileContext;
import dev.perflint.knowledge.Knowledge;
import dev.perflint.match.Clause;
import dev.perflint.match.Match;
import dev.perflint.match.Pattern;
import dev.perflint.match.Trigger;
import dev.perflint.rule.Rule;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What each clause of a rule says to one site, whatever the clauses before it said.
 *
 * @param code the site as written, one line
 * @param steps the selector first, then the clauses in their order
 */
public record RuleTrace(int line, String code, List<Step> steps) {
  private static final int SHOWN = 60;

  /**
   * One answer.
   *
   * @param text e.g. "where it stays local"
   * @param truth may be open
   * @param isException whether anything but NO is a veto
   */
  public record Step(String text, Truth truth, boolean isException) {}

  public RuleTrace {
    steps = List.copyOf(steps);
  }

  /** The traces of the sites that the rule looks at and that start on this line. */
  public static List<RuleTrace> at(int line, Rule rule, FileContext file, Knowledge knowledge) {
    List<RuleTrace> traces = new ArrayList<>();
    Set<Class<? extends Node>> classes = new LinkedHashSet<>();
    rule.triggers(knowledge).stream().map(Trigger::nodeClass).forEach(classes::add);
    for (Class<? extends Node> nodeClass : classes) {
      for (Site site : file.unit().sites().of(nodeClass)) {
        if (Places.of(file.unit(), site.node()).startLine() == line) {
          for (Pattern.Branch branch : rule.pattern().branches()) {
            for (Pattern.Found found : branch.selector().find(file, site)) {
              traces.add(trace(line, rule, branch, found, file));
            }
          }
        }
      }
    }
    return traces;
  }

  private static RuleTrace trace(
      int line, Rule rule, Pattern.Branch branch, Pattern.Found found, FileContext file) {
    Match match = found.match();
    List<Step> steps = new ArrayList<>();
    String role =
        match.known().map(known -> " as " + known.role() + " (" + known.library() + ")").orElse("");
    steps.add(new Step("matches" + role, found.truth(), false));
    List<Clause> clauses = new ArrayList<>(branch.clauses());
    clauses.addAll(rule.exceptions());
    for (Clause clause : clauses) {
      String text = clause.kind().name().toLowerCase(Locale.ROOT) + " " + clause.label();
      steps.add(
          new Step(text, clause.condition().test(match), clause.kind() == Clause.Kind.UNLESS));
    }
    return new RuleTrace(line, code(match, file), steps);
  }

  private static String code(Match match, FileContext file) {
    String text = file.unit().text(match.node()).lines().findFirst().orElse("").strip();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 1) + "…";
  }
}
