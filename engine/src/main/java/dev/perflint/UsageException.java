package dev.perflint;

/**
 * The user asked for something that cannot be done: wrong option, missing path, unknown rule. Exit
 * code 2.
 */
public class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }

  public UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
