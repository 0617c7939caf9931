package dev.perflint.analysis;

import dev.perflint.facts.Surroundings;
import dev.perflint.facts.Uses;
import dev.perflint.model.Cost;
import dev.perflint.model.Excerpt;
import dev.perflint.model.Fix;
import dev.perflint.model.Region;
import dev.perflint.model.Risk;
import dev.perflint.model.RuleId;
import dev.perflint.model.Step;
import dev.perflint.types.Truth;
import java.util.List;
import java.util.Optional;

/**
 * A finding that holds if its truth does. Messages and edits are ready, but for the slots that the
 * merge fills.
 *
 * @param usual whether it is more than pedantic
 * @param methodId the member around, as in {@link MethodFacts#id}
 * @param member the same for people
 * @param each what each execution brings, e.g. "a selector thread and a new connection"; empty when
 *     unknown
 * @param uses of what is made here, where the rule's heat is that of the hottest of them
 * @param cost the knowledge entry's, else the rule's; empty when neither knows
 * @param risk the knowledge entry's, else the rule's
 * @param ordinal tells candidates of one rule apart that look alike in one member; from 1
 * @param apis qualified names of the library types involved, from which the area is read
 */
public record Candidate(
    RuleId rule,
    Region region,
    String message,
    Truth truth,
    Truth usual,
    String methodId,
    String member,
    Surroundings around,
    boolean runsOnce,
    Optional<Uses> uses,
    Optional<Cost> cost,
    Risk risk,
    String each,
    List<Step> related,
    Optional<Fix> fix,
    List<String> apis,
    Excerpt excerpt,
    String lineHash,
    int ordinal) {
  public Candidate {
    related = List.copyOf(related);
    apis = List.copyOf(apis);
  }

  /** The same with what the merge knows of the loops around. */
  public Candidate within(Surroundings settled) {
    return settled == around
        ? this
        : new Candidate(
            rule, region, message, truth, usual, methodId, member, settled, runsOnce, uses, cost,
            risk, each, related, fix, apis, excerpt, lineHash, ordinal);
  }

  /** A key that survives edits elsewhere in the file. */
  public String contentKey() {
    return ContentKeys.of(rule + "|" + member + "|" + snippet() + "|" + ordinal);
  }

  /** The line where it starts, without the blanks around it. */
  public String snippet() {
    return excerpt.lines().get(region.startLine() - excerpt.firstLine()).strip();
  }
}
