package dev.perflint.types;

/** The primitive types, which no import ever changes. */
final class Primitives {
  private Primitives() {}

  static boolean isPrimitive(String name) {
    return switch (name) {
      case "int", "long", "double", "boolean", "char", "byte", "short", "float", "void" -> true;
      default -> false;
    };
  }
}
