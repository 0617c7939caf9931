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
    return methodId.startsWith("failover", start)
        || Requests.startsWith(TOLD, methodId, start) && tellsOfFailure(methodId, start);
  }

  private static boolean tellsOfFailure(String methodId, int start) {
    int end = methodId.indexOf('(', start);
    for (String word : WORDS) {
      int at = methodId.indexOf(word, start);
      if (at > 0 && at < end && Requests.isWord(methodId, at, word)) {
        return true;
      }
    }
    return false;
  }
}
