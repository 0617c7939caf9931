package dev.perflint.settings;

import dev.perflint.model.Region;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Reads {@code .properties} with the lines of the keys; {@code #---} begins a new document. */
final class PropertiesText {
  private final List<List<Setting>> documents = new ArrayList<>();

  private PropertiesText() {
    documents.add(new ArrayList<>());
  }

  /**
   * The settings of each document.
   *
   * @throws IllegalArgumentException for an escape that is none
   */
  static List<List<Setting>> read(String text) {
    PropertiesText reader = new PropertiesText();
    String[] lines = text.split("\r\n|\r|\n", -1);
    int next = 0;
    while (next < lines.length) {
      int first = next++;
      String line = lines[first].stripLeading();
      if (line.startsWith("#---") || line.startsWith("!---")) {
        reader.documents.add(new ArrayList<>());
      } else if (!line.isEmpty() && line.charAt(0) != '#' && line.charAt(0) != '!') {
        StringBuilder logical = new StringBuilder(line);
        while (goesOn(logical) && next < lines.length) {
          logical.append('\n').append(lines[next++]);
        }
        reader.add(logical.toString(), first, lines[first]);
      }
    }
    return reader.documents;
  }

  private static boolean goesOn(CharSequence line) {
    int backslashes = 0;
    while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  /** What a line means is left to the one who knows all escapes. */
  private void add(String logical, int index, String line) {
    Properties one = new Properties();
    try {
      one.load(new StringReader(logical));
    } catch (IOException e) {
      throw new IllegalStateException("a text is always readable", e);
    }
    int from = line.length() - line.stripLeading().length() + 1;
    Region region =
        new Region(index + 1, from, index + 1, Math.max(from, line.stripTrailing().length() + 1));
    one.forEach(
        (key, value) -> {
          String name = String.valueOf(key).strip();
          String text = String.valueOf(value).strip();
          documents
              .get(documents.size() - 1)
              .add(new Setting(PropertyKeys.relaxed(name), name, text, region, ""));
        });
  }
}
