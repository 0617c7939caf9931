package dev.perflint.deploy;

import java.util.List;
import java.util.function.Predicate;

/**
 * Calls for which a setting matters.
 *
 * @param text what they do, reads on after "the code"
 * @param which of the calls of the members count
 * @param members {@code com.acme.Type#name}, of the type or a subtype
 * @param words that {@code which} has to know of whether they stand in the file of a call
 */
public record Calls(
    String text, Predicate<CodeUse> which, List<String> members, List<String> words) {
  /** Of a rule whose settings no call is known to use. */
  public static final Calls NONE = new Calls("", use -> false, List.of());

  public Calls {
    members = List.copyOf(members);
    words = List.copyOf(words);
  }

  /** Calls of which nothing counts that stands around them in their file. */
  public Calls(String text, Predicate<CodeUse> which, List<String> members) {
    this(text, which, members, List.of());
  }

  /** Those in the code of an application. */
  public List<CodeUse> in(Application application) {
    return application.calls(members).stream().filter(which).toList();
  }
}
