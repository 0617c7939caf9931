package dev.perflint.report.github;

/** GitHub did not do what was asked; the message says why and what to do, and holds no token. */
public final class GitHubException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  GitHubException(int status, String message) {
    super(message);
    this.status = status;
  }

  GitHubException(String message, Throwable cause) {
    super(message, cause);
    this.status = 0;
  }

  /** Of HTTP; 0 when there was no answer. */
  public int status() {
    return status;
  }
}
