package dev.perflint.types;

import java.util.List;

/**
 * A method as a caller names it.
 *
 * @param owner the receiver's type; of an unscoped call the enclosing type
 * @param name {@code <init>} for a constructor
 * @param arity number of arguments
 * @param arguments their types, which tell overloads apart; empty where none is known
 */
public record MethodRef(TypeRef owner, String name, int arity, List<TypeRef> arguments) {
  public MethodRef {
    arguments = List.copyOf(arguments);
  }

  /** By number of arguments alone. */
  public MethodRef(TypeRef owner, String name, int arity) {
    this(owner, name, arity, List.of());
  }

  /** The same without types of arguments. */
  public MethodRef bare() {
    return arguments.isEmpty() ? this : new MethodRef(owner, name, arity);
  }
}
