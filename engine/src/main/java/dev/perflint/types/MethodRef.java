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

  // Written out, as those of the names in it are.
  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof MethodRef that
            && arity == that.arity
            && name.equals(that.name)
            && owner.equals(that.owner)
            && arguments.size() == that.arguments.size()
            && (arguments.isEmpty() || arguments.equals(that.arguments));
  }

  @Override
  public int hashCode() {
    int hash = 31 * (31 * owner.hashCode() + name.hashCode()) + arity;
    return arguments.isEmpty() ? hash : 31 * hash + arguments.hashCode();
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
