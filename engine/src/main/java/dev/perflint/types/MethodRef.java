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
public record MethodRef(
    TypeRef owner, String name, int arity, List<TypeRef> arguments, Receiver receiver) {
  /** Whose method is called. */
  public enum Receiver {
    /** That of the object itself, be it overridden: {@code close()}, {@code this.close()}. */
    SELF,
    /** The one that the class inherits, whatever overrides it: {@code super.close()}. */
    SUPER,
    /** That of each object of a collection, one after the other: all of them run. */
    EACH,
    /** That of an object which may be another one, or of none. */
    ANY
  }

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
            && receiver == that.receiver
            && owner.equals(that.owner)
            && arguments.size() == that.arguments.size()
            && (arguments.isEmpty() || arguments.equals(that.arguments));
  }

  @Override
  public int hashCode() {
    int hash = 31 * (31 * owner.hashCode() + name.hashCode()) + arity + receiver.ordinal() * 97;
    return arguments.isEmpty() ? hash : 31 * hash + arguments.hashCode();
  }

  /** By number of arguments alone. */
  public MethodRef(TypeRef owner, String name, int arity) {
    this(owner, name, arity, List.of(), Receiver.ANY);
  }

  /** Whether it names the method that a class inherits, which no override replaces. */
  public boolean isInherited() {
    return receiver == Receiver.SUPER;
  }

  /** Whether it is called on the caller's own object. */
  public boolean isOwn() {
    return receiver == Receiver.SELF || receiver == Receiver.SUPER;
  }

  /** The same without types of arguments. */
  public MethodRef bare() {
    return arguments.isEmpty() ? this : new MethodRef(owner, name, arity, List.of(), receiver);
  }

  /** The same of an object of that type. */
  public MethodRef of(TypeRef type) {
    return new MethodRef(type, name, arity, arguments, Receiver.ANY);
  }
}
