package dev.perflint.deploy;

import dev.perflint.knowledge.EntryKind;
import dev.perflint.match.Clause;
import dev.perflint.model.Certainty;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The part of a rule that looks at configuration.
 *
 * @param exceptions the {@code unless} clauses: a spot is dropped unless each of them is NO
 * @param message first sentence says what is wrong, in the words of the file at hand
 * @param per the entry point whose frequency counts where no use of {@code uses} is found
 * @param perOwn whether entry points of other modules that a user of the module needs do not count
 * @param uses calls whose hottest decides the rank
 * @param apis library types that the settings are about, from which the area is read
 */
public record Check(
    SpotPattern pattern,
    List<SpotClause> exceptions,
    Function<Spot, String> message,
    EntryKind per,
    boolean perOwn,
    Calls uses,
    List<String> apis) {
  /** What stands in the code of a module that is an application of Spring Boot by itself. */
  public static final String STARTS = "SpringBootApplication";

  public Check {
    exceptions = List.copyOf(exceptions);
    apis = List.copyOf(apis);
  }

  /** What it reports of an application. */
  public List<SpotPattern.Found> find(Application application) {
    List<SpotPattern.Found> left = new ArrayList<>();
    for (SpotPattern.Found found : pattern.find(application)) {
      Certainty certainty = found.certainty();
      for (SpotClause exception : exceptions) {
        if (certainty.isReported()) {
          certainty = certainty.and(exception.condition().test(found.spot()).not());
        }
      }
      if (certainty.isReported()) {
        left.add(new SpotPattern.Found(found.spot(), certainty));
      }
    }
    return left;
  }

  /** What each clause says to each spot that it looks at. */
  public List<SpotTrace> traces(Application application) {
    List<SpotTrace> traces = new ArrayList<>();
    for (SpotPattern.Branch branch : pattern.branches()) {
      for (Spot spot : branch.selector().apply(application)) {
        List<SpotTrace.Step> steps = new ArrayList<>();
        steps.add(new SpotTrace.Step("is " + branch.text(), Certainty.SURE, false));
        branch.clauses().forEach(clause -> steps.add(step(clause, spot)));
        exceptions.forEach(clause -> steps.add(step(clause, spot)));
        traces.add(new SpotTrace(spot, steps));
      }
    }
    return traces;
  }

  private static SpotTrace.Step step(SpotClause clause, Spot spot) {
    boolean exception = clause.kind() == Clause.Kind.UNLESS;
    String text = (exception ? "unless " : "where ") + clause.label();
    return new SpotTrace.Step(text, clause.condition().test(spot), exception);
  }

  /** Every clause, the pattern's first. */
  public List<SpotClause> clauses() {
    List<SpotClause> clauses = new ArrayList<>(pattern.clauses());
    clauses.addAll(exceptions);
    return clauses;
  }

  /** The texts that it asks the code for. */
  public Stream<String> words() {
    return Stream.of(
            Stream.of(STARTS),
            uses.words().stream(),
            clauses().stream().flatMap(clause -> clause.condition().words().stream()))
        .flatMap(words -> words);
  }

  /** The same check as if that clause had never been written. */
  public Check without(SpotClause clause) {
    return new Check(
        pattern.without(clause),
        exceptions.stream().filter(e -> !e.equals(clause)).toList(),
        message,
        per,
        perOwn,
        uses,
        apis);
  }
}
