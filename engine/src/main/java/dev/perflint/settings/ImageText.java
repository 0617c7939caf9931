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
    int next = 0;
    while (next < lines.length) {
      int first = next++;
      StringBuilder whole = new StringBuilder(lines[first].strip());
      boolean instruction = whole.length() > 0 && whole.charAt(0) != '#';
      while (instruction && whole.toString().endsWith("\\") && next < lines.length) {
        String more = lines[next++].strip();
        // A comment between continued lines is none of the instruction.
        if (!more.startsWith("#")) {
          whole.setLength(whole.length() - 1);
          whole.append(more);
        }
      }
      if (instruction) {
        instructions.add(instruction(whole.toString(), first, lines[first]));
      }
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
