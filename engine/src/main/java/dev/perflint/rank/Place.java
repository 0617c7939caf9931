package dev.perflint.rank;

import dev.perflint.analysis.Candidate;
import dev.perflint.model.Certainty;
import dev.perflint.model.Step;
import dev.perflint.rule.Rule;
import java.util.List;

/**
 * A candidate that holds, with what the merge has found out about its place.
 *
 * @param via the way to what is done, as it reads in the message; empty when it is done here
 * @param steps the same as related locations
 */
public record Place(
    Rule rule,
    Candidate candidate,
    String path,
    Certainty confidence,
    String via,
    List<Step> steps,
    Heat heat) {
  public Place {
    steps = List.copyOf(steps);
  }
}
