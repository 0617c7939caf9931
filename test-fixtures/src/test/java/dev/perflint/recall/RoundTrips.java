package dev.perflint.recall;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What was asked of the database and of other servers, each with the shop's methods on its way. */
final class RoundTrips {
  private final List<Set<String>> ways = new ArrayList<>();

  /** Called by whatever sends something; the calling thread's stack is the way. */
  synchronized void add() {
    ways.add(
        StackWalker.getInstance()
            .walk(
                frames ->
                    frames
                        .filter(frame -> frame.getClassName().startsWith("shop."))
                        .filter(frame -> String.valueOf(frame.getFileName()).endsWith(".java"))
                        .map(frame -> key(frame.getFileName(), frame.getMethodName()))
                        .collect(Collectors.toCollection(LinkedHashSet::new))));
  }

  /** A method, as {@code Orders.java#find}: of overloads the same, and of its lambdas. */
  static String key(String file, String method) {
    return file + "#" + (method.startsWith("lambda$") ? method.split("\\$", 3)[1] : method);
  }

  /** What was sent since the last call of this, from whichever thread. */
  synchronized List<Set<String>> taken() {
    List<Set<String>> taken = List.copyOf(ways);
    ways.clear();
    return taken;
  }
}
