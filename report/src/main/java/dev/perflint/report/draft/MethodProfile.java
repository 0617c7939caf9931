package dev.perflint.report.draft;

import dev.perflint.report.draft.RecordedSample.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a recording shows below one method: its shares, and the stacks that most of them have. */
final class MethodProfile {
  private static final int STACKS = 3;
  private static final int FRAMES = 8;

  /** What was recorded with one stack below the method. */
  private record Below(Kind kind, List<String> stack) {}

  private final String name;
  private final RecordedTotals here = new RecordedTotals();
  private final Map<Below, Double> stacks = new HashMap<>();
  private RecordedTotals all = new RecordedTotals();

  /**
   * Of a method.
   *
   * @param name {@code com.acme.Prices.quote}; all overloads of that name
   */
  MethodProfile(String name) {
    this.name = name;
  }

  /** The method of a finding's member; empty for one that is no method. */
  static Optional<String> named(String member) {
    int parameters = member.indexOf('(');
    if (parameters < 0) {
      return Optional.empty();
    }
    String name = member.substring(0, parameters);
    String type = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    boolean constructor = (type + ".").endsWith(name.substring(name.lastIndexOf('.')) + ".");
    return Optional.of(constructor ? type + ".<init>" : name);
  }

  void add(RecordedSample sample) {
    int at = sample.stack().lastIndexOf(name);
    if (at >= 0) {
      here.add(sample);
      List<String> below = sample.stack().subList(Math.max(0, at + 1 - FRAMES), at + 1);
      stacks.merge(new Below(sample.kind(), List.copyOf(below)), sample.amount(), Double::sum);
    }
  }

  void total(RecordedTotals totals) {
    all = totals;
  }

  /** In words, a line for each kind of which there is something. */
  List<String> lines(String recording) {
    List<String> lines = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (here.of(kind) > 0) {
        lines.add(line(kind, recording));
      }
    }
    if (lines.isEmpty()) {
      lines.add(
          "`"
              + shortName(name)
              + "` is on no stack of "
              + recording
              + ", which has "
              + amount(Kind.CPU, all.of(Kind.CPU))
              + ": it did not run while it was recorded, or too briefly to be met.");
    }
    return lines;
  }

  private String line(Kind kind, String recording) {
    double part = here.of(kind);
    double whole = all.of(kind);
    return "%s of %s in %s (%s) below `%s`."
        .formatted(
            amount(kind, part),
            amount(kind, whole),
            recording,
            String.format(Locale.ROOT, "%.1f %%", 100 * part / whole),
            shortName(name));
  }

  private static String amount(Kind kind, double amount) {
    return switch (kind) {
      case CPU -> String.format(Locale.ROOT, "%,.0f samples of the CPU", amount);
      case ALLOCATION -> bytes(amount) + " of sampled allocations";
      case SOCKET -> seconds(amount) + " of waiting for sockets";
      case MONITOR -> seconds(amount) + " of waiting for monitors";
      case SLEEP -> seconds(amount) + " of sleep";
    };
  }

  private static String bytes(double bytes) {
    return bytes < 1e6
        ? String.format(Locale.ROOT, "%,.0f kB", Math.ceil(bytes / 1e3))
        : String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
  }

  private static String seconds(double nanos) {
    return String.format(Locale.ROOT, nanos < 1e9 ? "%.3f s" : "%,.1f s", nanos / 1e9);
  }

  /** The stacks with most below the method, by kind, the running method first. */
  String stacks() {
    StringBuilder text = new StringBuilder();
    stacks.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<Below, Double> e) -> e.getKey().kind())
                .thenComparing(e -> -e.getValue())
                .thenComparing(e -> String.join(" ", e.getKey().stack())))
        .limit(STACKS)
        .forEach(
            entry -> {
              text.append(amount(entry.getKey().kind(), entry.getValue())).append('\n');
              entry.getKey().stack().forEach(f -> text.append("  ").append(f).append('\n'));
            });
    return text.toString();
  }

  private static String shortName(String name) {
    int method = name.lastIndexOf('.');
    int type = name.lastIndexOf('.', method - 1);
    return name.substring(type + 1);
  }
}
