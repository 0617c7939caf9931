package dev.perflint.report.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.perflint.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What JMH wrote with {@code -rf json}. */
public final class JmhResults {
  /** None was given. */
  public static final JmhResults NONE = new JmhResults(List.of());

  /**
   * One benchmark, or one set of its parameters.
   *
   * @param name of class and method
   * @param score with its error and unit
   * @param allocated bytes an operation, where it was measured
   */
  public record Result(String name, String score, Optional<String> allocated) {}

  private final List<Result> results;

  private JmhResults(List<Result> results) {
    this.results = results;
  }

  /**
   * @param shown how the user knows the file
   * @throws UsageException when it is no such file
   */
  public static JmhResults read(Path file, String shown) {
    JsonNode all;
    try {
      all = JsonMapper.builder().build().readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      String reason = Files.isRegularFile(file) ? "it is no JSON" : "there is no such file";
      throw new UsageException("cannot use " + shown + ": " + reason, e);
    }
    if (!all.isArray()) {
      throw new UsageException("cannot use " + shown + ": it is not what JMH writes with -rf json");
    }
    List<Result> results = new ArrayList<>();
    for (JsonNode one : all) {
      JsonNode metric = one.path("primaryMetric");
      if (!one.path("benchmark").isTextual() || !metric.path("score").isNumber()) {
        throw new UsageException(
            "cannot use " + shown + ": an entry has no benchmark with a score");
      }
      results.add(result(one, metric));
    }
    return new JmhResults(results);
  }

  private static Result result(JsonNode one, JsonNode metric) {
    List<String> parameters = new ArrayList<>();
    one.path("params")
        .fields()
        .forEachRemaining(p -> parameters.add(p.getKey() + "=" + p.getValue().asText()));
    String name = one.path("benchmark").asText();
    JsonNode allocated = one.path("secondaryMetrics");
    JsonNode norm =
        allocated.has("gc.alloc.rate.norm")
            ? allocated.path("gc.alloc.rate.norm")
            : allocated.path("·gc.alloc.rate.norm");
    return new Result(
        parameters.isEmpty() ? name : name + " (" + String.join(", ", parameters) + ")",
        amount(metric),
        norm.path("score").isNumber() ? Optional.of(amount(norm)) : Optional.empty());
  }

  private static String amount(JsonNode metric) {
    String unit = metric.path("scoreUnit").asText("");
    String score = number(metric.path("score").asDouble());
    JsonNode error = metric.path("scoreError");
    return error.isNumber()
        ? score + " ± " + number(error.asDouble()) + " " + unit
        : score + " " + unit;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.3f" : "%,.1f", value);
  }

  /** Benchmark classes of which no draft has one of that name, sorted: measured for nothing. */
  public List<String> withoutDraft(List<Draft> drafts) {
    return results.stream()
        .map(result -> benchmarkClass(result.name()))
        .distinct()
        .filter(name -> drafts.stream().noneMatch(draft -> draft.body().contains(name)))
        .sorted()
        .toList();
  }

  /** Without its package, and without the method and the parameters behind it. */
  private static String benchmarkClass(String name) {
    String method = name.contains(" (") ? name.substring(0, name.indexOf(" (")) : name;
    String type = method.substring(0, Math.max(0, method.lastIndexOf('.')));
    return type.substring(type.lastIndexOf('.') + 1);
  }

  /** Those of a benchmark class, by its simple name. */
  public List<Result> of(String benchmarkClass) {
    return results.stream()
        .filter(result -> (result.name() + ".").contains("." + benchmarkClass + "."))
        .toList();
  }
}
