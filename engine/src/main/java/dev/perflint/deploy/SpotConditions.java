package dev.perflint.deploy;

import dev.perflint.knowledge.EntryKind;
import dev.perflint.knowledge.VersionRange;
import dev.perflint.model.Certainty;
import dev.perflint.settings.FileSettings;
import dev.perflint.settings.PropertyKeys;
import dev.perflint.settings.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The words for conditions on configuration. */
public final class SpotConditions {
  private SpotConditions() {}

  /**
   * No file of the application sets one of these keys, in whatever profile. Unknown where settings
   * come from elsewhere too, or the code has one of the keys, or the last part of one behind {@code
   * spring.jpa.properties.} as JPA itself names it.
   *
   * @param keys in which {@code *} stands for any text
   */
  public static SpotCondition absent(String... keys) {
    return absent(List.of(keys), List.of());
  }

  /**
   * @param inCode other texts whose presence in the code means that the code may set it, such as
   *     the constant for the key or the name of a setter
   */
  public static SpotCondition absent(List<String> keys, List<String> inCode) {
    List<Pattern> patterns = Spots.matchers(keys);
    List<String> words = new ArrayList<>(inCode);
    for (String key : keys) {
      String word = key.replaceFirst("^spring\\.jpa\\.properties\\.", "");
      if (!word.contains("*")) {
        words.add(word);
      }
    }
    return new SpotCondition(
        "nothing sets " + String.join(", ", keys),
        spot -> {
          Application application = spot.application();
          for (FileSettings file : application.all()) {
            if (file.settings().stream().anyMatch(s -> Spots.matches(patterns, s))) {
              return Certainty.NO;
            }
          }
          boolean unknown = application.isOpaque() || application.mentions(words);
          return unknown ? Certainty.UNKNOWN : Certainty.SURE;
        },
        words);
  }

  /** The key has this value, which it also has where nothing sets it. */
  public static SpotCondition keepsDefault(String key, String value) {
    SpotCondition absent = absent(key);
    return new SpotCondition(
        key + " is " + value + " or nothing sets it",
        spot ->
            isFor(spot, key)
                ? Certainty.of(spot.value().equalsIgnoreCase(value))
                : absent.test(spot),
        absent.words());
  }

  /** Whether the spot is a setting of that key, rather than a place for it. */
  public static boolean isFor(Spot spot, String key) {
    return PropertyKeys.relaxed(spot.name()).equals(PropertyKeys.relaxed(key));
  }

  /** Its value is one of these, in small letters. */
  public static SpotCondition valueIs(String... values) {
    List<String> wanted = List.of(values);
    return that(
        "its value is " + String.join(" or ", values),
        spot -> wanted.contains(spot.value().toLowerCase(Locale.ROOT)));
  }

  /** A profile of production alone sets the same key to something else. */
  public static SpotCondition otherwiseInProduction() {
    return that(
        "a profile of production sets it otherwise",
        spot -> {
          String key = PropertyKeys.relaxed(spot.name());
          for (FileSettings file : spot.application().all()) {
            for (Setting setting : file.settings()) {
              String profile = setting.profile().isEmpty() ? file.profile() : setting.profile();
              boolean narrower = !profile.isEmpty() && file.servesProduction(setting);
              if (narrower && setting.key().equals(key) && !setting.value().equals(spot.value())) {
                return true;
              }
            }
          }
          return false;
        });
  }

  /** Whether production reads a value for that key from some file of the application. */
  public static boolean isSetInProduction(Spot spot, String key) {
    return !valuesInProduction(spot, List.of(key)).isEmpty();
  }

  /**
   * The values that production reads from the files of the application.
   *
   * @param keys in which {@code *} stands for any text
   */
  public static List<String> valuesInProduction(Spot spot, List<String> keys) {
    List<Pattern> patterns = Spots.matchers(keys);
    return spot.application().all().stream()
        .flatMap(file -> file.settings().stream().filter(file::servesProduction))
        .filter(setting -> Spots.matches(patterns, setting))
        .map(Setting::value)
        .toList();
  }

  /** The build files name one of these artifacts. */
  public static SpotCondition dependsOn(String... artifacts) {
    List<String> wanted = List.of(artifacts);
    return that(
        "the application has " + String.join(" or ", artifacts),
        spot -> spot.application().dependsOn(wanted));
  }

  /** The build files name no version of an artifact, so that something else brings its own. */
  public static SpotCondition onUnnamedVersion(String artifact) {
    return that(
        "the build names no version of " + artifact.substring(artifact.indexOf(':') + 1),
        spot -> !spot.application().versions().byArtifact().containsKey(artifact));
  }

  /** One of these texts stands in the code. */
  public static SpotCondition inCode(String text, String... words) {
    List<String> wanted = List.of(words);
    return new SpotCondition(
        text, spot -> Certainty.of(spot.application().mentions(wanted)), wanted);
  }

  /**
   * Each file of the code that has one text has another one, too.
   *
   * @param where one of these texts stands in some file
   * @param other the text that all of these files have
   */
  public static SpotCondition inEach(String text, List<String> where, String other) {
    List<String> words = new ArrayList<>(where);
    words.add(other);
    return new SpotCondition(
        text, spot -> Certainty.of(spot.application().mentionsInEach(where, other)), words);
  }

  /** The code makes such a call; the rule is also {@code usedBy} them, so that they are kept. */
  public static SpotCondition calls(Calls calls) {
    return new SpotCondition(
        "the code " + calls.text(),
        spot ->
            calls.in(spot.application()).stream()
                .map(CodeUse::certainty)
                .reduce(Certainty.NO, Certainty::or),
        calls.words());
  }

  /**
   * A library has one of these versions, by what the build files say; unknown where they do not.
   *
   * @param artifact {@code group:name}
   * @param range as in the library knowledge, e.g. {@code 3.4+} or {@code to 8.4}
   */
  public static SpotCondition onVersion(String artifact, String range) {
    VersionRange wanted = VersionRange.parse(range);
    return new SpotCondition(
        artifact.substring(artifact.indexOf(':') + 1) + " is " + range,
        spot -> spot.application().versions().isIn(artifact, wanted),
        List.of());
  }

  /** The application has an entry point of that kind. */
  public static SpotCondition serves(EntryKind kind) {
    return new SpotCondition(
        "it serves each " + kind.id(), spot -> spot.application().serves(kind), List.of());
  }

  /** A condition of the rule's own. */
  public static SpotCondition that(String text, Predicate<Spot> test) {
    return new SpotCondition(text, spot -> Certainty.of(test.test(spot)), List.of());
  }
}
