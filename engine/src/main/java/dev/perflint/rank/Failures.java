package dev.perflint.rank;

import java.util.List;

/** Methods that are there for what has failed, by their names. */
final class Failures {
  /** First words of the methods that are told what has failed. */
  private static final List<String> TOLD = List.of("on", "handle", "mark", "process", "after");

  private static final List<String> WORDS =
      List.of("Fail", "Failed", "Failure", "Error", "Exception");

  private Failures() {}

  /** {@code onFailed}, {@code markServerFailed}, {@code handleError}, {@code failover}. */
  static boolean isHandledBy(String methodId) {
    // Asked for each call of a project.
    int start = methodId.indexOf('#') + 1;
    if (methodId.startsWith("failover", start)) {
      return true;
    }
    for (String first : TOLD) {
      if (isWord(methodId, start, first)) {
        return tellsOfFailure(methodId, start);
      }
    }
    return false;
  }

  private static boolean tellsOfFailure(String methodId, int start) {
    int end = methodId.indexOf('(', start);
    for (String word : WORDS) {
      int at = methodId.indexOf(word, start);
      if (at > 0 && at < end && isWord(methodId, at, word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWord(String text, int at, String word) {
    int end = at + word.length();
    return text.startsWith(word, at)
        && (end == text.length() || !Character.isLowerCase(text.charAt(end)));
  }
}
