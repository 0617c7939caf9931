package dev.perflint.settings;

import dev.perflint.model.Region;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A piece of an XML file.
 *
 * @param name without prefix
 * @param attributes by name without prefix
 * @param text of its own, without that of its children
 * @param region its start tag
 */
public record Element(
    String name,
    Map<String, String> attributes,
    String text,
    Region region,
    List<Element> children) {
  public Element {
    attributes = Map.copyOf(new TreeMap<>(attributes));
    children = List.copyOf(children);
  }

  /** The value of an attribute; {@code ""} without it. */
  public String attribute(String attribute) {
    return attributes.getOrDefault(attribute, "");
  }

  /** The children of a name; case tells nothing apart, as in Log4j's files. */
  public List<Element> children(String wanted) {
    return children.stream().filter(child -> child.name.equalsIgnoreCase(wanted)).toList();
  }

  /** The text of the first child of a name; {@code ""} without one. */
  public String childText(String wanted) {
    return children(wanted).stream().findFirst().map(Element::text).orElse("");
  }

  /** This element and all below it, in the order of the file. */
  public Stream<Element> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(Element::all));
  }
}
