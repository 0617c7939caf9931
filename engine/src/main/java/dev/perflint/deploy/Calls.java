package dev.perflint.deploy;

import java.util.List;
import java.util.function.Predicate;

/**
 * Calls for which a setting matters.
 *
 * @param text what they do, reads on after "the code"
 * @param which of the calls of the members count
 * @param members {@code com.acme.Type#name}, of the type or a subtype
 */
public record Calls(String text, Predicate<CodeUse> which, List<String> members) {
  /** Of a rule whose settings no call is known to use. */
  public static final Calls NONE = new Calls("", use -> false, List.of());

  public Calls {
    members = List.copyOf(members);
  }

  /** Those in the code of an application. */
  public List<CodeUse> in(Application application) {
    return application.calls(members).stream().filter(which).toList();
  }
}
