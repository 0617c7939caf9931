package dev.perflint;

import dev.perflint.project.Team;
import dev.perflint.source.Workers;
import java.util.List;
import java.util.function.Function;

/**
 * The workers of a scan, at its merge.
 *
 * @param clock counts what they do as merging
 */
record MergeTeam(int threads, PhaseClock clock) implements Team {
  @Override
  public <T, R> List<R> map(List<T> parts, Function<T, R> work) {
    if (threads == 1) {
      return ALONE.map(parts, work);
    }
    return new Workers(threads)
        .all(parts, part -> clock.time(PhaseClock.Phase.MERGE, () -> work.apply(part)));
  }
}
