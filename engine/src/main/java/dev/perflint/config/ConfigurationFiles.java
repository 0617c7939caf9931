package dev.perflint.config;

import dev.perflint.UsageException;
import dev.perflint.yaml.YamlException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds and loads {@code perflint.yml}. */
public final class ConfigurationFiles {
  /** Names, the preferred first. */
  public static final List<String> NAMES = List.of("perflint.yml", ".perflint.yml");

  private static final long LARGEST = 1_000_000;

  private ConfigurationFiles() {}

  /**
   * The configuration of a project.
   *
   * @param named by the user, and then the only one
   * @param around where else one is looked for, at the first path first
   * @throws UsageException when there is one that cannot be used
   */
  public static Configuration of(Optional<Path> named, List<Path> around) {
    return named
        .or(() -> around.stream().flatMap(path -> find(path).stream()).findFirst())
        .map(ConfigurationFiles::load)
        .orElse(Configuration.NONE);
  }

  /**
   * The nearest configuration file at or above a scanned path, up to the repository root; outside
   * of a repository only the folder itself is looked at.
   */
  public static Optional<Path> find(Path scanned) {
    Path start = scanned.toAbsolutePath().normalize();
    Path folder = Files.isDirectory(start) ? start : start.getParent();
    Optional<Path> root = repositoryRoot(folder);
    for (Path at = folder; at != null; at = at.getParent()) {
      for (String name : NAMES) {
        if (Files.isRegularFile(at.resolve(name))) {
          return Optional.of(at.resolve(name));
        }
      }
      if (root.isEmpty() || at.equals(root.get())) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * The JDK that runs the code at a path: what the nearest folder at or above it says, up to the
   * repository root; outside of a repository only the folder itself is looked at.
   */
  public static Optional<RuntimeJdk> runtimeJdk(Path scanned) {
    Path start = scanned.toAbsolutePath().normalize();
    Path folder = Files.isDirectory(start) ? start : start.getParent();
    Optional<Path> root = repositoryRoot(folder);
    for (Path at = folder; at != null; at = at.getParent()) {
      Optional<RuntimeJdk> jdk = RuntimeJdk.of(at);
      if (jdk.isPresent() || root.isEmpty() || at.equals(root.get())) {
        return jdk;
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> repositoryRoot(Path folder) {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /**
   * @throws UsageException when the file cannot be read or says something that perflint does not
   *     understand, with file, line and the nearest word
   */
  public static Configuration load(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new UsageException("there is no configuration file " + file);
      }
      if (Files.size(file) > LARGEST) {
        throw new UsageException(file + " is too large for a configuration file");
      }
      return ConfigurationReader.read(file, Files.readString(file, StandardCharsets.UTF_8));
    } catch (YamlException e) {
      throw new UsageException(e.getMessage(), e);
    } catch (CharacterCodingException e) {
      throw new UsageException(file + " is not UTF-8", e);
    } catch (IOException e) {
      throw new UsageException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
