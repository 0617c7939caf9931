package dev.perflint.settings;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one build file says of its module: plain data.
 *
 * @param path relative, as in findings
 * @param artifact the module's name; {@code ""} when the file does not say
 * @param uses artifacts and modules that it depends on, without group and version; of a catalogue's
 *     alias with hyphens for dots
 */
public record BuildFile(String path, String artifact, Set<String> uses) {
  private static final Pattern COORDINATES =
      Pattern.compile("['\"][A-Za-z0-9_.-]+:([A-Za-z0-9_.-]+)(?::[^'\"]*)?['\"]");
  private static final Pattern MODULE =
      Pattern.compile("project\\(\\s*(?:path\\s*[:=]\\s*)?['\"]:?([A-Za-z0-9_.:-]+)['\"]");
  private static final Pattern ACCESSOR =
      Pattern.compile("\\b(?:libs|projects)\\.([A-Za-z0-9_.]+)");

  public BuildFile {
    uses = Set.copyOf(uses);
  }

  /** Reads the text of a {@code pom.xml} or a Gradle script; what a script computes is unknown. */
  public static BuildFile read(String path, String text) {
    return path.endsWith("pom.xml")
        ? XmlText.read(text)
            .map(root -> ofPom(path, root))
            .orElseGet(() -> new BuildFile(path, "", Set.of()))
        : ofScript(path, text);
  }

  /** The folder of the module; {@code ""} for the top. */
  public String folder() {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  private static BuildFile ofPom(String path, Element root) {
    Set<String> uses = new TreeSet<>();
    Stream.concat(
            Stream.of(root),
            root.children("profiles").stream().flatMap(all -> all.children("profile").stream()))
        .flatMap(part -> part.children("dependencies").stream())
        .flatMap(list -> list.children("dependency").stream())
        .filter(dependency -> !dependency.childText("scope").equals("test"))
        .forEach(dependency -> uses.add(dependency.childText("artifactId")));
    return new BuildFile(path, root.childText("artifactId"), uses);
  }

  private static BuildFile ofScript(String path, String text) {
    Set<String> uses = new TreeSet<>();
    for (String line : text.lines().toList()) {
      if (line.strip().startsWith("test") || line.strip().startsWith("//")) {
        continue;
      }
      Matcher coordinates = COORDINATES.matcher(line);
      while (coordinates.find()) {
        uses.add(coordinates.group(1));
      }
      Matcher module = MODULE.matcher(line);
      while (module.find()) {
        String name = module.group(1);
        uses.add(name.substring(name.lastIndexOf(':') + 1));
      }
      Matcher accessor = ACCESSOR.matcher(line);
      while (accessor.find()) {
        uses.add(accessor.group(1).replace('.', '-'));
      }
    }
    return new BuildFile(path, "", uses);
  }
}
