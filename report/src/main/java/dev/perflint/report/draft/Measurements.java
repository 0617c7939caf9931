package dev.perflint.report.draft;

import dev.perflint.model.Finding;
import dev.perflint.model.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was measured, or by which command it would be. */
final class Measurements {
  private static final String NOT_TIMED =
      "TBD: no benchmark of the method shows it; count or time it in a test of the application.";

  private final JmhResults jmh;
  private final boolean withMaven;

  Measurements(JmhResults jmh, boolean withMaven) {
    this.jmh = jmh;
    this.withMaven = withMaven;
  }

  Map<String, Object> values(Optional<String> benchmark, Finding finding, Dialect dialect) {
    List<JmhResults.Result> results = benchmark.map(jmh::of).orElse(List.of());
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
                + "jfr print --events jdk.ExecutionSample,jdk.ObjectAllocationSample perflint.jfr"));
    values.put("latencyBaseline", results.isEmpty() ? unknown : results.get(0).score());
    values.put(
        "allocationBaseline",
        results.stream().findFirst().flatMap(JmhResults.Result::allocated).orElse(unknown));
    values.put("unknown", unknown);
    values.put("latencyTarget", dialect.line(target(finding)));
    return values;
  }

  private static String target(Finding finding) {
    return finding.reason().terms().stream()
        .filter(term -> term.name().equals("cost"))
        .map(Reason.Term::text)
        .findFirst()
        .map(cost -> "less by " + cost + " (the cost that the rule states)")
        .orElse("no worse");
  }

  private String command(String benchmark) {
    return withMaven
        ? "mvn test-compile exec:exec -Dexec.classpathScope=test -Dexec.executable=java"
            + " \"-Dexec.args=-cp %classpath org.openjdk.jmh.Main "
            + benchmark
            + " -prof gc -rf json -rff results.json\""
        : "java -cp <test class path> org.openjdk.jmh.Main "
            + benchmark
            + " -prof gc -rf json -rff results.json";
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
