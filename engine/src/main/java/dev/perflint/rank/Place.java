package dev.perflint.rank;

import dev.perflint.analysis.Candidate;
import dev.perflint.model.Certainty;
import dev.perflint.model.Step;
import dev.perflint.rule.Rule;
import java.util.List;
import java.util.Optional;

/**
 * A candidate that holds, with what the merge has found out about its place.
 *
 * @param nobody who would run it and does not, as far as can be seen, e.g. "nobody calls A.b"
 * @param via the way to what is done, as it reads in the message; empty when it is done here
 * @param small whether it is pedantic: true, but nothing that anybody has to do
 * @param cause the type whose change mends it, where one finding tells of all its places
 * @param approach the calls from the entry point to the place, or to the use of what is made there
 * @param use where that use is; empty when the place itself is meant
 * @param beyond the way to what is done, as locations
 */
public record Place(
    Rule rule,
    Candidate candidate,
    String path,
    Certainty confidence,
    boolean small,
    Optional<String> nobody,
    String via,
    Optional<String> cause,
    List<Step> approach,
    Optional<Step> use,
    List<Step> beyond,
    Heat heat) {
  public Place {
    approach = List.copyOf(approach);
    beyond = List.copyOf(beyond);
  }
}
