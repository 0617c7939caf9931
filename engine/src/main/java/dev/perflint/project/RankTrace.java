package dev.perflint.project;

import dev.perflint.model.Finding;
import dev.perflint.model.Group;
import dev.perflint.rank.Heat;
import dev.perflint.rank.Readings;
import java.util.List;

/**
 * How a finding came to its priority.
 *
 * @param group of its rule: which {@code --select} reports it
 * @param sureMatch whether the match itself is sure, whatever the way to it is
 * @param way from the entry point to the place that counts
 * @param others other entry points that lead there, the hottest first, each with its own hottest
 *     way
 * @param more how many entry points are left out
 */
public record RankTrace(
    Finding finding,
    Group group,
    Readings readings,
    Heat heat,
    boolean sureMatch,
    List<WayStep> way,
    List<Heat> others,
    int more) {
  public RankTrace {
    way = List.copyOf(way);
    others = List.copyOf(others);
  }
}
