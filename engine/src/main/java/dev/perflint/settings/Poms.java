package dev.perflint.settings;

import dev.perflint.settings.BuildFiles.Dependency;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads dependencies, parents and properties of a {@code pom.xml}. */
final class Poms {
  /** Parents and imported BOMs that stand for the library whose version they fix. */
  private static final Map<String, String> STANDS_FOR =
      Map.of(
          "org.springframework.boot:spring-boot-starter-parent",
          "org.springframework.boot:spring-boot",
          "org.springframework.boot:spring-boot-dependencies",
          "org.springframework.boot:spring-boot",
          "org.springframework:spring-framework-bom",
          "org.springframework:spring-core");

  private Poms() {}

  /** A text that is no XML says what it said up to there. */
  static void read(
      String text, BiConsumer<String, String> properties, List<Dependency> dependencies) {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
      Deque<String> path = new ArrayDeque<>();
      Map<String, String> values = new HashMap<>();
      StringBuilder content = new StringBuilder();
      List<Dependency> found = new ArrayList<>();
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            path.push(xml.getLocalName());
            content.setLength(0);
            if (isCoordinates(xml.getLocalName())) {
              values.clear();
            }
          }
          case XMLStreamConstants.CHARACTERS -> content.append(xml.getText());
          case XMLStreamConstants.END_ELEMENT -> {
            String name = path.pop();
            String parent = path.isEmpty() ? "" : path.peek();
            String value = content.toString().strip();
            content.setLength(0);
            if (parent.equals("properties") && !value.isEmpty()) {
              properties.accept(name, value);
            } else if (isCoordinates(parent)) {
              values.put(name, value);
            } else if (isCoordinates(name)) {
              add(values, name, properties, found);
            }
          }
          default -> {}
        }
      }
      dependencies.addAll(found);
    } catch (XMLStreamException e) {
      // Unknown versions exclude nothing.
    }
  }

  private static boolean isCoordinates(String element) {
    return element.equals("dependency") || element.equals("parent");
  }

  private static void add(
      Map<String, String> values,
      String element,
      BiConsumer<String, String> properties,
      List<Dependency> found) {
    String version = values.getOrDefault("version", "");
    if (!version.isEmpty()) {
      String artifact =
          values.getOrDefault("groupId", "") + ":" + values.getOrDefault("artifactId", "");
      found.add(new Dependency(STANDS_FOR.getOrDefault(artifact, artifact), version));
      if (element.equals("parent")) {
        properties.accept("project.parent.version", version);
      }
    }
  }
}
