package dev.perflint.project;

import dev.perflint.model.Finding;
import dev.perflint.model.Location;
import dev.perflint.model.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What one change mends is told once: the most urgent place speaks for all others of its cause,
 * which it names. Comes after suppressions, so that a place that is accepted does not speak.
 */
public final class OneCause {
  /** Places that a finding leads to beside its own; more of them nobody looks at. */
  private static final int NAMED = 10;

  /** Places of a file that are no habit yet. */
  private static final int FEW = 3;

  /** Begins the name of a cause that is lines which several files have. */
  private static final String LINES = "lines: ";

  /** Begins the name of a cause that is a loop. */
  private static final String LOOP = "loop: ";

  /** Begins the name of a cause that is what a file does with some types. */
  private static final String FILE = "file: ";

  /** Begins the name of a cause that is what a file does with some types again and again. */
  private static final String HABIT = "habit: ";

  /** Begins the name of a cause that is a type's methods with a transaction of their own each. */
  private static final String TRANSACTIONS = "transactions: ";

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

  /**
   * The cause of what a file does alike in several places.
   *
   * @param apis the library's types that it does it with
   */
  static String file(String path, List<String> apis) {
    return FILE + path + " " + String.join(" ", apis);
  }

  /** The cause of what a file does alike in several places, where they are more than a few. */
  static String habit(String path, List<String> apis) {
    return HABIT + path + " " + String.join(" ", apis);
  }

  /** The cause of what methods of a type do in a transaction of their own each. */
  static String transactions(String type) {
    return TRANSACTIONS + type;
  }

  /**
   * @param findings in the order of reports
   * @return in the same order, without those that another one tells of
   */
  public static List<Finding> merged(List<Finding> findings) {
    Map<List<?>, Long> places =
        findings.stream()
            .flatMap(finding -> cause(finding).stream())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    List<Finding> ofCauses =
        told(
            findings,
            finding -> cause(finding).filter(key -> !isHabit(finding) || places.get(key) > FEW),
            OneCause::speakingFor);
    List<Finding> ofMethods = told(ofCauses, OneCause::transaction, OneCause::speakingFor);
    return told(ofMethods, OneCause::statement, OneCause::speakingForLoops);
  }

  /**
   * Of those with the same key the first one speaks.
   *
   * @param speaking makes one of the first and the others
   */
  private static List<Finding> told(
      List<Finding> findings,
      Function<Finding, Optional<List<?>>> key,
      BiFunction<Finding, List<Finding>, Finding> speaking) {
    Map<List<?>, List<Finding>> byKey = new HashMap<>();
    List<List<Finding>> groups = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      Optional<List<?>> known = key.apply(finding);
      List<Finding> group = known.map(byKey::get).orElse(null);
      if (group == null) {
        group = new ArrayList<>(1);
        groups.add(group);
        known.ifPresent(same -> byKey.put(same, groups.get(groups.size() - 1)));
      }
      group.add(finding);
    }
    return groups.stream()
        .map(
            all ->
                all.size() == 1
                    ? all.get(0)
                    : speaking.apply(all.get(0), all.subList(1, all.size())))
        .toList();
  }

  private static boolean isHabit(Finding finding) {
    return finding
        .cause()
        .filter(cause -> cause.startsWith(HABIT) || cause.startsWith(TRANSACTIONS))
        .isPresent();
  }

  /** What one method does in its transaction is mended with it. */
  private static Optional<List<?>> transaction(Finding finding) {
    return finding
        .cause()
        .filter(cause -> cause.startsWith(TRANSACTIONS))
        .map(cause -> List.of(finding.rule(), cause, finding.member()));
  }

  private static Optional<List<?>> cause(Finding finding) {
    return finding.cause().map(name -> List.of(finding.rule(), name));
  }

  /** Where the way from a loop ends, and the file of the loop: that is where it is mended. */
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
    String type = first.cause().orElseThrow().replaceFirst("^" + TRANSACTIONS, "");
    if (type.startsWith(LINES)) {
      return speakingForFiles(first, others);
    }
    if (type.startsWith(LOOP)) {
      return speakingForLoop(first, others);
    }
    if (type.startsWith(FILE) || type.startsWith(HABIT)) {
      return speakingForFile(first, others);
    }
    String cause = type.substring(type.lastIndexOf('.') + 1);
    String calls = others.size() == 1 ? "another call" : others.size() + " other calls";
    String does = others.size() == 1 ? "does" : "do";
    String relation = first.member().startsWith(type + ".") ? "in" : "of";
    return telling(
        first,
        others,
        "so %s %s %s `%s`".formatted(does, calls, relation, cause),
        OneCause::alsoIn);
  }

  private static Finding speakingForFile(Finding first, List<Finding> others) {
    String places =
        others.size() == 1
            ? "the same in line " + line(others.get(0))
            : "the same in %d other places of the file".formatted(others.size());
    return telling(first, others, places, OneCause::alsoIn);
  }

  /**
   * @param more reads on after the message of the first
   * @param step what is said at each of the others
   */
  private static Finding telling(
      Finding first, List<Finding> others, String more, Function<Finding, String> step) {
    return first.tellingOf("%s; %s.".formatted(said(first), more), steps(others, step));
  }

  private static String alsoIn(Finding other) {
    return "also in " + method(other.member());
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
    return telling(first, others, "so " + calls, other -> "also in the loop");
  }

  private static int line(Finding finding) {
    return finding.location().region().startLine();
  }

  private static Finding speakingForFiles(Finding first, List<Finding> others) {
    String same =
        others.size() == 1
            ? "another file has the same lines"
            : others.size() + " other files have the same lines";
    return telling(first, others, same, other -> "the same here");
  }
}
