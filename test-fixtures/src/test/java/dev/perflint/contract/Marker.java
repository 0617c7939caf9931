package dev.perflint.contract;

import dev.perflint.rule.JdkRange;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment at the end of a fixture's line; in a configuration file it may also stand above it.
 *
 * @param text of {@code want} and {@code pedantic}, a part of the message; of {@code ok}, the label
 *     of the exception
 * @param jdk the run-time JDKs on which it holds, as in {@code // want 21-23: text}
 */
record Marker(String file, int line, String kind, String text, JdkRange jdk) {
  private static final Pattern MARKER =
      Pattern.compile(
          "(//|#|<!--) (want|pedantic|ok|missed)(?: ([0-9]+)([-+])([0-9]*))?: (.*?)(?: -->)?$");

  static List<Marker> in(String file, String text, String kind) {
    List<Marker> markers = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      Matcher matcher = MARKER.matcher(line);
      if (matcher.find() && matcher.group(2).equals(kind)) {
        // Where a format has no comments behind a value, the marker stands above it.
        boolean above = !file.endsWith(".java") && line.substring(0, matcher.start()).isBlank();
        int meant = above ? number + 1 : number;
        markers.add(new Marker(file, meant, kind, matcher.group(6).strip(), jdk(matcher)));
      }
    }
    return markers;
  }

  private static JdkRange jdk(Matcher matcher) {
    if (matcher.group(3) == null) {
      return JdkRange.ANY;
    }
    boolean open = matcher.group(4).equals("+");
    int until = open ? JdkRange.ANY.until() : Integer.parseInt(matcher.group(5));
    return new JdkRange(Integer.parseInt(matcher.group(3)), until);
  }

  String place() {
    return file + ":" + line;
  }
}
