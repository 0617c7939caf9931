package dev.perflint.settings;

import dev.perflint.model.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a {@code Dockerfile}: each instruction is a setting, {@code from}, {@code env} and so on.
 */
final class ImageText {
  private ImageText() {}

  static List<Setting> read(String text) {
    String[] lines = text.split("\r\n|\r|\n", -1);
    List<Setting> instructions = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int first = i;
      StringBuilder whole = new StringBuilder(line);
      while (whole.toString().endsWith("\\") && i + 1 < lines.length) {
        whole.setLength(whole.length() - 1);
        i++;
        // A comment between continued lines is none of the instruction.
        if (!lines[i].strip().startsWith("#")) {
          whole.append(lines[i].strip());
        } else {
          whole.append('\\');
        }
      }
      instructions.add(instruction(whole.toString(), first, lines[first]));
    }
    return instructions;
  }

  private static Setting instruction(String whole, int index, String line) {
    int space = whole.indexOf(' ');
    String name = space < 0 ? whole : whole.substring(0, space);
    String value = space < 0 ? "" : whole.substring(space + 1).strip();
    int from = line.length() - line.stripLeading().length() + 1;
    Region region =
        new Region(index + 1, from, index + 1, Math.max(from, line.stripTrailing().length() + 1));
    return new Setting(name.toLowerCase(Locale.ROOT), name, value, region, "");
  }
}
