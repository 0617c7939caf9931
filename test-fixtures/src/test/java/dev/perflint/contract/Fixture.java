package dev.perflint.contract;

import dev.perflint.rule.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sources of one rule: {@code Bad.java} with the lines to find, {@code Good.java} with near
 * misses, {@code Fixed.java} where the rule has a fix, and other files that these need. A folder in
 * it is a project of its own, with its own configuration files.
 */
record Fixture(Path folder, Map<String, String> texts) {
  private static final Pattern MARKER =
      Pattern.compile("\\s*(//|#|<!--) (want|pedantic|ok|missed)[ 0-9+-]*:.*");
  private static final Path SOURCES = Path.of("src/main/java");

  /**
   * For APIs of newer JDKs than the one that builds, by release; {@link NewerFixturesTest} compiles
   * them.
   */
  static final Map<Integer, Path> NEWER_SOURCES =
      new TreeMap<>(Map.of(21, Path.of("src/main/java21"), 25, Path.of("src/main/java25")));

  static Fixture of(Rule rule) {
    String theme = rule.doc().theme().id().replace("-", "");
    Path inside = Path.of("fixtures", theme, rule.id().value().replace('-', '_'));
    Map<String, String> texts = new TreeMap<>();
    NEWER_SOURCES.values().forEach(sources -> addAll(sources.resolve(inside), texts));
    addAll(SOURCES.resolve(inside), texts);
    return new Fixture(SOURCES.resolve(inside), texts);
  }

  private static void addAll(Path folder, Map<String, String> into) {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String name = folder.relativize(file).toString().replace('\\', '/');
          into.put(name, Files.readString(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  boolean has(String name) {
    return texts.containsKey(name);
  }

  String text(String name) {
    String text = texts.get(name);
    if (text == null) {
      throw new AssertionError(folder.resolve(name) + " is missing");
    }
    return text;
  }

  /** All files but the fixed one, whose class would stand beside the bad one. */
  Map<String, String> scanned() {
    Map<String, String> scanned = new TreeMap<>(texts);
    scanned.remove("Fixed.java");
    return scanned;
  }

  /** The markers of one kind, e.g. {@code // want: text}, in all scanned files. */
  List<Marker> markers(String kind) {
    List<Marker> markers = new ArrayList<>();
    scanned().forEach((name, text) -> markers.addAll(Marker.in(name, text, kind)));
    return markers;
  }

  /**
   * The file that shows what is wrong: {@code Bad.java}, or for a rule on configuration the first
   * file of its project {@code bad} that has an example.
   */
  String shown() {
    return texts.keySet().stream()
        .filter(name -> name.startsWith("bad/") && texts.get(name).contains("# example"))
        .findFirst()
        .or(
            () ->
                texts.keySet().stream()
                    .filter(n -> n.startsWith("bad/") && texts.get(n).contains("<!-- example -->"))
                    .findFirst())
        .orElse("Bad.java");
  }

  /**
   * What stands between {@code // example} and {@code // end} of what is shown, without markers and
   * indentation.
   */
  String example() {
    return marked(shown());
  }

  /** What the example looks like when it is mended, as {@code Good.java} marks it. */
  Optional<String> better() {
    return texts.containsKey("Good.java") && text("Good.java").contains("// example")
        ? Optional.of(marked("Good.java"))
        : Optional.empty();
  }

  private String marked(String file) {
    List<String> lines = new ArrayList<>();
    boolean inside = false;
    for (String line : text(file).lines().toList()) {
      if (line.strip().matches(".*(//|#|<!--) end( -->)?")) {
        inside = false;
      }
      String left = MARKER.matcher(line).replaceFirst("");
      if (inside && (!left.isBlank() || line.isBlank())) {
        lines.add(left);
      }
      if (line.strip().matches(".*(//|#|<!--) example( -->)?")) {
        inside = true;
      }
    }
    return String.join("\n", lines).stripIndent().stripTrailing();
  }
}
