package dev.perflint.analysis;

import dev.perflint.facts.FieldKeys;
import dev.perflint.facts.Passed;
import dev.perflint.facts.ResultFate;
import dev.perflint.facts.Surroundings;
import dev.perflint.model.Region;
import dev.perflint.types.MethodRef;
import dev.perflint.types.Truth;
import java.util.List;

/**
 * One call, creation or method reference.
 *
 * @param region where it stands, from the called name on
 * @param on the field on which or with which a library call works, as {@link FieldKeys} names it;
 *     {@code ""} for none
 * @param effects what the library knowledge says that it does
 * @param result what becomes of what a method of the project returns
 * @param arguments what is known of how many elements each has; empty when nothing is
 */
public record CallFacts(
    MethodRef callee,
    Region region,
    Surroundings around,
    String on,
    List<Effect> effects,
    ResultFate result,
    List<Passed> arguments) {
  /**
   * @param role e.g. {@code query}, {@code remote-call}
   * @param what the simple name of the type and the member, e.g. "JdbcTemplate.query"
   */
  public record Effect(String role, String kind, String what, Truth truth) {}

  public CallFacts {
    effects = List.copyOf(effects);
    arguments = List.copyOf(arguments);
  }

  /** The same, surrounded otherwise. */
  public CallFacts within(Surroundings other) {
    return new CallFacts(callee, region, other, on, effects, result, arguments);
  }

  /** Whether the called method does not get to a call in it, given what this one hands over. */
  public boolean closes(CallFacts inCallee) {
    return inCallee.around.needs().stream()
        .anyMatch(
            test ->
                test.parameter() < arguments.size()
                    && test.failsFor(arguments.get(test.parameter()).constant()));
  }

  /** A call of which only the callee counts. */
  public static CallFacts plain(MethodRef callee, Region region, Surroundings around) {
    return new CallFacts(callee, region, around, "", List.of(), ResultFate.OTHER, List.of());
  }
}
