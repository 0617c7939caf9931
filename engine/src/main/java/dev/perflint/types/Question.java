package dev.perflint.types;

/**
 * What one file cannot answer by itself: plain data, answered when the facts of all files are
 * merged.
 */
public sealed interface Question {
  /** Is this type that one, or a subtype of it? */
  record IsA(TypeRef type, String supertype) implements Question {}

  /**
   * Does this method, or one that it calls, do something of that role, e.g. {@code query}? The
   * merge knows the way there.
   */
  record Does(MethodRef method, String role) implements Question {}

  /**
   * Is this method an entry point of one of those kinds, or called by one? Kinds separated by
   * spaces.
   */
  record RunsPer(String method, String kinds) implements Question {}

  /** Does some file that creates this type also interrupt threads or cancel tasks? */
  record InterruptedByCreator(String type) implements Question {}
}
