package dev.perflint.yaml;

import dev.perflint.words.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A piece of a YAML file. All scalars are text: what {@code 3} means is up to the key. */
public sealed interface YamlNode {
  YamlPlace place();

  /** A word, number or sentence; {@code ""} where the file gives a key no value. */
  record Text(YamlPlace place, String value) implements YamlNode {}

  /** A list. */
  record Items(YamlPlace place, List<YamlNode> items) implements YamlNode {
    public Items {
      items = List.copyOf(items);
    }
  }

  /**
   * Keys with values, in the order of the file.
   *
   * @param values unmodifiable
   * @param keys where each key stands; unmodifiable
   */
  record Keys(YamlPlace place, Map<String, YamlNode> values, Map<String, YamlPlace> keys)
      implements YamlNode {
    /**
     * The one text of a key, if it is there.
     *
     * @throws YamlException when the value is a list or a mapping
     */
    public Optional<String> text(String key) {
      YamlNode node = values.get(key);
      return node == null ? Optional.empty() : Optional.of(textOf(key, node));
    }

    /** The texts of a list; one text stands for a list of one; none when the key is not there. */
    public List<String> texts(String key) {
      List<YamlNode> items = items(key);
      List<String> texts = new ArrayList<>(items.size());
      for (YamlNode item : items) {
        texts.add(textOf(key, item));
      }
      return Collections.unmodifiableList(texts);
    }

    /** The mappings of a list; none when the key is not there. */
    public List<Keys> mappings(String key) {
      return items(key).stream().map(item -> keysOf(key, item)).toList();
    }

    /**
     * @throws YamlException when the key is not there
     */
    public String required(String key) {
      return text(key).orElseThrow(() -> problem("`" + key + "` is missing"));
    }

    /**
     * @throws YamlException naming the first key that is not one of these, and the nearest
     */
    public void allow(Collection<String> known) {
      for (Map.Entry<String, YamlNode> entry : values.entrySet()) {
        if (!known.contains(entry.getKey())) {
          throw new YamlException(
              keys.getOrDefault(entry.getKey(), place),
              "unknown key `%s`%s".formatted(entry.getKey(), Nearest.hint(entry.getKey(), known)));
        }
      }
    }

    /** A complaint about this mapping as a whole. */
    public YamlException problem(String what) {
      return new YamlException(place, what);
    }

    /** A complaint about the value of a key. */
    public YamlException problem(String key, String what) {
      YamlNode node = values.get(key);
      return new YamlException(node == null ? place : node.place(), "`" + key + "`: " + what);
    }

    private List<YamlNode> items(String key) {
      YamlNode node = values.get(key);
      if (node == null) {
        return List.of();
      }
      return node instanceof Items list ? list.items() : List.of(node);
    }

    private static String textOf(String key, YamlNode node) {
      if (node instanceof Text text && !text.value().isEmpty()) {
        return text.value();
      }
      throw new YamlException(node.place(), "`" + key + "` wants a text");
    }

    private static Keys keysOf(String key, YamlNode node) {
      if (node instanceof Keys keys) {
        return keys;
      }
      throw new YamlException(node.place(), "`" + key + "` wants keys and values");
    }
  }
}
