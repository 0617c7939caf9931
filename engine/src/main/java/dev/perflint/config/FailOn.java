package dev.perflint.config;

import dev.perflint.model.Finding;
import dev.perflint.model.Priority;
import java.util.Locale;
import java.util.Optional;

/** From which priority on findings fail a run. */
public enum FailOn {
  P1(Optional.of(Priority.P1)),
  P2(Optional.of(Priority.P2)),
  P3(Optional.of(Priority.P3)),
  NEVER(Optional.empty());

  private final Optional<Priority> floor;

  FailOn(Optional<Priority> floor) {
    this.floor = floor;
  }

  /** What was asked for, else what the project configured, else {@code p1}. */
  public static FailOn of(Optional<FailOn> asked, Configuration configuration) {
    return asked
        .or(() -> configuration.failOn().map(word -> valueOf(word.toUpperCase(Locale.ROOT))))
        .orElse(P1);
  }

  public boolean isReachedBy(Finding finding) {
    return floor.isPresent() && finding.priority().isAtLeast(floor.get());
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
