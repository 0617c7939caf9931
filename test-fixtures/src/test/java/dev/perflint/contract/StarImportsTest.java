package dev.perflint.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Packages that are imported as a whole, which Checkstyle allows in no fixture. */
class StarImportsTest {
  private static final String ASKING =
      """
      package acme;
      import org.apache.http.*;
      import org.apache.http.client.methods.*;
      import org.apache.http.impl.client.*;
      class Shop {
        CloseableHttpClient client = HttpClients.createDefault();
        int status(String page) throws Exception {
          KIND request = new KIND(page);
          CloseableHttpResponse answer = client.execute(request);
          return answer.getStatusLine().getStatusCode();
        }
      }
      """;

  @Test
  void anAnswerToHeadHasNothingToClose() {
    assertThat(places("HttpGet")).containsExactly("Shop.java:9");
    assertThat(places("HttpHead")).isEmpty();
  }

  private static List<String> places(String kind) {
    var rules = FixtureScan.installed().selected(List.of("http-response-not-closed"), List.of());
    return FixtureScan.findings(rules.rules(), Map.of("Shop.java", ASKING.replace("KIND", kind)))
        .stream()
        .map(FixtureScan::place)
        .toList();
  }
}
