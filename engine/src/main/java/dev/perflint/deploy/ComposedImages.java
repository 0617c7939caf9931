package dev.perflint.deploy;

import dev.perflint.settings.FileSettings;
import dev.perflint.settings.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Compose gives to the containers of an image. */
public final class ComposedImages {
  /** Words that many images have in their names. */
  private static final Set<String> COMMON =
      Set.of(
          "docker",
          "dockerfile",
          "image",
          "images",
          "build",
          "builds",
          "src",
          "main",
          "java",
          "jvm");

  private static final Pattern SERVICE = Pattern.compile("services\\.([^.\\[]+)\\.(.+)");

  private static final Pattern NAME =
      Pattern.compile("(?:image|build(?:\\.(?:context|dockerfile))?)");

  private ComposedImages() {}

  /**
   * Whether a service that is about the image, by a word of its name or of what it is built from,
   * gives the JVM a heap.
   */
  public static boolean giveHeap(Spot image) {
    Set<String> words = words(image.file().path());
    return image.application().composed().stream()
        .flatMap(file -> services(file).entrySet().stream())
        .filter(service -> service.getValue().stream().anyMatch(ComposedImages::isHeap))
        .anyMatch(service -> names(service).stream().anyMatch(words::contains));
  }

  private static Map<String, List<Setting>> services(FileSettings file) {
    Map<String, List<Setting>> services = new LinkedHashMap<>();
    for (Setting setting : file.settings()) {
      Matcher service = SERVICE.matcher(setting.name());
      if (service.matches()) {
        services.computeIfAbsent(service.group(1), name -> new ArrayList<>()).add(setting);
      }
    }
    return services;
  }

  /** {@code - JAVA_TOOL_OPTIONS=-Xmx1g}, or the same as a key and its value. */
  private static boolean isHeap(Setting setting) {
    Matcher service = SERVICE.matcher(setting.name());
    return service.matches()
        && service.group(2).startsWith("environment")
        && StartedJvm.isHeap(service.group(2) + "=" + setting.value());
  }

  private static Set<String> names(Map.Entry<String, List<Setting>> service) {
    Set<String> names = new HashSet<>(words(service.getKey()));
    for (Setting setting : service.getValue()) {
      Matcher part = SERVICE.matcher(setting.name());
      if (part.matches() && NAME.matcher(part.group(2)).matches()) {
        String value = setting.value();
        boolean image = part.group(2).equals("image");
        // The registry and the version are those of all images.
        names.addAll(words(image ? value.replaceFirst(".*/", "").replaceFirst(":.*", "") : value));
      }
    }
    return names;
  }

  private static Set<String> words(String name) {
    Set<String> words =
        new HashSet<>(Arrays.asList(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")));
    words.removeAll(COMMON);
    words.remove("");
    return words;
  }
}
