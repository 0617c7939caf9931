package dev.perflint.rules.architecture.second;

/** Another theme. */
public final class Other {
  /** Does nothing. */
  public void look(String path) {}
}
