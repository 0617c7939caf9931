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
    int start = methodId.indexOf('#') + 1;
    if (methodId.startsWith("failover", start)) {
      return true;
    }
    boolean told = TOLD.stream().anyMatch(word -> isWord(methodId, start, word));
    return told && WORDS.stream().anyMatch(word -> has(methodId, start, word));
  }

  private static boolean has(String methodId, int start, String word) {
    int at = methodId.indexOf(word, start);
    return at > 0 && at < methodId.indexOf('(', start) && isWord(methodId, at, word);
  }

  private static boolean isWord(String text, int at, String word) {
    int end = at + word.length();
    return text.startsWith(word, at)
        && (end == text.length() || !Character.isLowerCase(text.charAt(end)));
  }
}
