package dev.perflint.model;

/** What goes wrong when a rule's pattern meets load. */
public enum Risk {
  NONE("none"),
  OUTAGE("outage"),
  LATENCY("latency"),
  THROUGHPUT("throughput"),
  GARBAGE("garbage");

  private final String id;

  Risk(String id) {
    this.id = id;
  }

  /** The word that users type and read. */
  public String id() {
    return id;
  }

  @Override
  public String toString() {
    return id;
  }
}
