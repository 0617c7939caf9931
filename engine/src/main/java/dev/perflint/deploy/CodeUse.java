package dev.perflint.deploy;

import dev.perflint.facts.Surroundings;
import dev.perflint.model.Certainty;
import dev.perflint.model.Location;
import java.util.Collection;
import java.util.Set;

/**
 * A call for which a setting matters.
 *
 * @param methodId the member around, as in the facts of its file
 * @param beside the texts that rules have asked for and its file has
 */
public record CodeUse(
    String member,
    String methodId,
    Location at,
    Surroundings around,
    Certainty certainty,
    Set<String> beside) {
  /** Whether its method repeats it. */
  public boolean isInLoop() {
    return around.loops().stream().anyMatch(loop -> loop.factor() > 1);
  }

  /**
   * Whether its file has one of these texts.
   *
   * @param words that the calls or a condition of the rule have declared
   */
  public boolean isBeside(Collection<String> words) {
    return words.stream().anyMatch(beside::contains);
  }
}
