package dev.perflint.checkstyle;

import static dev.perflint.checkstyle.Audit.checker;
import static dev.perflint.checkstyle.Audit.perflint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.puppycrawl.tools.checkstyle.AbstractAutomaticBean.OutputStreamOptions;
import com.puppycrawl.tools.checkstyle.SarifLogger;
import com.puppycrawl.tools.checkstyle.XMLLogger;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Checkstyle's own reports. */
class ListenersTest {
  @TempDir private Path folder;

  @Test
  void theXmlReportHasFindingsBelowTheirFiles() throws Exception {
    Shop shop = Shop.in(folder);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Audit.run(
        checker(perflint()),
        List.of(new XMLLogger(out, OutputStreamOptions.CLOSE)),
        List.of(shop.sources()));

    NodeList errors =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(out.toByteArray()))
            .getElementsByTagName("error");
    List<String> found = new ArrayList<>();
    for (int i = 0; i < errors.getLength(); i++) {
      Element error = (Element) errors.item(i);
      Element file = (Element) error.getParentNode();
      found.add(
          "%s %s:%s"
              .formatted(
                  rule(error.getAttribute("source")),
                  Path.of(file.getAttribute("name")).getFileName(),
                  error.getAttribute("line")));
    }
    assertThat(found).containsExactly(Shop.CALL_IN_LOOP, Shop.REGEX);
  }

  @Test
  void theSarifReportNamesRulesAndPlaces() throws Exception {
    Shop shop = Shop.in(folder);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Audit.run(
        checker(perflint("severity=warning")),
        List.of(new SarifLogger(out, OutputStreamOptions.CLOSE)),
        List.of(shop.sources()));

    List<String> found = new ArrayList<>();
    for (JsonNode result : new ObjectMapper().readTree(out.toByteArray()).at("/runs/0/results")) {
      JsonNode place = result.at("/locations/0/physicalLocation");
      assertThat(result.at("/level").asText()).isEqualTo("warning");
      assertThat(result.at("/message/text").asText()).contains("Why P");
      found.add(
          "%s %s:%s"
              .formatted(
                  rule(result.at("/ruleId").asText()),
                  Path.of(place.at("/artifactLocation/uri").asText()).getFileName(),
                  place.at("/region/startLine").asText()));
    }
    assertThat(found).containsExactly(Shop.CALL_IN_LOOP, Shop.REGEX);
  }

  /** Newer ones name the class of the module before its id. */
  private static String rule(String id) {
    return id.substring(id.lastIndexOf('.') + 1);
  }
}
