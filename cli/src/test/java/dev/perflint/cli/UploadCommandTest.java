package dev.perflint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadCommandTest {
  private static final String COMMIT = "0123456789012345678901234567890123456789";
  private static final String SARIF = "{\"version\": \"2.1.0\", \"runs\": [{\"results\": [{}]}]}";

  @TempDir private Path folder;
  private final List<String> paths = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private HttpServer server;
  private int status = 202;

  @BeforeEach
  void start() throws IOException {
    Files.writeString(folder.resolve("perflint.sarif"), SARIF);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            paths.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            exchange.getRequestBody().readAllBytes();
            byte[] body = "{\"id\": \"1\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    environment.put("GITHUB_API_URL", "http://127.0.0.1:" + server.getAddress().getPort());
    environment.put("GH_TOKEN", "secret-token");
    environment.put("GITHUB_REPOSITORY", "acme/shop");
    environment.put("GITHUB_SHA", COMMIT);
    environment.put("GITHUB_REF", "refs/heads/main");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Ran upload(String... words) {
    List<String> line = new ArrayList<>(List.of("upload", "--wait", "0"));
    line.addAll(List.of(words));
    Shell shell = new Shell(folder, environment, false, false);
    return Ran.in(shell, FakeEngine.answering(Samples.report()), line.toArray(String[]::new));
  }

  @Test
  void theBuildServerSaysWhereToAndWhatFor() {
    Ran ran = upload("perflint.sarif");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .isEqualTo(
            "Uploaded 1 finding of refs/heads/main at 0123456 to acme/shop; GitHub has not read"
                + " them yet\n");
    assertThat(paths).containsExactly("POST /repos/acme/shop/code-scanning/sarifs");
  }

  @Test
  void aRefusalIsNoInternalErrorAndShowsNoToken() {
    status = 403;

    Ran ran = upload("perflint.sarif");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .startsWith("perflint: GitHub refused POST /repos/acme/shop/code-scanning/sarifs (403): ")
        .hasLineCount(1)
        .doesNotContain("secret-token");
  }

  @Test
  void withoutARepositoryTheOptionIsNamed() {
    environment.remove("GITHUB_REPOSITORY");

    assertThat(upload("perflint.sarif").err())
        .isEqualTo("perflint: nothing says which repository is meant; use --repo OWNER/NAME\n");
    assertThat(upload("perflint.sarif", "--repo", "acme/other").code()).isZero();
    assertThat(paths).containsExactly("POST /repos/acme/other/code-scanning/sarifs");
  }

  @Test
  void wrongWordsAreUsageErrors() {
    for (String[] words :
        List.of(
            new String[] {},
            new String[] {"missing.sarif"},
            new String[] {"perflint.sarif", "--wait", "-1"},
            new String[] {"perflint.sarif", "--repo", "x"},
            new String[] {"perflint.sarif", "--commit", "main"})) {
      Ran ran = upload(words);
      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.err()).startsWith("perflint: ").doesNotContain("internal error");
    }
    assertThat(paths).isEmpty();
  }
}
