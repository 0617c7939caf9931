package dev.perflint.settings;

import dev.perflint.model.Region;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML into elements that know their lines; nothing outside of the text is looked at. */
final class XmlText {
  private static final int DEEPEST = 50;

  /** An element whose end has not come yet. */
  private static final class Begun {
    private final String name;
    private final TreeMap<String, String> attributes = new TreeMap<>();
    private final StringBuilder text = new StringBuilder();
    private final Region region;
    private final List<Element> children = new ArrayList<>();

    Begun(XMLStreamReader xml, Region region) {
      this.name = xml.getLocalName();
      this.region = region;
      for (int i = 0; i < xml.getAttributeCount(); i++) {
        attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i).strip());
      }
    }

    Element ended() {
      return new Element(name, attributes, text.toString().strip(), region, children);
    }
  }

  private XmlText() {}

  /** The root of a text; empty when it is no XML. */
  static Optional<Element> read(String text) {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      return root(factory.createXMLStreamReader(new StringReader(text)), text.split("\n", -1));
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
  }

  private static Optional<Element> root(XMLStreamReader xml, String[] lines)
      throws XMLStreamException {
    Deque<Begun> open = new ArrayDeque<>();
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (open.size() > DEEPEST) {
            return Optional.empty();
          }
          open.push(new Begun(xml, region(xml, lines)));
        }
        case XMLStreamConstants.CHARACTERS -> {
          if (!open.isEmpty()) {
            open.peek().text.append(xml.getText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          Element element = open.pop().ended();
          if (open.isEmpty()) {
            return Optional.of(element);
          }
          open.peek().children.add(element);
        }
        default -> {}
      }
    }
    return Optional.empty();
  }

  /**
   * The reader tells where a start tag ends. It begins at the nearest {@code <name} before that,
   * which may be some lines above.
   */
  private static Region region(XMLStreamReader xml, String[] lines) {
    Location end = xml.getLocation();
    int line = Math.max(1, Math.min(end.getLineNumber(), lines.length));
    String prefix = xml.getPrefix() == null ? "" : xml.getPrefix();
    String tag = "<" + (prefix.isEmpty() ? "" : prefix + ":") + xml.getLocalName();
    int until = Math.max(0, Math.min(end.getColumnNumber() - 1, lines[line - 1].length()));
    for (int at = line; at >= 1; at--) {
      String text = lines[at - 1];
      int from = text.lastIndexOf(tag, at == line ? until : text.length());
      if (from >= 0) {
        int to = at == line ? Math.max(until, from + tag.length()) : text.stripTrailing().length();
        return new Region(at, from + 1, at, to + 1);
      }
    }
    return new Region(line, 1, line, 1);
  }
}
