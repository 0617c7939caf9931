package dev.perflint.types;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The primitive types, which no import ever changes. */
public final class Primitives {
  /** One of each: the facts of a scan name them a million times. */
  private static final Map<String, TypeRef> TYPES =
      Stream.of("int", "long", "double", "boolean", "char", "byte", "short", "float", "void")
          .collect(Collectors.toUnmodifiableMap(name -> name, TypeRef::named));

  private Primitives() {}

  /** The type of that keyword. */
  static TypeRef type(String keyword) {
    return TYPES.get(keyword);
  }

  public static boolean isPrimitive(String name) {
    return switch (name) {
      case "int", "long", "double", "boolean", "char", "byte", "short", "float", "void" -> true;
      default -> false;
    };
  }

  /** As a type argument: {@code java.lang.Integer} for {@code int}. */
  static TypeRef boxed(TypeRef type) {
    if (!(type instanceof TypeRef.Named named) || !isPrimitive(named.name())) {
      return type;
    }
    String simple =
        switch (named.name()) {
          case "int" -> "Integer";
          case "char" -> "Character";
          default -> Character.toUpperCase(named.name().charAt(0)) + named.name().substring(1);
        };
    return TypeRef.named("java.lang." + simple);
  }
}
