package dev.perflint.deploy;

import dev.perflint.model.Certainty;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Something that holds or does not at a spot.
 *
 * @param text how it reads after "where" or "unless"
 * @param words that it has to know of whether they stand in the code
 */
public record SpotCondition(String text, Function<Spot, Certainty> test, List<String> words) {
  public SpotCondition {
    words = List.copyOf(words);
  }

  public Certainty test(Spot spot) {
    return test.apply(spot);
  }

  public SpotCondition not() {
    return new SpotCondition("not " + text, spot -> test(spot).not(), words);
  }

  public SpotCondition and(SpotCondition other) {
    return new SpotCondition(
        text + " and " + other.text, spot -> test(spot).and(other.test(spot)), both(other));
  }

  public SpotCondition or(SpotCondition other) {
    return new SpotCondition(
        text + " or " + other.text, spot -> test(spot).or(other.test(spot)), both(other));
  }

  private List<String> both(SpotCondition other) {
    List<String> both = new ArrayList<>(words);
    both.addAll(other.words);
    return both;
  }
}
