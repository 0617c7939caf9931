package dev.perflint.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment at the end of a fixture's line.
 *
 * @param text of {@code want}, a part of the message; of {@code ok}, the label of the exception
 */
record Marker(String file, int line, String kind, String text) {
  private static final Pattern MARKER = Pattern.compile("// (want|ok|missed): (.*)$");

  static List<Marker> in(String file, String text, String kind) {
    List<Marker> markers = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      Matcher matcher = MARKER.matcher(line);
      if (matcher.find() && matcher.group(1).equals(kind)) {
        markers.add(new Marker(file, number, kind, matcher.group(2).strip()));
      }
    }
    return markers;
  }

  String place() {
    return file + ":" + line;
  }
}
