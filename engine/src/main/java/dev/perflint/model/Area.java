package dev.perflint.model;

/** Where the code of a finding lives: the areas of the issue template and beyond. */
public enum Area {
  API_CLIENT("api-client"),
  CLI("cli"),
  DATABASE("database"),
  SERVER("server"),
  MESSAGING("messaging"),
  IO("io"),
  OTHER("other");

  private final String id;

  Area(String id) {
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
