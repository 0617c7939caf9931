package dev.perflint.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a configuration file configures, as its name tells. */
public enum SettingsKind {
  /** The application and its frameworks: {@code application.yml}, {@code bootstrap.properties}. */
  APPLICATION("(?:application|bootstrap|microprofile-config).*\\.(?:properties|ya?ml)"),
  /** A persistence unit of JPA. */
  PERSISTENCE("persistence\\.xml"),
  /** Logback or Log4j. */
  LOGGING("(?:logback|log4j2).*\\.xml"),
  /** The image that the application runs in. */
  IMAGE("Dockerfile(?:[.-][A-Za-z0-9_.-]+)?|[A-Za-z0-9_.-]+\\.Dockerfile"),
  /** Containers that run beside each other, with what each of them is given. */
  COMPOSE("(?:docker-)?compose(?:[.-][A-Za-z0-9_.-]+)?\\.ya?ml");

  private static final List<SettingsKind> ALL = List.of(values());

  private final Pattern names;

  SettingsKind(String names) {
    this.names = Pattern.compile(names);
  }

  /**
   * The kind of a file; empty when it is no configuration.
   *
   * @param name without folders
   */
  public static Optional<SettingsKind> of(String name) {
    for (SettingsKind kind : ALL) {
      if (kind.names.matcher(name).matches()) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
