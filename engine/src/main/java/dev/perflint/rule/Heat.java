package dev.perflint.rule;

/** Whose frequency counts for a rule's ranking. */
public enum Heat {
  /** That of the reported place. */
  HERE("here"),
  /** That of the hottest use of what is made here. */
  USE("use");

  private final String id;

  Heat(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }
}
