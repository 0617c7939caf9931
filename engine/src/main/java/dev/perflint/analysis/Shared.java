package dev.perflint.analysis;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps one object of equal ones: names, types and callees come again in thousands of files, and
 * each would be kept as often until the merge.
 */
final class Shared {
  private final Map<Object, Object> known = new ConcurrentHashMap<>();

  /** The first value that was equal to this one. */
  @SuppressWarnings("unchecked")
  <T> T of(T value) {
    Object first = known.get(value);
    if (first == null) { // most are known, and to put takes a lock
      first = known.putIfAbsent(value, value);
    }
    return first == null ? value : (T) first;
  }
}
