package dev.perflint.match;

import dev.perflint.types.Truth;
import java.util.function.Function;

/**
 * Something that holds or does not at a match.
 *
 * @param text how it reads after "where", "inside" or "unless"
 */
public record Condition(String text, Function<Match, Truth> test) {
  public Truth test(Match match) {
    return test.apply(match);
  }

  public Condition not() {
    return new Condition("not " + text, match -> test(match).not());
  }

  public Condition or(Condition other) {
    return new Condition(text + " or " + other.text, match -> test(match).or(other.test(match)));
  }

  /** The other one, but only where this one cannot hold. */
  public Condition orElse(Condition other) {
    return new Condition(
        text + " or else " + other.text,
        match -> {
          Truth truth = test(match);
          return truth.mayBeReported() ? truth : other.test(match);
        });
  }

  public Condition and(Condition other) {
    return new Condition(text + " and " + other.text, match -> test(match).and(other.test(match)));
  }
}
