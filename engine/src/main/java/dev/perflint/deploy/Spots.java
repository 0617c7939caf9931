package dev.perflint.deploy;

import dev.perflint.settings.Element;
import dev.perflint.settings.FileSettings;
import dev.perflint.settings.PropertyKeys;
import dev.perflint.settings.Setting;
import dev.perflint.source.SettingsKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where rules on configuration look. */
public final class Spots {
  private Spots() {}

  /**
   * The settings of production with one of these keys, in the module's own files.
   *
   * @param keys in which {@code *} stands for any text
   */
  public static SpotPattern setting(String... keys) {
    List<Pattern> patterns = matchers(List.of(keys));
    return SpotPattern.of(
        "a setting of " + String.join(", ", keys),
        application ->
            application.own().stream()
                .filter(Spots::isSettings)
                .flatMap(
                    file ->
                        file.settings().stream()
                            .filter(file::servesProduction)
                            .filter(setting -> matches(patterns, setting))
                            .map(setting -> Spot.of(application, file, setting)))
                .toList());
  }

  /**
   * The place where a setting that is absent would stand: the first of these keys or blocks that
   * the files of production have. One in an application: where a module that needs this one has
   * such a place, it is there.
   */
  public static SpotPattern place(String... anchors) {
    return SpotPattern.of(
        "where " + String.join(" or ", anchors) + " stands",
        application -> {
          List<Spot> found = new ArrayList<>();
          boolean outside = anchor(application, application.outer(), anchors).isPresent();
          if (!outside) {
            anchor(application, application.own(), anchors).ifPresent(found::add);
          }
          return found;
        });
  }

  /**
   * The settings of production with this key; where no file of the application has it, the place
   * where it would stand.
   */
  public static SpotPattern settingOrPlace(String key, String... anchors) {
    SpotPattern settings = setting(key);
    SpotPattern place = place(anchors);
    return SpotPattern.of(
        "a setting of " + key + " or a place for it",
        application -> {
          List<Spot> set = select(settings, application);
          return set.isEmpty() ? select(place, application) : set;
        });
  }

  private static List<Spot> select(SpotPattern pattern, Application application) {
    return pattern.find(application).stream().map(SpotPattern.Found::spot).toList();
  }

  /** What any of several patterns finds. */
  public static SpotPattern anyOf(SpotPattern... patterns) {
    return new SpotPattern(Stream.of(patterns).flatMap(p -> p.branches().stream()).toList());
  }

  private static Optional<Spot> anchor(
      Application application, List<FileSettings> files, String... anchors) {
    for (String anchor : anchors) {
      String key = PropertyKeys.relaxed(anchor);
      for (FileSettings file : files) {
        if (isSettings(file) && file.servesProduction()) {
          Optional<Setting> found =
              Stream.concat(file.blocks().stream(), file.settings().stream())
                  .filter(file::servesProduction)
                  .filter(s -> s.key().equals(key) || s.key().startsWith(key + "."))
                  .findFirst();
          if (found.isPresent()) {
            return found.map(setting -> Spot.of(application, file, setting));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isSettings(FileSettings file) {
    return file.kind() == SettingsKind.APPLICATION || file.kind() == SettingsKind.PERSISTENCE;
  }

  /**
   * Places in the logging configurations of production.
   *
   * @param inFile finds elements below the root, each with the value to speak of
   */
  public static SpotPattern logging(String text, Function<Element, List<Spoken>> inFile) {
    return SpotPattern.of(
        text,
        application ->
            application.own().stream()
                .filter(file -> file.kind() == SettingsKind.LOGGING && file.servesProduction())
                .flatMap(
                    file ->
                        file.root().map(inFile).orElse(List.of()).stream()
                            .map(
                                found ->
                                    Spot.of(application, file, found.element(), found.value())))
                .toList());
  }

  /** The instructions with which images start a JVM: one a file. */
  public static SpotPattern jvmStart() {
    return SpotPattern.of(
        "an instruction that starts a JVM",
        application ->
            application.own().stream()
                .filter(file -> file.kind() == SettingsKind.IMAGE && file.servesProduction())
                .flatMap(
                    file ->
                        StartedJvm.starts(file.settings()).stream()
                            .map(found -> Spot.of(application, file, found)))
                .toList());
  }

  /** An element and the value to speak of. */
  public record Spoken(Element element, String value) {}

  static List<Pattern> matchers(List<String> keys) {
    return keys.stream().map(PropertyKeys::matcher).toList();
  }

  static boolean matches(List<Pattern> patterns, Setting setting) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(setting.key()).matches());
  }
}
