package dev.perflint.deploy;

import dev.perflint.model.Certainty;
import java.util.List;

/** What each clause of a rule says to one spot. */
public record SpotTrace(Spot spot, List<Step> steps) {
  /** One clause and its answer. */
  public record Step(String text, Certainty certainty, boolean isException) {}

  public SpotTrace {
    steps = List.copyOf(steps);
  }
}
