package dev.perflint.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names methods or constructors of a library type: {@code java.util.concurrent.Future#get()},
 * {@code okhttp3.OkHttpClient#new(*)}, {@code java.util.Map#get(Object)}. Means inherited and
 * overriding members too.
 *
 * @param type qualified, dots for nested types
 * @param name {@code new} for constructors
 * @param parameters type names as written, simple or qualified, {@code T[]} and {@code T...} as in
 *     source, without type arguments; empty for any parameters
 */
public record MemberPattern(String type, String name, Optional<List<String>> parameters) {
  /** The name of constructors. */
  public static final String CONSTRUCTOR = "new";

  public MemberPattern {
    parameters = parameters.map(List::copyOf);
  }

  /**
   * Reads {@code pkg.Type#name(parameters)}.
   *
   * @throws IllegalArgumentException when the text has another form
   */
  public static MemberPattern parse(String text) {
    int hash = text.indexOf('#');
    int open = text.indexOf('(', hash + 1);
    if (hash < 0 || open < 0 || !text.endsWith(")")) {
      throw malformed(text);
    }
    String type = text.substring(0, hash);
    String name = text.substring(hash + 1, open);
    String inside = text.substring(open + 1, text.length() - 1);
    if (!isQualified(type) || !isWord(name, 0, name.length())) {
      throw malformed(text);
    }
    return new MemberPattern(type, name, parametersOf(inside, text));
  }

  private static Optional<List<String>> parametersOf(String inside, String text) {
    if (inside.equals("*")) {
      return Optional.empty();
    }
    if (inside.isBlank()) {
      return Optional.of(List.of());
    }
    String[] parts = inside.split(",", -1);
    List<String> parameters = new ArrayList<>(parts.length);
    for (String part : parts) {
      parameters.add(part.strip());
    }
    for (int i = 0; i < parameters.size(); i++) {
      String bare = parameters.get(i);
      if (bare.endsWith("...") && i == parameters.size() - 1) {
        bare = bare.substring(0, bare.length() - 3);
      }
      while (bare.endsWith("[]")) {
        bare = bare.substring(0, bare.length() - 2);
      }
      if (!isName(bare)) {
        throw malformed(text);
      }
    }
    return Optional.of(parameters);
  }

  public boolean isConstructor() {
    return name.equals(CONSTRUCTOR);
  }

  /** What stands behind {@code new} where this constructor is called. */
  public String simpleTypeName() {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  /** Whether a call with so many arguments may mean this member. */
  public boolean accepts(int arity) {
    if (parameters.isEmpty()) {
      return true;
    }
    int size = parameters.get().size();
    return isVarargs() ? arity >= size - 1 : arity == size;
  }

  /** Whether the last parameter takes any number of arguments. */
  public boolean isVarargs() {
    return parameters
        .filter(list -> !list.isEmpty() && list.get(list.size() - 1).endsWith("..."))
        .isPresent();
  }

  @Override
  public String toString() {
    return type
        + "#"
        + name
        + "("
        + parameters.map(list -> String.join(", ", list)).orElse("*")
        + ")";
  }

  private static IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException(
        "not of the form pkg.Type#name(Parameter, ...) or pkg.Type#name(*): " + text);
  }

  /** Whether this is a name in a package, e.g. {@code java.util.Map.Entry}. */
  static boolean isQualified(String text) {
    return text.indexOf('.') > 0 && isName(text);
  }

  /** Whether this is one identifier or several with dots between them. */
  private static boolean isName(String text) {
    int start = 0;
    for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', start)) {
      if (!isWord(text, start, dot)) {
        return false;
      }
      start = dot + 1;
    }
    return isWord(text, start, text.length());
  }

  private static boolean isWord(String text, int start, int end) {
    if (start == end || !Character.isJavaIdentifierStart(text.charAt(start))) {
      return false;
    }
    for (int i = start + 1; i < end; i++) {
      if (!Character.isJavaIdentifierPart(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
