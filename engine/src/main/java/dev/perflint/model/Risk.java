package dev.perflint.model;

/** What goes wrong when a rule's pattern meets load. */
public enum Risk {
  NONE("none"),
  OUTAGE("outage"),
  /**
   * An outage where calls come steadily: what each leaves behind goes by itself after some time,
   * such as idle connections or the threads of a client that is collected, or is so little that
   * only very many fill a heap.
   */
  BUILD_UP("build-up"),
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

  /** Whether it takes a service down, at one call or at many. */
  public boolean isOutage() {
    return this == OUTAGE || this == BUILD_UP;
  }

  @Override
  public String toString() {
    return id;
  }
}
