package dev.perflint.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.Perflint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What {@code docs/maven.md} shows is what the integration tests run. */
class DocumentationTest {
  private static final Path PAGE = Path.of("../docs/maven.md");
  private static final Pattern SNIPPET =
      Pattern.compile("(?:<!-- (\\S+) -->\\n)?```(\\w*)\\n(.*?)```\\n", Pattern.DOTALL);
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(\\w+)` \\| (?:`([^`]*)`)? ?\\| [a-z]");

  @Test
  void everySnippetIsPartOfAnIntegrationTest() throws IOException {
    Matcher snippet = SNIPPET.matcher(Files.readString(PAGE));
    List<String> files = new ArrayList<>();
    while (snippet.find()) {
      String file = snippet.group(1);
      assertThat(file).as("a comment says where this is run: %s", snippet.group(3)).isNotNull();
      if (!file.equals("log")) {
        assertThat(run(Path.of(file))).contains(lines(snippet.group(3)).replace("mvn ", ""));
        files.add(file);
      }
    }
    assertThat(files).hasSizeGreaterThan(4);
  }

  @Test
  void theTableHasAllParametersAndTheirDefaults() throws Exception {
    Map<String, String> documented = new TreeMap<>();
    ROW.matcher(Files.readString(PAGE))
        .results()
        .forEach(row -> documented.put(row.group(1), defaultOf(row)));

    assertThat(documented).isEqualTo(parameters("check"));
    assertThat(documented).isEqualTo(parameters("scan"));
    assertThat(documented).isEqualTo(parameters("aggregate"));
    assertThat(documented).containsAllEntriesOf(parameters("report"));
  }

  @Test
  void whatDraftsHaveBesidesIsDocumented() throws Exception {
    Map<String, String> own = parameters("issues");
    own.keySet().removeAll(parameters("scan").keySet());

    assertThat(own).hasSize(6);
    String page = Files.readString(PAGE);
    own.forEach(
        (name, otherwise) ->
            assertThat(page)
                .contains(
                    "| `perflint."
                        + name
                        + "` | "
                        + (otherwise.isEmpty() ? "" : "`" + otherwise + "` ")
                        + "| "));
  }

  @Test
  void theTableOfGoalsIsComplete() throws Exception {
    String page = Files.readString(PAGE);
    for (Element mojo : elements(descriptor(), "mojo")) {
      assertThat(page).contains("| `perflint:" + text(mojo, "goal") + "` |");
    }
  }

  private static String defaultOf(MatchResult row) {
    return row.group(2) == null ? "" : row.group(2);
  }

  /** With the placeholders that the build replaces. */
  private static String run(Path file) throws IOException {
    return lines(Files.readString(file))
        .replace("@project.version@", Perflint.VERSION)
        .replace("${project.groupId}", "dev.perflint")
        .replace("${project.artifactId}", "perflint-maven-plugin")
        .replace("${project.version}", Perflint.VERSION);
  }

  private static String lines(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining("\n"));
  }

  /** Those of a goal of ours that users set, each with its default. */
  private static Map<String, String> parameters(String goal) throws Exception {
    Map<String, String> parameters = new TreeMap<>();
    for (Element mojo : elements(descriptor(), "mojo")) {
      if (text(mojo, "goal").equals(goal)) {
        Element configuration = elements(mojo, "configuration").get(0);
        for (Element parameter : elements(mojo, "parameter")) {
          String name = text(parameter, "name");
          NodeList set = configuration.getElementsByTagName(name);
          boolean ours =
              set.getLength() > 0 && set.item(0).getTextContent().startsWith("${perflint.");
          if (ours) {
            parameters.put(name, ((Element) set.item(0)).getAttribute("default-value"));
          }
        }
      }
    }
    assertThat(parameters).as(goal).isNotEmpty();
    return parameters;
  }

  private static Element descriptor()
      throws IOException, ParserConfigurationException, SAXException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(Path.of("target/classes/META-INF/maven/plugin.xml").toFile())
        .getDocumentElement();
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList nodes = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static String text(Element parent, String name) {
    return elements(parent, name).get(0).getTextContent();
  }
}
