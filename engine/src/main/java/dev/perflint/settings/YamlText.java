package dev.perflint.settings;

import dev.perflint.model.Region;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads YAML, flattened to keys as Spring Boot flattens it, with the lines of the keys. */
final class YamlText {
  private static final int DEEPEST = 50;

  /** Aliases can make much of little. */
  private static final int MOST = 20_000;

  /** What Maven fills in; a {@code @} at the start of a value is no YAML. */
  private static final String FILTERED = "@([A-Za-z0-9._-]+)@";

  private static final String FILTERED_MARK = "\uE000";

  private static final Set<Tag> PLAIN =
      Set.of(Tag.STR, Tag.BOOL, Tag.INT, Tag.FLOAT, Tag.NULL, Tag.TIMESTAMP, Tag.MAP, Tag.SEQ);
  private static final Set<String> YES = Set.of("yes", "on", "true");

  /**
   * One document.
   *
   * @param blocks keys that hold others, without a value
   */
  record Document(List<Setting> settings, List<Setting> blocks) {}

  private final List<Setting> settings = new ArrayList<>();
  private final List<Setting> blocks = new ArrayList<>();

  private YamlText() {}

  /**
   * The documents of a text.
   *
   * @throws YAMLException when it is no YAML, wants objects made, or is too deep or too large
   */
  static List<Document> read(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(DEEPEST);
    // As long as before, so that columns stay what they are.
    String plain = text.replaceAll(FILTERED, FILTERED_MARK + "$1" + FILTERED_MARK);
    List<Document> documents = new ArrayList<>();
    for (Node root : new Yaml(new SafeConstructor(options)).composeAll(new StringReader(plain))) {
      YamlText reader = new YamlText();
      reader.flatten("", root, null, 0);
      documents.add(new Document(reader.settings, reader.blocks));
    }
    return documents;
  }

  private void flatten(String name, Node value, @Nullable Node key, int depth) {
    if (depth > DEEPEST || settings.size() > MOST) {
      throw new YAMLException("too deep or too large");
    }
    if (!PLAIN.contains(value.getTag())) {
      throw new YAMLException("a tag that is not plain: " + value.getTag());
    }
    if (value instanceof MappingNode mapping) {
      block(name, key);
      for (NodeTuple tuple : mapping.getValue()) {
        String part = tuple.getKeyNode() instanceof ScalarNode text ? text.getValue() : "?";
        boolean merged = part.equals("<<");
        String inner = merged || name.isEmpty() ? (merged ? name : part) : name + "." + part;
        flatten(inner, tuple.getValueNode(), merged ? key : tuple.getKeyNode(), depth + 1);
      }
    } else if (value instanceof SequenceNode sequence) {
      block(name, key);
      for (int i = 0; i < sequence.getValue().size(); i++) {
        Node item = sequence.getValue().get(i);
        flatten(name + "[" + i + "]", item, item, depth + 1);
      }
    } else if (value instanceof ScalarNode scalar && key != null) {
      settings.add(setting(name, textOf(scalar), region(key, scalar)));
    }
  }

  private void block(String name, @Nullable Node key) {
    if (key != null) {
      blocks.add(setting(name, "", region(key, key)));
    }
  }

  private static Setting setting(String name, String value, Region region) {
    return new Setting(PropertyKeys.relaxed(name), name, value.strip(), region, "");
  }

  private static String textOf(ScalarNode scalar) {
    if (scalar.getTag().equals(Tag.NULL)) {
      return "";
    }
    if (scalar.getTag().equals(Tag.BOOL)) {
      return String.valueOf(YES.contains(scalar.getValue().toLowerCase(Locale.ROOT)));
    }
    return scalar.getValue().replace(FILTERED_MARK, "@");
  }

  private static Region region(Node key, Node value) {
    Mark from = key.getStartMark();
    Mark to = value.getEndMark();
    boolean oneLine = to.getLine() == from.getLine() && to.getColumn() >= from.getColumn();
    Mark end = oneLine ? to : key.getEndMark();
    int column = end.getLine() == from.getLine() ? end.getColumn() + 1 : from.getColumn() + 1;
    return new Region(from.getLine() + 1, from.getColumn() + 1, from.getLine() + 1, column);
  }
}
