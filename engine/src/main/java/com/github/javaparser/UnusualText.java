package com.github.javaparser;

/** Says that a text has something in it that JavaParser's own lexer must judge. */
final class UnusualText extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Without a stack trace: it only ends one attempt. */
  static final UnusualText FOUND = new UnusualText();

  private UnusualText() {
    super("needs JavaParser's own lexer", null, false, false);
  }
}
