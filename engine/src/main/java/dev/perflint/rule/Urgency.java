package dev.perflint.rule;

/** On which ways a rule's findings can be among the most urgent. */
public enum Urgency {
  /**
   * Where each of an application's daily requests, messages or events takes the way as a whole: a
   * branch on it is one doubt more. So for each rule until it has shown more.
   */
  STEADY_WAYS,
  /** There, and where it stops a job for good. */
  STEADY_WAYS_AND_JOBS,
  /**
   * Wherever the ranking says so. For rules of which P1s on other ways were read in applications,
   * and more than half of them were urgent.
   */
  ANYWHERE
}
