package dev.perflint.report.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Settings of Hibernate that go with a rule's advice, in the format that a module uses. */
final class Knobs {
  /**
   * A setting to add.
   *
   * @param why a comment, which also says which value is only an example
   */
  private record Knob(String key, String value, String why) {}

  private static final List<Knob> BATCHES =
      List.of(
          new Knob(
              "spring.jpa.properties.hibernate.jdbc.batch_size",
              "50",
              "for writes with saveAll; reads need no setting"));

  private static final Map<String, List<Knob>> BY_RULE =
      Map.of("repository-call-in-loop", BATCHES, "query-in-loop", BATCHES);

  private Knobs() {}

  /**
   * @param language of the text
   * @param file that it goes to
   */
  record Change(String language, String file, String text) {}

  /** Empty where the rule needs no setting or the module has no such configuration. */
  static Optional<Change> of(String rule, String source, Path base) {
    List<Knob> knobs = BY_RULE.getOrDefault(rule, List.of());
    if (knobs.isEmpty()) {
      return Optional.empty();
    }
    int main = source.indexOf("src/main/");
    String resources = (main < 0 ? "" : source.substring(0, main)) + "src/main/resources/";
    return Stream.of("application.yml", "application.yaml", "application.properties")
        .map(name -> resources + name)
        .filter(path -> isForHibernate(base.resolve(path)))
        .findFirst()
        .map(
            path ->
                path.endsWith(".properties")
                    ? new Change("properties", path, properties(knobs))
                    : new Change("yaml", path, yaml(knobs)));
  }

  private static boolean isForHibernate(Path file) {
    try {
      return Files.isRegularFile(file)
          && Files.readString(file, StandardCharsets.ISO_8859_1).contains("jpa");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String properties(List<Knob> knobs) {
    StringBuilder text = new StringBuilder();
    for (Knob knob : knobs) {
      text.append("# ").append(knob.why()).append('\n');
      text.append(knob.key()).append('=').append(knob.value()).append('\n');
    }
    return text.toString();
  }

  /** Keys of the same parents below each other. */
  private static String yaml(List<Knob> knobs) {
    StringBuilder text = new StringBuilder();
    List<String> open = new ArrayList<>();
    for (Map.Entry<String, Knob> entry : byKey(knobs).entrySet()) {
      String[] path = entry.getKey().split("\\.");
      int shared = 0;
      while (shared < open.size()
          && shared < path.length - 1
          && open.get(shared).equals(path[shared])) {
        shared++;
      }
      open.subList(shared, open.size()).clear();
      for (int i = shared; i < path.length - 1; i++) {
        text.append("  ".repeat(i)).append(path[i]).append(":\n");
        open.add(path[i]);
      }
      text.append("  ".repeat(path.length - 1)).append(path[path.length - 1]).append(": ");
      text.append(entry.getValue().value()).append(" # ").append(entry.getValue().why());
      text.append('\n');
    }
    return text.toString();
  }

  private static Map<String, Knob> byKey(List<Knob> knobs) {
    Map<String, Knob> byKey = new LinkedHashMap<>();
    knobs.forEach(knob -> byKey.put(knob.key(), knob));
    return byKey;
  }
}
