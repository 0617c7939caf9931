package dev.perflint.report.draft;

import dev.perflint.model.Finding;
import dev.perflint.model.Theme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What was measured, or by which command it would be. */
final class Measurements {
  private static final String NOT_TIMED =
      "TBD: no benchmark of the method shows it; count or time it in a test of the application.";

  private static final Pattern TIME = Pattern.compile("[0-9] ?(ns|µs|ms|s)\\b");
  private static final Pattern BYTES = Pattern.compile("[0-9] ?(B|kB|MB)\\b");

  private final JmhResults jmh;
  private final JfrProfile recording;
  private final boolean withMaven;

  Measurements(JmhResults jmh, JfrProfile recording, boolean withMaven) {
    this.jmh = jmh;
    this.recording = recording;
    this.withMaven = withMaven;
  }

  Map<String, Object> values(Optional<BenchmarkClass> benchmark, Finding finding, Dialect dialect) {
    List<JmhResults.Result> results =
        benchmark.map(BenchmarkClass::name).map(jmh::of).orElse(List.of());
    String command = benchmark.map(this::command).orElse("");
    String unknown = benchmark.isPresent() ? "TBD (run: the command above)" : "TBD";
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("baseline", results.isEmpty() ? "" : dialect.block("", table(results)));
    values.put("baselineCommand", dialect.block("sh", command));
    values.put("noBenchmark", NOT_TIMED);
    values.put("hasBenchmark", benchmark.isPresent());
    values.put(
        "profileCommand",
        dialect.block(
            "sh",
            "jcmd <pid> JFR.start duration=60s filename=perflint.jfr settings=profile\n"
                + "jfr print --events "
                + events(finding.theme())
                + " perflint.jfr"));
    values.put("latencyBaseline", results.isEmpty() ? unknown : results.get(0).score());
    values.put(
        "allocationBaseline",
        results.stream().findFirst().flatMap(JmhResults.Result::allocated).orElse(unknown));
    values.put("unknown", unknown);
    values.put("latencyTarget", dialect.line(target(finding, TIME, "no worse")));
    values.put("allocationTarget", dialect.line(target(finding, BYTES, "no more")));
    return values;
  }

  /** What a recording shows of the method; empty texts where there is none. */
  Map<String, Object> profile(Optional<MethodProfile> profile, Dialect dialect) {
    List<String> lines =
        profile.map(shown -> shown.lines(recording.name())).orElse(List.of()).stream()
            .map(dialect::line)
            .toList();
    String stacks = profile.map(MethodProfile::stacks).orElse("");
    return Map.of(
        "profile", lines, "profileStacks", stacks.isEmpty() ? "" : dialect.block("", stacks));
  }

  /** What shows a wait is nothing that runs. */
  private static String events(Theme theme) {
    return switch (theme) {
      case DATA_ACCESS, TIMEOUTS, CONNECTIONS -> "jdk.SocketRead,jdk.ThreadPark";
      case CONCURRENCY, CANCELLATION, VIRTUAL_THREADS ->
          "jdk.JavaMonitorEnter,jdk.ThreadPark,jdk.ThreadSleep";
      default -> "jdk.ExecutionSample,jdk.ObjectAllocationSample";
    };
  }

  /** The part of the cost that is in one of the units. */
  private static String target(Finding finding, Pattern unit, String otherwise) {
    return finding.reason().terms().stream()
        .filter(term -> term.name().equals("cost"))
        .flatMap(term -> Stream.of(term.text().replace(" each time", "").split(" and ")))
        .filter(part -> unit.matcher(part).find())
        .findFirst()
        .map(part -> "less by " + part + " each time (what the rule states)")
        .orElse(otherwise);
  }

  private String command(BenchmarkClass benchmark) {
    String run =
        "org.openjdk.jmh.Main " + benchmark.name() + " -prof gc -rf json -rff results.json";
    int sources = benchmark.path().indexOf("src/test/java");
    String module = sources > 0 ? "-pl " + benchmark.path().substring(0, sources - 1) + " " : "";
    return withMaven
        ? "mvn "
            + module
            + "test-compile exec:exec -Dexec.classpathScope=test -Dexec.executable=java"
            + " \"-Dexec.args=-cp %classpath "
            + run
            + "\""
        : "java -cp <test class path> " + run;
  }

  private static String table(List<JmhResults.Result> results) {
    StringBuilder table = new StringBuilder();
    for (JmhResults.Result result : results) {
      table.append(result.name()).append("  ").append(result.score());
      result.allocated().ifPresent(bytes -> table.append("  ").append(bytes));
      table.append('\n');
    }
    return table.toString();
  }
}
