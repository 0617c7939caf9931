package dev.perflint.deploy;

import dev.perflint.facts.Surroundings;
import dev.perflint.model.Certainty;
import dev.perflint.model.Location;

/**
 * A call for which a setting matters.
 *
 * @param methodId the member around, as in the facts of its file
 */
public record CodeUse(
    String member, String methodId, Location at, Surroundings around, Certainty certainty) {
  /** Whether its method repeats it. */
  public boolean isInLoop() {
    return around.loops().stream().anyMatch(loop -> loop.factor() > 1);
  }
}
