package dev.perflint.model;

/**
 * How a rule is switched on: {@code default} rules run unless ignored, the others when selected.
 */
public enum Group {
  DEFAULT("default"),
  PEDANTIC("pedantic"),
  PREVIEW("preview");

  private final String id;

  Group(String id) {
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
