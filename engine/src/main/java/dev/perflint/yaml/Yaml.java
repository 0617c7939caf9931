package dev.perflint.yaml;

import dev.perflint.yaml.YamlNode.Items;
import dev.perflint.yaml.YamlNode.Keys;
import dev.perflint.yaml.YamlNode.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads one YAML document.
 *
 * <p>On events, since cold they cost half of SnakeYAML's nodes and a quarter of Jackson's tree (59
 * kB in 40 files, C1: 30, 65 and 125 ms).
 */
public final class Yaml {
  /** Deeper nesting is no configuration any more; keeps recursion within any stack. */
  private static final int DEEPEST = 50;

  private final String file;
  private final Parser events;

  private Yaml(String file, String text) {
    this.file = file;
    this.events = new ParserImpl(new StreamReader(text), new LoaderOptions());
  }

  /**
   * @param file for the places in messages
   * @return the mapping at the top; without keys when the text is empty
   * @throws YamlException when the text is no YAML, has a key twice, uses aliases, or is not one
   *     mapping
   */
  public static Keys read(String file, String text) {
    try {
      return new Yaml(file, text).document();
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      throw new YamlException(
          mark == null ? new YamlPlace(file, 1, 1) : placeOf(file, mark), e.getProblem());
    } catch (YAMLException e) {
      throw new YamlException(new YamlPlace(file, 1, 1), String.valueOf(e.getMessage()));
    }
  }

  /**
   * The same for files that come with perflint: a quick reader does what is plain in them.
   *
   * @throws YamlException as {@link #read}
   */
  public static Keys readOwn(String file, String text) {
    return PlainYaml.read(file, text).orElseGet(() -> read(file, text));
  }

  /** Whether the quick reader of {@link #readOwn} reads this by itself. */
  public static boolean isPlain(String text) {
    return PlainYaml.read("", text).isPresent();
  }

  private Keys document() {
    events.getEvent();
    if (events.checkEvent(Event.ID.StreamEnd)) {
      return new Keys(new YamlPlace(file, 1, 1), Map.of(), Map.of());
    }
    events.getEvent();
    YamlNode root = node(events.getEvent(), 0);
    events.getEvent();
    if (!events.checkEvent(Event.ID.StreamEnd)) {
      throw new YamlException(placeOf(events.peekEvent()), "one document a file, please");
    }
    if (root instanceof Keys keys) {
      return keys;
    }
    throw new YamlException(root.place(), "expected keys and values");
  }

  private YamlNode node(Event event, int depth) {
    YamlPlace place = placeOf(event);
    if (depth > DEEPEST) {
      throw new YamlException(place, "nested too deeply");
    }
    if (event instanceof ScalarEvent scalar) {
      return new Text(place, scalar.getValue());
    }
    if (event instanceof SequenceStartEvent) {
      return items(place, depth);
    }
    if (event instanceof MappingStartEvent) {
      return keys(place, depth);
    }
    if (event instanceof AliasEvent) {
      throw new YamlException(place, "aliases (*name) are not supported; write the value out");
    }
    throw new YamlException(place, "unexpected " + event.getEventId());
  }

  private Items items(YamlPlace place, int depth) {
    List<YamlNode> items = new ArrayList<>();
    while (!events.checkEvent(Event.ID.SequenceEnd)) {
      items.add(node(events.getEvent(), depth + 1));
    }
    events.getEvent();
    return new Items(place, items);
  }

  private Keys keys(YamlPlace place, int depth) {
    Map<String, YamlNode> values = new LinkedHashMap<>();
    Map<String, YamlPlace> places = new LinkedHashMap<>();
    while (!events.checkEvent(Event.ID.MappingEnd)) {
      Event event = events.getEvent();
      if (!(event instanceof ScalarEvent key)) {
        throw new YamlException(placeOf(event), "a key must be a word");
      }
      YamlNode value = node(events.getEvent(), depth + 1);
      if (values.put(key.getValue(), value) != null) {
        throw new YamlException(placeOf(event), "`" + key.getValue() + "` stands here twice");
      }
      places.put(key.getValue(), placeOf(event));
    }
    events.getEvent();
    return new Keys(
        place, Collections.unmodifiableMap(values), Collections.unmodifiableMap(places));
  }

  private YamlPlace placeOf(Event event) {
    return placeOf(file, event.getStartMark());
  }

  private static YamlPlace placeOf(String file, Mark mark) {
    return new YamlPlace(file, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
