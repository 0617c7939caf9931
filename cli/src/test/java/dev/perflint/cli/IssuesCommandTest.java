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

class IssuesCommandTest {
  private static final String DRAFT = "http-client-per-call-price-service.md";

  @TempDir private Path folder;
  private final List<String> writes = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    GoodFile.in(folder);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            boolean reads = exchange.getRequestMethod().equals("GET");
            if (!reads) {
              writes.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            }
            exchange.getRequestBody().readAllBytes();
            byte[] body = (reads ? "[]" : "{\"number\": 1}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    environment.put("GITHUB_API_URL", "http://127.0.0.1:" + server.getAddress().getPort());
    environment.put("GITHUB_REPOSITORY", "acme/shop");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Ran issues(String... words) {
    List<String> line = new ArrayList<>(List.of("issues"));
    line.addAll(List.of(words));
    Shell shell = new Shell(folder, environment, false, false);
    return Ran.in(shell, Engine.onDemand(), line.toArray(String[]::new));
  }

  private Path written(String file) {
    return folder.resolve("perflint-issues").resolve(file);
  }

  @Test
  void whatAScanFindsIsDrafted() {
    Ran ran = issues("draft");

    assertThat(ran).isEqualTo(new Ran(0, "", "Wrote 1 draft and an index to perflint-issues\n"));
    assertThat(written(DRAFT))
        .content()
        .contains("title: \"[PERF] HTTP client created for a single call in PriceService\"")
        .contains("HttpClient client = HttpClient.newHttpClient();")
        .contains("shop/PriceServiceQuoteBenchmark.java");
    assertThat(written("index.md")).content().contains("](" + DRAFT + ")");
  }

  @Test
  void resultsThatBelongToNoDraftAreTold() throws IOException {
    String result =
        "{\"benchmark\": \"shop.%s.run\", \"params\": {\"n\": \"1\"},"
            + " \"primaryMetric\": {\"score\": 7.5, \"scoreUnit\": \"us/op\"}}";
    Files.writeString(
        folder.resolve("results.json"),
        "["
            + result.formatted("PriceServiceQuoteBenchmark")
            + ","
            + result.formatted("OldBenchmark")
            + "]");
    Ran ran = issues("draft", "--jmh", "results.json");
    assertThat(ran.code()).isZero();
    assertThat(ran.err())
        .contains("no draft has a benchmark of OldBenchmark, so")
        .doesNotContain("PriceServiceQuoteBenchmark");
    assertThat(written(DRAFT)).content().contains("7.500 us/op");
  }

  @Test
  void theSameCodeGivesTheSameFiles() throws IOException {
    issues("draft");
    String first = Files.readString(written(DRAFT));
    issues("draft", "--jobs", "1");

    assertThat(written(DRAFT)).content().isEqualTo(first);
  }

  @Test
  void theConfigurationSaysWhatIssuesCarry() throws IOException {
    Files.writeString(
        folder.resolve("perflint.yml"),
        "issues:\n  labels: [perf, \"good first issue\"]\n  assignees: octocat\n  milestone: v2\n");
    issues("draft");

    assertThat(written(DRAFT))
        .content()
        .contains("labels: [\"perf\", \"good first issue\"]\nassignees: [\"octocat\"]\n")
        .contains("milestone: \"v2\"")
        .contains("**Milestone**: v2");
    Files.writeString(folder.resolve("perflint.yml"), "issues:\n  lables: x\n");
    assertThat(issues("draft").err()).contains("unknown key `lables`; did you mean labels?");
  }

  @Test
  void aPlanIsShownAndOnlyAppliedOnDemand() {
    issues("draft");

    Ran plan = issues("sync");
    assertThat(plan.code()).isZero();
    assertThat(plan.out())
        .isEqualTo(
            "create  perflint-issues/"
                + DRAFT
                + "  [PERF] HTTP client created for a single call in PriceService\n");
    assertThat(plan.err()).isEqualTo("Nothing was changed; --apply does it.\n");
    assertThat(writes).isEmpty();

    assertThat(issues("sync", "--apply", "--create-labels").code()).isZero();
    assertThat(writes).contains("POST /repos/acme/shop/issues");
  }

  @Test
  void wrongWordsAreUsageErrors() throws IOException {
    Files.writeString(folder.resolve("t.mustache"), "{{#x}}");
    Files.writeString(folder.resolve("j.json"), "{}");
    Files.writeString(folder.resolve("file"), "");
    for (List<String> words :
        List.of(
            List.of("sync", "--dir", "none"),
            List.of("sync", "--dir", "shop"),
            List.of("draft", "--max", "0"),
            List.of("draft", "--format", "svn"),
            List.of("draft", "--template", "none"),
            List.of("draft", "--template", "t.mustache"),
            List.of("draft", "--jmh", "j.json"),
            List.of("draft", "--profile", "j.json"),
            List.of("draft", "--profile", "none.jfr"),
            List.of("draft", "--out", "file"),
            List.of("draft", "--source-url", "x"),
            List.of("draft", "missing"),
            List.<String>of())) {
      Ran ran = issues(words.toArray(String[]::new));
      assertThat(ran.code()).as(words.toString()).isEqualTo(2);
      assertThat(ran.err()).as(words.toString()).doesNotContain("perflint: internal").isNotEmpty();
    }
    assertThat(folder.resolve("perflint-issues")).doesNotExist();
  }
}
