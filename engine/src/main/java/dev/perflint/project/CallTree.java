package dev.perflint.project;

import dev.perflint.facts.Surroundings;
import dev.perflint.model.Location;
import dev.perflint.rank.Heat;
import java.util.List;

/**
 * A method with those that call it, or with those that it calls, as branches.
 *
 * @param does what it does itself; empty in trees of callers
 * @param branches callers with the hottest first, callees in the order of the source
 * @param more how many branches are left out
 * @param end why there are none, though there may be some
 */
public record CallTree(Method method, List<Does> does, List<Branch> branches, int more, End end) {
  /**
   * @param id as in the project's facts, {@code com.acme.PriceService#quote(String)}
   * @param name the same for people, {@code PriceService.quote}
   * @param entries what enters it from outside, each as the beginning of a way
   * @param heat the hottest way to it
   */
  public record Method(String id, String name, Location at, List<Heat> entries, Heat heat) {
    public Method {
      entries = List.copyOf(entries);
    }
  }

  /**
   * One thing that the library knowledge says of a call.
   *
   * @param role e.g. {@code query}
   * @param what e.g. "JdbcTemplate.query"
   */
  public record Does(String role, String what, Location at, Surroundings around) {}

  /**
   * @param links all calls between the two, the hottest first
   */
  public record Branch(List<Link> links, CallTree tree) {
    public Branch {
      links = List.copyOf(links);
    }
  }

  /** Where a branch ends, and why. */
  public enum End {
    /** Nothing is missing. */
    WHOLE,
    /** The method is on the way from the root to here. */
    CYCLE,
    /** Its branches stand elsewhere in the tree. */
    SHOWN,
    /** It has branches, deeper than was asked for. */
    DEEPER,
    /** It calls methods, and none of them does anything known, however deep one looks. */
    QUIET
  }

  public CallTree {
    does = List.copyOf(does);
    branches = List.copyOf(branches);
  }
}
