package dev.perflint.rank;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the label of a job tells of how often it runs: {@code @Scheduled every 10 seconds}. */
final class Schedule {
  private static final Pattern PERIOD =
      Pattern.compile("(?:.* )?every (\\d+) ?([a-z]+)", Pattern.CASE_INSENSITIVE);

  /** {@code PT10S}, as a configuration has it. */
  private static final Pattern ISO = Pattern.compile("(?:.* )?every (PT?[0-9][^ ]*)(?: [a-z]+)?");

  /** Its own unit counts, not that of the annotation behind it. */
  private static final Pattern WITH_UNIT =
      Pattern.compile("((?:.* )?every \\d+(?:ns|us|ms|s|m|h|d)) [a-z]+");

  private static final Pattern FIELD = Pattern.compile("[0-9A-Za-z*/?,#-]+");
  private static final Pattern EACH = Pattern.compile("\\*|[*0]/1");
  private static final int MOST_FIELDS = 7;
  private static final int FEWEST_FIELDS = 5;

  private static final Map<String, Long> MILLIS =
      Map.ofEntries(
          Map.entry("ns", 0L),
          Map.entry("us", 0L),
          Map.entry("nanos", 0L),
          Map.entry("nanoseconds", 0L),
          Map.entry("microseconds", 0L),
          Map.entry("ms", 1L),
          Map.entry("millis", 1L),
          Map.entry("milliseconds", 1L),
          Map.entry("s", 1_000L),
          Map.entry("sec", 1_000L),
          Map.entry("seconds", 1_000L),
          Map.entry("m", 60_000L),
          Map.entry("min", 60_000L),
          Map.entry("minutes", 60_000L));

  private Schedule() {}

  /** Whether the label says that it runs once a minute at least. */
  static boolean isFrequent(String label) {
    return period(label)
        .map(period -> period.compareTo(RankingNumbers.OFTEN) <= 0)
        .orElseGet(() -> isEachMinute(label));
  }

  private static Optional<Duration> period(String label) {
    Matcher unit = WITH_UNIT.matcher(label);
    Matcher period = PERIOD.matcher(unit.matches() ? unit.group(1) : label);
    if (period.matches()) {
      Long millis = MILLIS.get(period.group(2).toLowerCase(Locale.ROOT));
      return Optional.of(
          millis == null
              ? Duration.ofDays(1)
              : Duration.ofMillis(millis).multipliedBy(Long.parseLong(period.group(1))));
    }
    Matcher iso = ISO.matcher(label);
    try {
      return iso.matches() ? Optional.of(Duration.parse(iso.group(1))) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** A cron expression, with seconds or without, behind the name of an annotation. */
  private static boolean isEachMinute(String label) {
    String[] fields = label.replaceFirst("^@\\w+ ", "").split(" +");
    if (fields.length < FEWEST_FIELDS || fields.length > MOST_FIELDS) {
      return false;
    }
    for (String field : fields) {
      if (!FIELD.matcher(field).matches()) {
        return false;
      }
    }
    int minute = fields.length == FEWEST_FIELDS ? 0 : 1;
    return EACH.matcher(fields[minute]).matches() && EACH.matcher(fields[minute + 1]).matches();
  }
}
