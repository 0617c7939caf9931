package dev.perflint.rule;

/** On which ways a rule's findings can be among the most urgent. */
public enum Urgency {
  /** Wherever the ranking says so. */
  ANYWHERE,
  /**
   * Where each of an application's daily requests, messages or events takes the way as a whole. For
   * rules of which fewer than half was worth fixing when it was read, or none of the P1s was
   * urgent: a branch on the way is one doubt more.
   */
  STEADY_WAYS
}
