package dev.perflint.yaml;

import dev.perflint.yaml.YamlNode.Items;
import dev.perflint.yaml.YamlNode.Keys;
import dev.perflint.yaml.YamlNode.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the plain part of YAML: block mappings and lists, one-line flow lists, words, sentences and
 * double quotes without escapes. Gives up on all else, never guesses.
 *
 * <p>For files of our own that every start reads: cold, a general YAML parser costs ten times as
 * much. A test holds that both read the same from them.
 */
final class PlainYaml {
  private final String file;
  private final List<Line> lines = new ArrayList<>();
  private int at;

  /** What stands in a line behind its indentation; lists of mappings make one file line two. */
  private record Line(int number, int indent, String content) {
    /** 1-based, of a part of the content. */
    int column(int offset) {
      return indent + offset + 1;
    }

    boolean isItem() {
      return content.startsWith("- ");
    }
  }

  /** Not plain. */
  private static final class GaveUp extends Exception {
    private static final long serialVersionUID = 1L;

    GaveUp() {
      super("not plain", null, false, false);
    }
  }

  private PlainYaml(String file) {
    this.file = file;
  }

  /** The mapping at the top; empty when the text is not plain, whether or not it is YAML. */
  static Optional<Keys> read(String file, String text) {
    try {
      PlainYaml reader = new PlainYaml(file);
      reader.split(text);
      if (reader.lines.isEmpty()) {
        return Optional.empty();
      }
      Keys keys = reader.keys(0);
      return reader.at == reader.lines.size() ? Optional.of(keys) : Optional.empty();
    } catch (GaveUp e) {
      return Optional.empty();
    }
  }

  private void split(String text) throws GaveUp {
    int number = 0;
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      number++;
      int from = start;
      while (from < end && text.charAt(from) == ' ') {
        from++;
      }
      if (from < end && text.charAt(from) != '#') {
        String content = text.substring(from, end);
        if (!isPrintable(content) || content.charAt(content.length() - 1) == ' ') {
          throw new GaveUp();
        }
        lines.add(new Line(number, from - start, content));
      }
      start = end + 1;
    }
  }

  private static boolean isPrintable(String content) {
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      if (c < ' ' || c >= 0x7f && c < 0xa0 || c > 0x2000) {
        return false;
      }
    }
    return true;
  }

  private YamlNode block(int indent) throws GaveUp {
    return lines.get(at).isItem() ? items(indent) : keys(indent);
  }

  private Items items(int indent) throws GaveUp {
    YamlPlace place = place(lines.get(at));
    List<YamlNode> items = new ArrayList<>();
    while (at < lines.size() && lines.get(at).indent() >= indent) {
      Line line = lines.get(at);
      if (line.indent() != indent || !line.isItem()) {
        throw new GaveUp();
      }
      String rest = line.content().substring(2);
      if (keyEnd(rest) > 0) {
        lines.set(at, new Line(line.number(), indent + 2, rest));
        items.add(keys(indent + 2));
      } else {
        items.add(value(rest, line, 2));
        at++;
      }
    }
    return new Items(place, items);
  }

  private Keys keys(int indent) throws GaveUp {
    YamlPlace place = place(lines.get(at));
    Map<String, YamlNode> values = new LinkedHashMap<>();
    Map<String, YamlPlace> places = new LinkedHashMap<>();
    while (at < lines.size() && lines.get(at).indent() >= indent) {
      Line line = lines.get(at);
      int colon = keyEnd(line.content());
      if (line.indent() != indent || colon <= 0) {
        throw new GaveUp();
      }
      String key = line.content().substring(0, colon);
      at++;
      YamlNode value;
      if (colon + 1 < line.content().length()) {
        value = value(line.content().substring(colon + 2), line, colon + 2);
      } else if (at < lines.size() && lines.get(at).indent() > indent) {
        value = block(lines.get(at).indent());
      } else {
        value = new Text(place(line, colon + 1), "");
      }
      if (values.put(key, value) != null) {
        throw new GaveUp();
      }
      places.put(key, place(line));
    }
    return new Keys(
        place, Collections.unmodifiableMap(values), Collections.unmodifiableMap(places));
  }

  /** Where the colon stands behind a key that is one word with hyphens; -1 when there is none. */
  private static int keyEnd(String content) {
    int i = 0;
    while (i < content.length()
        && (Character.isLetter(content.charAt(i)) || content.charAt(i) == '-')) {
      i++;
    }
    boolean colon = i > 0 && i < content.length() && content.charAt(i) == ':';
    return colon && (i + 1 == content.length() || content.charAt(i + 1) == ' ') ? i : -1;
  }

  private YamlNode value(String text, Line line, int offset) throws GaveUp {
    return text.startsWith("[")
        ? flow(text, line, offset)
        : new Text(place(line, offset), scalar(text));
  }

  private static String scalar(String text) throws GaveUp {
    if (text.startsWith("\"")) {
      int end = text.indexOf('"', 1);
      if (end != text.length() - 1 || text.indexOf('\\') >= 0) {
        throw new GaveUp();
      }
      return text.substring(1, end);
    }
    boolean plain =
        !text.isEmpty()
            && Character.isLetterOrDigit(text.charAt(0))
            && !text.contains(": ")
            && !text.contains(" #")
            && !text.endsWith(":");
    if (!plain) {
      throw new GaveUp();
    }
    return text;
  }

  private Items flow(String text, Line line, int offset) throws GaveUp {
    List<YamlNode> items = new ArrayList<>();
    int i = 1;
    while (i < text.length()) {
      int end;
      if (text.charAt(i) == '"') {
        end = text.indexOf('"', i + 1) + 1;
      } else {
        int comma = text.indexOf(',', i);
        end = comma < 0 ? text.length() - 1 : comma;
      }
      if (end <= i || end >= text.length()) {
        throw new GaveUp();
      }
      String item = scalar(text.substring(i, end));
      if (item.indexOf('[') >= 0 || item.indexOf(']') >= 0 || item.indexOf('{') >= 0) {
        throw new GaveUp();
      }
      items.add(new Text(place(line, offset + i), item));
      if (end == text.length() - 1 && text.charAt(end) == ']') {
        return new Items(place(line, offset), items);
      }
      if (text.charAt(end) != ',' || end + 2 >= text.length() || text.charAt(end + 1) != ' ') {
        throw new GaveUp();
      }
      i = end + 2;
    }
    throw new GaveUp();
  }

  private YamlPlace place(Line line) {
    return place(line, 0);
  }

  private YamlPlace place(Line line, int offset) {
    return new YamlPlace(file, line.number(), line.column(offset));
  }
}
