package dev.perflint.project;

import dev.perflint.model.Finding;
import dev.perflint.model.Location;
import dev.perflint.model.RuleId;
import dev.perflint.model.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What one change mends is told once: the most urgent place speaks for all others of its cause,
 * which it names. Comes after suppressions, so that a place that is accepted does not speak.
 */
public final class OneCause {
  /** Places that a finding leads to beside its own; more of them nobody looks at. */
  private static final int NAMED = 10;

  /** Begins the name of a cause that is lines which several files have. */
  private static final String LINES = "lines: ";

  /** Begins the name of a cause that is a loop. */
  private static final String LOOP = "loop: ";

  private OneCause() {}

  /**
   * The cause of what stands in copies of one file, which as a rule differ elsewhere.
   *
   * @param text that is the same in all of them
   */
  static String copied(String text) {
    return LINES + text;
  }

  /** The cause of what stands in one loop, whose body is rewritten as a whole. */
  static String loop(Location head) {
    return LOOP + head;
  }

  private record Cause(RuleId rule, String name) {}

  /**
   * @param findings in the order of reports
   * @return in the same order, without those that another one tells of
   */
  public static List<Finding> merged(List<Finding> findings) {
    Map<Cause, List<Finding>> byCause = new LinkedHashMap<>();
    for (Finding finding : findings) {
      finding
          .cause()
          .ifPresent(
              name ->
                  byCause
                      .computeIfAbsent(new Cause(finding.rule(), name), cause -> new ArrayList<>())
                      .add(finding));
    }
    List<Finding> merged = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      List<Finding> all =
          finding
              .cause()
              .map(name -> byCause.get(new Cause(finding.rule(), name)))
              .orElse(List.of(finding));
      if (all.get(0) == finding) {
        merged.add(all.size() == 1 ? finding : speakingFor(finding, all.subList(1, all.size())));
      }
    }
    return oneOfAStatement(merged);
  }

  /** Where the way from a loop ends, and the file of the loop. */
  private static Optional<List<?>> statement(Finding finding) {
    List<Step> beyond = finding.trail().beyond();
    boolean ofLoop = finding.cause().filter(cause -> cause.startsWith(LOOP)).isPresent();
    return ofLoop && !beyond.isEmpty()
        ? Optional.of(
            List.of(
                finding.rule(),
                finding.location().path(),
                beyond.get(beyond.size() - 1).location()))
        : Optional.empty();
  }

  /** Of the loops of a file that lead to one statement one tells, which is where it is mended. */
  private static List<Finding> oneOfAStatement(List<Finding> findings) {
    Map<List<?>, List<Finding>> byStatement = new LinkedHashMap<>();
    for (Finding finding : findings) {
      statement(finding)
          .ifPresent(at -> byStatement.computeIfAbsent(at, a -> new ArrayList<>()).add(finding));
    }
    List<Finding> told = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      List<Finding> all = statement(finding).map(byStatement::get).orElse(List.of(finding));
      if (all.get(0) == finding) {
        told.add(all.size() == 1 ? finding : speakingForLoops(finding, all.subList(1, all.size())));
      }
    }
    return told;
  }

  private static Finding speakingForLoops(Finding first, List<Finding> others) {
    String loops =
        others.size() == 1
            ? "another loop of the file leads there, too"
            : others.size() + " other loops of the file lead there, too";
    List<Step> steps = new ArrayList<>(first.trail().beside());
    steps.addAll(steps(others, other -> "a loop that leads there"));
    return first.tellingOf("%s; %s.".formatted(said(first), loops), steps);
  }

  /** {@code Orders.pay} of {@code com.acme.Orders.pay(String)}. */
  private static String method(String member) {
    String name = member.replaceFirst("[(].*", "");
    int type = name.lastIndexOf('.', name.lastIndexOf('.') - 1);
    return name.substring(type + 1);
  }

  private static Finding speakingFor(Finding first, List<Finding> others) {
    String type = first.cause().orElseThrow();
    if (type.startsWith(LINES)) {
      return speakingForFiles(first, others);
    }
    if (type.startsWith(LOOP)) {
      return speakingForLoop(first, others);
    }
    String cause = type.substring(type.lastIndexOf('.') + 1);
    String calls = others.size() == 1 ? "another call" : others.size() + " other calls";
    String does = others.size() == 1 ? "does" : "do";
    String relation = first.member().startsWith(type + ".") ? "in" : "of";
    return first.tellingOf(
        "%s; so %s %s %s `%s`.".formatted(said(first), does, calls, relation, cause),
        steps(others, other -> "also in " + method(other.member())));
  }

  private static String said(Finding first) {
    return first.message().replaceFirst("[.]$", "");
  }

  private static List<Step> steps(List<Finding> others, Function<Finding, String> message) {
    return others.stream()
        .limit(NAMED)
        .map(other -> new Step(other.location(), message.apply(other)))
        .toList();
  }

  private static Finding speakingForLoop(Finding first, List<Finding> others) {
    String calls =
        others.size() == 1
            ? "does another call in line " + line(others.get(0))
            : "do %d other calls in it".formatted(others.size());
    return first.tellingOf(
        "%s; so %s.".formatted(said(first), calls), steps(others, other -> "also in the loop"));
  }

  private static int line(Finding finding) {
    return finding.location().region().startLine();
  }

  private static Finding speakingForFiles(Finding first, List<Finding> others) {
    String same =
        others.size() == 1
            ? "another file has the same lines"
            : others.size() + " other files have the same lines";
    return first.tellingOf(
        "%s; %s.".formatted(said(first), same), steps(others, other -> "the same here"));
  }
}
