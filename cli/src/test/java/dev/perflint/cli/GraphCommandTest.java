package dev.perflint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void writeSource() throws IOException {
    Files.writeString(
        folder.resolve("Prices.java"),
        """
        package shop;
        import java.util.List;
        import org.springframework.jdbc.core.JdbcTemplate;
        import org.springframework.web.bind.annotation.GetMapping;
        class PriceController {
          private PriceDao prices;
          @GetMapping("/prices/{sku:\\"x\\"}")
          void all(List<String> skus) {
            for (String sku : skus) {
              prices.load(sku);
            }
          }
        }
        class PriceDao {
          private JdbcTemplate jdbc;
          long load(String sku) {
            check(null);
            check(null);
            return jdbc.queryForObject("select 1", Long.class);
          }
          void check(Integer id) {}
          void check(String sku) {}
        }
        """);
  }

  private Ran run(String... args) {
    return Ran.with(
        Engine.onDemand(), new Reports(), new Shell(folder, Map.of(), false, false), args);
  }

  @Test
  void graphShowsWhoReachesAMethodAndWhatItReaches() {
    Ran ran = run("graph", "PriceDao#load");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .isEqualTo(
            """
            shop.PriceDao#load(String)  Prices.java:16
              Heat     per request: GET /prices/{sku:"x"} → PriceController.all → PriceDao.load
                       300 a second
              Entries  1 leads here: 1 request
              Does     runs a query (JdbcTemplate.queryForObject) each time

              Called by
              └─ PriceController.all  Prices.java:10  [in a loop over skus (x 100)]  ◀ GET /prices/{sku:"x"}, per request
              Calls
              └─ runs a query (JdbcTemplate.queryForObject)  Prices.java:19
              Not linked, so nothing is known of what they do:
                Prices.java:17  PriceDao.check/1, two methods fit
                Prices.java:18  PriceDao.check/1, two methods fit
            """);
    assertThat(ran.code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void callsThatMayMeanAMethodAreTold() {
    assertThat(run("graph", "PriceDao#check(Integer)").out())
        .contains("Calls that may mean it and are not linked")
        .contains("PriceDao.load  Prices.java:17  PriceDao.check/1, two methods fit");
  }

  @Test
  void dotIsForGraphvizWithNamesEscaped() {
    assertThat(run("graph", "PriceDao#load", "--format", "dot").out())
        .isEqualTo(
            """
            digraph perflint {
              rankdir=LR;
              node [shape=box, fontname="sans-serif"];
              edge [fontname="sans-serif", fontsize=10];
              "shop.PriceDao#load(String)" [label="PriceDao.load\\nPrices.java:16", penwidth=3];
              "shop.PriceController#all(List)" [label="PriceController.all\\nPrices.java:8\\nGET /prices/{sku:\\"x\\"}, per request", shape=cds, style=filled, fillcolor="#d9ecff"];
              "shop.PriceController#all(List)" -> "shop.PriceDao#load(String)" [label="in a loop over skus (x 100)", color="#c0392b", penwidth=2];
              "query JdbcTemplate.queryForObject" [shape=note, style=filled, fillcolor="#fff3c4", label="runs a query (JdbcTemplate.queryForObject)"];
              "shop.PriceDao#load(String)" -> "query JdbcTemplate.queryForObject" [label=""];
            }
            """);
  }

  @Test
  void aNameThatMeansNothingEndsTheRun() {
    Ran ran = run("graph", "PriceDoa#load");
    assertThat(ran.code()).isEqualTo(ExitCode.FAILED);
    assertThat(ran.err())
        .isEqualTo("perflint: no scanned type is called 'PriceDoa'; did you mean PriceDao?\n");
    assertThat(run("graph", "PriceDao#load", "--depth", "0").code()).isEqualTo(ExitCode.FAILED);
    assertThat(run("graph", "PriceDao#load", "--in", "missing").code()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void whyRankedShowsTheSumAndTheWay() {
    Ran ran = run("explain", "--why-ranked", "Prices.java:10");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .startsWith("P3  query-in-loop (preview)  Prices.java:10\n")
        .containsSubsequence(
            "Priority    P3: capped, would be P1 (the waste says so)",
            "Waste       P1: ",
            "cost         ",
            "+   2.00  entry point  per request, 100 a second",
            "+   0.48  loop         loop over skus, a few, counted as 3",
            "Risk        P3: ",
            "Cap         at most P3: a pedantic match",
            "Confidence  sure",
            "Way         GET /prices/{sku:\"x\"}, per request, 100 a second; at the place 300 a second",
            "PriceController.all  Prices.java:10  [in a loop over skus, a few (x 3)]",
            "Via         loop over skus  Prices.java:9",
            "PriceDao.load runs JdbcTemplate.queryForObject  Prices.java:19");
    assertThat(run("explain", "query-in-loop", "--why-ranked", "Prices.java:10").out())
        .isEqualTo(ran.out());
  }

  @Test
  void whyRankedOfALineWithoutAFindingSaysHowToGoOn() {
    assertThat(run("explain", "--why-ranked", "Prices.java:2").out())
        .isEqualTo(
            """
            Nothing is found at Prices.java:2.
            To see what a rule says to that line: perflint explain RULE --why-not Prices.java:2
            """);
    assertThat(run("explain", "regex-compile-per-call", "--why-ranked", "Prices.java:10").out())
        .contains("regex-compile-per-call finds nothing at Prices.java:10.")
        .contains("Found there: query-in-loop, P3.");
    assertThat(run("explain", "--why-ranked", "Prices.java").code()).isEqualTo(ExitCode.FAILED);
    assertThat(run("explain", "--why-ranked", "Missing.java:2").code()).isEqualTo(ExitCode.FAILED);
    assertThat(run("explain").code()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void whyRankedKnowsWhatTheConfigurationKnows() throws IOException {
    Files.writeString(
        folder.resolve("Own.java"),
        """
        package shop;
        class Own { void own(String url) { var client = new com.acme.AcmeClient(); client.get(url); } }
        """);
    Files.writeString(
        folder.resolve("perflint.yml"),
        """
        knowledge:
          - library: Acme client
            members:
              - role: expensive-to-create
                kind: http-client
                calls: ["com.acme.AcmeClient#new(*)"]
                makes: com.acme.AcmeClient
                cost: 5 ms
                risk: outage
                thread-safe: true
                each: a pool of its own
        """);
    assertThat(run("explain", "--why-ranked", "Own.java:2").out())
        .contains("http-client-per-call", "an outage under load", "no entry point found")
        .contains("Who calls it: perflint graph 'shop.Own#own(String)'");
  }
}
