package dev.perflint.config;

import dev.perflint.knowledge.KnowledgeReader;
import dev.perflint.knowledge.Library;
import dev.perflint.model.Priority;
import dev.perflint.rank.RankingNumbers;
import dev.perflint.source.PathGlob;
import dev.perflint.words.Nearest;
import dev.perflint.yaml.Yaml;
import dev.perflint.yaml.YamlNode.Keys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** Reads the text of a configuration file; each complaint names file, line and key. */
final class ConfigurationReader {
  private static final List<String> KEYS =
      List.of(
          "select",
          "ignore",
          "fail-on",
          "min-priority",
          "java-version",
          "include-tests",
          "include-generated",
          "exclude",
          "paths",
          "knowledge",
          "issues",
          "ranking");
  private static final List<String> ISSUE_KEYS = List.of("labels", "assignees", "milestone");
  private static final List<String> PATH_KEYS = List.of("match", "ignore");
  private static final List<String> LEVELS = List.of("p1", "p2", "p3", "never");
  private static final int OLDEST_JDK = 8;

  private ConfigurationReader() {}

  static Configuration read(Path file, String text) {
    Keys keys = Yaml.read(file.toString(), text);
    keys.allow(KEYS);
    checkRanking(keys);
    return new Configuration(
        Optional.of(file),
        keys.texts("select"),
        keys.texts("ignore"),
        keys.text("fail-on").map(word -> oneOf(keys, "fail-on", word, LEVELS)),
        keys.text("min-priority")
            .map(word -> oneOf(keys, "min-priority", word, LEVELS.subList(0, 3)))
            .map(word -> Priority.valueOf(word.toUpperCase(Locale.ROOT))),
        keys.text("java-version").map(word -> javaVersion(keys, word)),
        keys.text("include-tests").map(word -> yesOrNo(keys, "include-tests", word)),
        keys.text("include-generated").map(word -> yesOrNo(keys, "include-generated", word)),
        keys.texts("exclude").stream().map(glob -> glob(keys, "exclude", glob)).toList(),
        paths(keys),
        libraries(keys),
        issues(keys));
  }

  private static IssueSettings issues(Keys keys) {
    Optional<Keys> set = keys.mappings("issues").stream().findFirst();
    set.ifPresent(entry -> entry.allow(ISSUE_KEYS));
    List<String> labels = set.map(entry -> entry.texts("labels")).orElse(List.of());
    return new IssueSettings(
        labels.isEmpty() ? IssueSettings.DEFAULT.labels() : labels,
        set.map(entry -> entry.texts("assignees")).orElse(List.of()),
        set.flatMap(entry -> entry.text("milestone")));
  }

  private static void checkRanking(Keys keys) {
    String newest = String.valueOf(RankingNumbers.VERSION);
    keys.text("ranking")
        .filter(version -> !version.equals(newest))
        .ifPresent(
            version -> {
              throw keys.problem(
                  "ranking", "this perflint ranks by version " + newest + " only, not " + version);
            });
  }

  private static List<PathRules> paths(Keys keys) {
    List<PathRules> paths = new ArrayList<>();
    for (Keys entry : keys.mappings("paths")) {
      entry.allow(PATH_KEYS);
      String glob = entry.required("match");
      if (entry.texts("ignore").isEmpty()) {
        throw entry.problem("`ignore` is missing");
      }
      paths.add(
          new PathRules(glob(entry, "match", glob), entry.texts("ignore"), entry.place().line()));
    }
    return paths;
  }

  private static PathGlob glob(Keys keys, String key, String text) {
    try {
      return new PathGlob(text);
    } catch (PatternSyntaxException e) {
      throw keys.problem(key, "not a glob: " + e.getDescription());
    }
  }

  private static List<Library> libraries(Keys keys) {
    return keys.mappings("knowledge").stream().map(KnowledgeReader::library).toList();
  }

  private static String oneOf(Keys keys, String key, String word, List<String> known) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (!known.contains(lower)) {
      throw keys.problem(key, "unknown \"" + word + "\"" + Nearest.hint(word, known));
    }
    return lower;
  }

  private static int javaVersion(Keys keys, String word) {
    try {
      int version = Integer.parseInt(word);
      if (version >= OLDEST_JDK) {
        return version;
      }
    } catch (NumberFormatException e) {
      // Said below, like a number that is too small.
    }
    throw keys.problem(
        "java-version", "wants a JDK release from " + OLDEST_JDK + " on, not \"" + word + "\"");
  }

  private static boolean yesOrNo(Keys keys, String key, String word) {
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      default -> throw keys.problem(key, "wants true or false, not \"" + word + "\"");
    };
  }
}
