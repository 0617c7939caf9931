package dev.perflint.project;

import dev.perflint.knowledge.EntryKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Who reaches a method and what it reaches.
 *
 * @param isAbstract whether it has no body: it calls nothing, and its callees are what implements
 *     it
 * @param way the hottest way to it; its last step is the method itself
 * @param entries how many entry points of each kind lead to it, near or far
 * @param always what rules take it to do on every call
 * @param unlinked calls of the method that lead nowhere
 * @param mayCall calls that fit the method's name and are not linked
 */
public record Reach(
    CallTree callers,
    CallTree callees,
    boolean isAbstract,
    List<WayStep> way,
    Map<EntryKind, Integer> entries,
    List<Always> always,
    List<Unlinked> unlinked,
    List<Unlinked> mayCall) {
  /**
   * @param what e.g. "JdbcTemplate.query"
   * @param through short names of the methods between, the nearest first
   */
  public record Always(String role, String what, List<String> through, boolean likely) {
    public Always {
      through = List.copyOf(through);
    }
  }

  public Reach {
    way = List.copyOf(way);
    EnumMap<EntryKind, Integer> sorted = new EnumMap<>(EntryKind.class);
    sorted.putAll(entries);
    entries = Collections.unmodifiableMap(sorted);
    always = List.copyOf(always);
    unlinked = List.copyOf(unlinked);
    mayCall = List.copyOf(mayCall);
  }

  /** The method. */
  public CallTree.Method method() {
    return callers.method();
  }
}
