package dev.perflint.project;

import dev.perflint.model.Location;

/**
 * A call that leads to no method of the project, as far as can be said.
 *
 * @param caller short name of the method that calls
 * @param callee type, name and number of arguments, {@code Foo.bar/2}
 * @param type qualified name of the receiver's type; empty when it is unknown
 * @param fits how many methods it may mean; 0 where that does not matter
 */
public record Unlinked(String caller, Location at, String callee, String type, Why why, int fits) {
  /** What keeps the call from being linked. */
  public enum Why {
    /** The type of the receiver cannot be told. */
    UNKNOWN_RECEIVER,
    /** The receiver's type is of a library that perflint knows nothing of. */
    NOT_SCANNED,
    /** Overloads that differ in the types of their parameters alone. */
    SEVERAL_FIT,
    /** So many types override it that none of them counts. */
    MANY_OVERRIDE,
    /** Inherited from a library, or generated. */
    NOT_DECLARED,
    /** Abstract, without an implementation among the scanned types. */
    NOT_IMPLEMENTED
  }
}
