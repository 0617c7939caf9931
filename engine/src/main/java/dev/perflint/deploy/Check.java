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
 * @param uses calls whose hottest decides the rank
 * @param apis library types that the settings are about, from which the area is read
 */
public record Check(
    SpotPattern pattern,
    List<SpotClause> exceptions,
    Function<Spot, String> message,
    EntryKind per,
    List<String> uses,
    List<String> apis) {
  public Check {
    exceptions = List.copyOf(exceptions);
    uses = List.copyOf(uses);
    apis = List.copyOf(apis);
  }

  /** What holds at a spot that the pattern has selected. */
  public Certainty judge(Spot spot) {
    Certainty certainty = Certainty.SURE;
    for (SpotClause clause : clauses()) {
      if (!certainty.isReported()) {
        return certainty;
      }
      Certainty answer = clause.condition().test(spot);
      certainty = certainty.and(clause.kind() == Clause.Kind.UNLESS ? answer.not() : answer);
    }
    return certainty;
  }

  /** Every clause, the pattern's first. */
  public List<SpotClause> clauses() {
    List<SpotClause> clauses = new ArrayList<>(pattern.clauses());
    clauses.addAll(exceptions);
    return clauses;
  }

  /** The texts that it asks the code for. */
  public Stream<String> words() {
    return clauses().stream().flatMap(clause -> clause.condition().words().stream());
  }

  /** The same check as if that clause had never been written. */
  public Check without(SpotClause clause) {
    return new Check(
        pattern.without(clause),
        exceptions.stream().filter(e -> !e.equals(clause)).toList(),
        message,
        per,
        uses,
        apis);
  }
}
