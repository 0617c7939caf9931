package dev.perflint.report.github;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How long to wait before the next try. GitHub says so where it has had enough; else the pauses
 * grow.
 *
 * @param longest what one pause may last; longer ones are left to the user
 */
record Patience(Duration longest, InstantSource clock) {
  /** Tries of one request, the first included. */
  static final int TRIES = 4;

  /** Of a secondary limit, whose end GitHub does not tell. */
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** The pause that a refused request has to keep; empty when it was not refused for its number. */
  Optional<Duration> asked(int status, HttpHeaders headers, int tried) {
    if (status != 403 && status != 429) {
      return Optional.empty();
    }
    OptionalLong after = number("retry-after", headers);
    if (after.isPresent()) {
      return Optional.of(Duration.ofSeconds(after.getAsLong()));
    }
    if (headers.firstValue("x-ratelimit-remaining").filter("0"::equals).isPresent()) {
      Instant reset = Instant.ofEpochSecond(number("x-ratelimit-reset", headers).orElse(0));
      Duration left = Duration.between(clock.instant(), reset);
      return Optional.of(left.isNegative() ? Duration.ofSeconds(1) : left.plusSeconds(1));
    }
    return status == 429 ? Optional.of(MINUTE.multipliedBy(1L << tried)) : Optional.empty();
  }

  /** The pause after a failure that may pass. */
  static Duration afterFailure(int tried) {
    return Duration.ofSeconds(1L << tried);
  }

  private static OptionalLong number(String header, HttpHeaders headers) {
    try {
      return headers.firstValueAsLong(header);
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
