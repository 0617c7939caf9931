package dev.perflint.model;

/** How urgent a finding is. Comes from ranking alone: no rule has a fixed priority. */
public enum Priority {
  P1("P1-High"),
  P2("P2-Medium"),
  P3("P3-Low");

  private final String label;

  Priority(String label) {
    this.label = label;
  }

  /** The label of issue trackers, {@code P1-High}. */
  public String label() {
    return label;
  }

  public boolean isAtLeast(Priority floor) {
    return compareTo(floor) <= 0;
  }

  /** The more urgent of the two. */
  public Priority or(Priority other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** Not more urgent than {@code cap}. */
  public Priority atMost(Priority cap) {
    return compareTo(cap) >= 0 ? this : cap;
  }
}
