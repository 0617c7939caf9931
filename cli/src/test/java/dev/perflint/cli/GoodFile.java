package dev.perflint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with one known finding, which must come through whatever lies beside it. */
final class GoodFile {
  static final String FINDING = "http-client-per-call shop/PriceService.java:9";

  private static final String TEXT =
      """
      package shop;

      import java.net.http.HttpClient;
      import java.net.http.HttpRequest;
      import java.net.http.HttpResponse.BodyHandlers;

      public class PriceService {
        String quote(HttpRequest request) throws Exception {
          HttpClient client = HttpClient.newHttpClient();
          return client.send(request, BodyHandlers.ofString()).body();
        }
      }
      """;
  private static final String MESSAGE =
      "A new HttpClient is built on every call of quote() and dropped after it.";

  private GoodFile() {}

  static void in(Path folder) throws IOException {
    write(folder.resolve("shop/PriceService.java"));
  }

  static Path write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, TEXT);
  }

  /** The same code in a class, package and method of that name. */
  static String named(String name) {
    return TEXT.replace("PriceService", name);
  }

  /** The finding as if nothing else were there, in every format. */
  static void assertIntact(EndToEnd scan) {
    assertThat(scan.findings()).contains(FINDING);
    assertThat(scan.text())
        .contains("http-client-per-call")
        .contains("shop/PriceService.java:9:25")
        .contains(MESSAGE)
        .contains("HttpClient client = HttpClient.newHttpClient();");
    assertThat(scan.compact())
        .contains("shop/PriceService.java:9:25: P2 http-client-per-call " + MESSAGE + " [sure]\n");
    assertThat(scan.sarifRun().path("results"))
        .anySatisfy(result -> assertThat(isFinding(result)).isTrue());
  }

  private static boolean isFinding(JsonNode result) {
    JsonNode place = result.path("locations").path(0).path("physicalLocation");
    return result.path("ruleId").asText().equals("http-client-per-call")
        && result.path("message").path("text").asText().startsWith(MESSAGE)
        && place.path("artifactLocation").path("uri").asText().equals("shop/PriceService.java")
        && place.path("region").path("startLine").asInt() == 9;
  }
}
