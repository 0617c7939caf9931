package dev.perflint.types;

import java.util.List;

/**
 * A type as one file can name it, without looking at any other file. What only another file knows
 * stays symbolic and is resolved when the facts of all files are merged. Nothing is guessed from a
 * variable's name.
 *
 * <p>Nested types are named with dots: {@code java.util.Map.Entry}. Wildcards are reduced to their
 * bound.
 */
public sealed interface TypeRef {
  /**
   * A qualified name, e.g. {@code java.util.List<java.lang.String>}; primitives by their keyword.
   */
  record Named(String name, List<TypeRef> arguments) implements TypeRef {
    public Named {
      arguments = List.copyOf(arguments);
    }

    // Written out: names are compared more often than anything else, and most have no arguments.
    @Override
    public boolean equals(Object other) {
      return this == other
          || other instanceof Named that
              && name.equals(that.name)
              && arguments.size() == that.arguments.size()
              && (arguments.isEmpty() || arguments.equals(that.arguments));
    }

    @Override
    public int hashCode() {
      return arguments.isEmpty() ? name.hashCode() : 31 * name.hashCode() + arguments.hashCode();
    }
  }

  /**
   * The first of these qualified names that exists: what a simple name may mean by enclosing types,
   * package and star imports, in the order of the language.
   */
  record OneOf(List<String> names, List<TypeRef> arguments) implements TypeRef {
    public OneOf {
      names = List.copyOf(names);
      arguments = List.copyOf(arguments);
    }
  }

  /** A type variable of an API signature, e.g. {@code E}; never outlives substitution. */
  record Variable(String name) implements TypeRef {}

  /** An array. */
  record ArrayOf(TypeRef component) implements TypeRef {}

  /** What a call returns whose receiver another file declares. */
  record ReturnOf(TypeRef receiver, String method, int arity) implements TypeRef {}

  /** The type of a field that another file declares. */
  record FieldOf(TypeRef owner, String field) implements TypeRef {}

  /** What iterating over a container yields. */
  record ElementOf(TypeRef container) implements TypeRef {}

  /** Cannot be said, and no other file will tell. */
  record Unknown() implements TypeRef {}

  TypeRef UNKNOWN = new Unknown();

  static TypeRef named(String name) {
    return new Named(name, List.of());
  }

  static TypeRef named(String name, TypeRef... arguments) {
    return new Named(name, List.of(arguments));
  }

  /** Whether nothing is left to resolve at the top of this reference. */
  default boolean isSettled() {
    return this instanceof Named
        || this instanceof Unknown
        || this instanceof ArrayOf
        || this instanceof Variable;
  }
}
