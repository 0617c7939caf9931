package dev.perflint.cli;

import dev.perflint.model.Finding;
import dev.perflint.model.Priority;
import java.util.Locale;
import java.util.Optional;

/** From which priority on a finding makes the exit code 1. */
enum FailOn {
  P1(Optional.of(Priority.P1)),
  P2(Optional.of(Priority.P2)),
  P3(Optional.of(Priority.P3)),
  NEVER(Optional.empty());

  private final Optional<Priority> floor;

  FailOn(Optional<Priority> floor) {
    this.floor = floor;
  }

  boolean isReachedBy(Finding finding) {
    return floor.isPresent() && finding.priority().isAtLeast(floor.get());
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
