package dev.perflint.facts;

import dev.perflint.model.Region;
import dev.perflint.types.MethodRef;
import java.util.List;

/**
 * What a method does with one of its arguments: plain data for the merge.
 *
 * @param index from 0
 * @param kept whether it gets where others find it later: into a field, a collection, a result
 * @param astray whether something gets hold of it of which nothing is known
 */
public record ArgumentFacts(
    int index, List<Effect> effects, List<Passed> passed, boolean kept, boolean astray) {
  /** It is closed. */
  public static final String CLOSES = "closes";

  /** The function is called. */
  public static final String CALLS = "calls";

  /**
   * Something that the method does to it by itself.
   *
   * @param what {@link #CLOSES}, {@link #CALLS}, {@link HandOvers#RUNS}, {@link HandOvers#LIMITS}
   *     or {@link HandOvers#ITERATES}
   */
  public record Effect(String what, Region at) {}

  /**
   * A hand-over to another method of the project.
   *
   * @param looped whether it is made for each of several elements
   * @param always whether it is made whenever the method runs
   */
  public record Passed(MethodRef method, int argument, boolean looped, boolean always, Region at) {}

  public ArgumentFacts {
    effects = List.copyOf(effects);
    passed = List.copyOf(passed);
  }

  /** Whether something is done with it by the method, or by another one. */
  boolean sayAnything() {
    return !effects.isEmpty() || !passed.isEmpty();
  }
}
