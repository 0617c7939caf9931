package dev.perflint.types;

/**
 * A method as a caller names it.
 *
 * @param owner the receiver's type; of an unscoped call the enclosing type
 * @param name {@code <init>} for a constructor
 * @param arity number of arguments
 */
public record MethodRef(TypeRef owner, String name, int arity) {}
