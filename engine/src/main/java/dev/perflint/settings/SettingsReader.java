package dev.perflint.settings;

import dev.perflint.source.SourceFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads one configuration file; nothing in it is evaluated, placeholders stay as they are. */
public final class SettingsReader {
  private static final long LARGEST = 1_000_000;
  private static final int DEEPEST = 50;

  /** What Maven fills in; a {@code @} at the start of a value is no YAML. */
  private static final String FILTERED = "@([A-Za-z0-9._-]+)@";

  private final Map<String, List<String>> values = new TreeMap<>();
  private boolean complete = true;

  private SettingsReader() {}

  /** What a file sets; one that cannot be read or understood is incomplete, never an error. */
  public static FileSettings read(SourceFile file) {
    SettingsReader reader = new SettingsReader();
    try {
      if (Files.size(file.path()) > LARGEST) {
        reader.complete = false;
      } else {
        reader.add(
            file.reportPath(), new String(Files.readAllBytes(file.path()), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      reader.complete = false;
    }
    return new FileSettings(file.reportPath(), reader.values, reader.complete);
  }

  /** The same of a text. */
  public static FileSettings read(String path, String text) {
    SettingsReader reader = new SettingsReader();
    reader.add(path, text);
    return new FileSettings(path, reader.values, reader.complete);
  }

  private void add(String path, String text) {
    try {
      if (path.endsWith(".properties")) {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        properties.forEach((key, value) -> put(String.valueOf(key), String.valueOf(value)));
      } else {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(DEEPEST);
        String plain = text.replaceAll(FILTERED, "filtered-$1");
        for (Object document : new Yaml(new SafeConstructor(options)).loadAll(plain)) {
          flatten("", document, 0);
        }
      }
    } catch (IOException | IllegalArgumentException | YAMLException e) {
      complete = false;
    }
  }

  private void flatten(String key, Object value, int depth) {
    if (depth > DEEPEST) {
      complete = false;
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (name, inner) ->
              flatten(key.isEmpty() ? String.valueOf(name) : key + "." + name, inner, depth + 1));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        flatten(key + "[" + i + "]", list.get(i), depth + 1);
      }
    } else if (!key.isEmpty()) {
      put(key, value == null ? "" : String.valueOf(value));
    }
  }

  private void put(String key, String value) {
    values.computeIfAbsent(PropertyKeys.relaxed(key), k -> new ArrayList<>(1)).add(value.strip());
  }
}
