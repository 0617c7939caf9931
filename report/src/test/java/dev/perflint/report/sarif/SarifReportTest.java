package dev.perflint.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.contrastsecurity.sarif.CodeFlow;
import com.contrastsecurity.sarif.Fix;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.Notification;
import com.contrastsecurity.sarif.PhysicalLocation;
import com.contrastsecurity.sarif.Replacement;
import com.contrastsecurity.sarif.ReportingDescriptor;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Run;
import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perflint.ScanReport;
import dev.perflint.model.Region;
import dev.perflint.report.Render;
import dev.perflint.report.SampleRules;
import dev.perflint.report.Samples;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The log as java-sarif, which is none of our code, reads it. */
class SarifReportTest {
  private static Run run(ScanReport report) throws IOException {
    String log = Render.as("sarif", report);
    return new ObjectMapper().readValue(log, SarifSchema210.class).getRuns().get(0);
  }

  private static Result result(String rule) throws IOException {
    return run(Samples.shop()).getResults().stream()
        .filter(result -> result.getRuleId().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private static PhysicalLocation place(Result result) {
    return result.getLocations().get(0).getPhysicalLocation();
  }

  @Test
  void theSchemaRefusesAWrongLevel() throws IOException {
    String log = Render.as("sarif", Samples.one());
    String wrong = log.replace("\"level\": \"error\"", "\"level\": \"warn\"");
    assertThat(wrong).isNotEqualTo(log);
    assertThat(SarifSchema.complaints(log)).isEmpty();
    assertThat(SarifSchema.complaints(wrong)).isNotEmpty();
  }

  @Test
  void allRulesStandInTheLogEvenWithoutResults() throws IOException {
    Run run = run(Samples.empty());
    assertThat(run.getResults()).isEmpty();
    assertThat(run.getTool().getDriver().getRules())
        .extracting(ReportingDescriptor::getId)
        .containsExactlyElementsOf(SampleRules.ALL.stream().map(d -> d.id().value()).toList());
    assertThat(run.getInvocations().get(0).getExecutionSuccessful()).isTrue();
    assertThat(run.getAutomationDetails().getId()).isEqualTo("perflint/");
  }

  @Test
  void everyResultPointsToItsRule() throws IOException {
    Run run = run(Samples.shop());
    List<ReportingDescriptor> rules = List.copyOf(run.getTool().getDriver().getRules());
    for (Result result : run.getResults()) {
      ReportingDescriptor rule = rules.get(result.getRuleIndex());
      assertThat(rule.getId()).isEqualTo(result.getRuleId());
      assertThat(rule.getName()).doesNotContain("-");
    }
  }

  @Test
  void prioritiesAreLevels() throws IOException {
    assertThat(run(Samples.shop()).getResults())
        .extracting(result -> result.getLevel().value())
        .containsExactly("error", "error", "warning", "warning", "note");
  }

  @Test
  void theMessageTellsTheReasonAndLinksTheWay() throws IOException {
    Result query = result("query-in-loop");
    assertThat(query.getMessage().getText())
        .startsWith("`customers.findById` runs once for each order of the page")
        .contains("\nWhy P1: about 1 ms each GET /orders")
        .endsWith(
            "\nVia: [GET /orders calls page()](1), [loop over the result of"
                + " OrderRepository.findAll](2), [each round calls customerOf()](3)");
    assertThat(query.getRelatedLocations())
        .extracting(Location::getId)
        .containsExactlyInAnyOrder(1, 2, 3);
    CodeFlow flow = query.getCodeFlows().get(0);
    assertThat(flow.getThreadFlows().get(0).getLocations())
        .extracting(l -> l.getLocation().getPhysicalLocation().getRegion().getStartLine())
        .containsExactly(31, 96, 97, 118);
    assertThat(result("http-client-per-call").getCodeFlows()).isNullOrEmpty();
  }

  @Test
  void codeInAMessageDoesNotTurnIntoALink() throws IOException {
    String text = run(Samples.hostile()).getResults().get(0).getMessage().getText();
    assertThat(text).contains("[x] (1)").doesNotContain("](");
  }

  @Test
  void theRegionCarriesItsTextAndTheContextMore() throws IOException {
    PhysicalLocation place = place(result("http-client-per-call"));
    assertThat(place.getRegion().getSnippet().getText()).isEqualTo("HttpClient.newHttpClient()");
    assertThat(place.getRegion().getEndColumn()).isEqualTo(51);
    assertThat(place.getContextRegion().getStartLine()).isEqualTo(41);
    assertThat(place.getContextRegion().getSnippet().getText()).contains("quote(String sku)");
    assertThat(place.getArtifactLocation().getUriBaseId()).isEqualTo("%SRCROOT%");
  }

  @Test
  void aRegionOfManyLinesHasAllOfThemInItsSnippet() throws IOException {
    assertThat(place(result("wait-without-deadline")).getRegion().getSnippet().getText())
        .startsWith("executor\n        .submit(\n")
        .endsWith("\n        .get()");
  }

  @Test
  void endlessLinesAreNotCopiedIntoTheLog() throws IOException {
    ScanReport report =
        Samples.report(
            List.of(
                Samples.saying("Long.", new Region(42, 1, 42, 5), "word" + "x".repeat(1_000_000)),
                Samples.saying("Short.", new Region(42, 1, 42, 9), "word")),
            List.of());
    assertThat(Render.as("sarif", report)).hasSizeLessThan(100_000);
    Result result = run(report).getResults().get(0);
    assertThat(place(result).getRegion().getSnippet().getText()).isEqualTo("word");
    assertThat(place(result).getContextRegion()).isNull();
  }

  @Test
  void pathsDecodeToTheFilesNames() throws IOException {
    List<String> paths =
        run(Samples.hostile()).getResults().stream()
            .map(result -> place(result).getArtifactLocation().getUri())
            .map(uri -> URI.create(uri).getPath())
            .toList();
    assertThat(paths).containsExactlyInAnyOrderElementsOf(Samples.HOSTILE_PATHS);
  }

  @Test
  void fixesReplaceAndInsert() throws IOException {
    Fix fix = result("regex-compile-per-call").getFixes().iterator().next();
    assertThat(fix.getDescription().getText()).isEqualTo("Hoist the pattern into a constant");
    assertThat(fix.getArtifactChanges().iterator().next().getReplacements())
        .extracting(Replacement::getInsertedContent)
        .extracting(content -> content.getText().strip())
        .containsExactly(
            "private static final Pattern SEPARATOR = Pattern.compile(\"\\\\s*[,;|]\\\\s*\");",
            "SEPARATOR.split(line)");
  }

  @Test
  void bothFingerprintsAndTheRankAreThere() throws IOException {
    Result result = result("regex-compile-per-call");
    assertThat(result.getPartialFingerprints().getAdditionalProperties())
        .containsEntry("primaryLocationLineHash", "271789c17abda88f:1")
        .containsEntry("perflint/v1", "c4410a52be7f9d1c");
    assertThat(result.getRank()).isEqualTo(23.0);
    assertThat(result.getProperties().getAdditionalProperties())
        .containsEntry("area", "other")
        .containsEntry("theme", "text")
        .containsEntry("confidence", "sure")
        .containsEntry("waste", 3.6);
  }

  @Test
  void noticesAreNotificationsWithADescription() throws IOException {
    Run run = run(Samples.withNotices());
    List<Notification> notifications = run.getInvocations().get(0).getToolExecutionNotifications();
    assertThat(notifications).hasSize(4);
    for (Notification notification : notifications) {
      ReportingDescriptor kind =
          run.getTool().getDriver().getNotifications().stream()
              .filter(d -> d.getId().equals(notification.getDescriptor().getId()))
              .findFirst()
              .orElseThrow();
      assertThat(kind.getHelp().getText()).isNotBlank();
    }
    Notification crash =
        notifications.stream().filter(n -> n.getAssociatedRule() != null).findFirst().orElseThrow();
    assertThat(crash.getAssociatedRule().getId()).isEqualTo("regex-compile-per-call");
    assertThat(crash.getLevel().value()).isEqualTo("error");
    assertThat(crash.getLocations().iterator().next().getPhysicalLocation().getRegion())
        .satisfies(region -> assertThat(region.getStartLine()).isEqualTo(88));
  }

  @Test
  void theMostUrgentFiveThousandAreKept() throws IOException {
    ScanReport many = Samples.many(5_003);
    List<Result> results = run(many).getResults();
    assertThat(results).hasSize(5_000);
    assertThat(place(results.get(4_999)).getArtifactLocation().getUri())
        .endsWith("Service04999.java");
    assertThat(new SarifReport().omitted(many)).isEqualTo(3);
  }

  @Test
  void everyRuleIsDescribed() throws IOException {
    for (ReportingDescriptor rule : run(Samples.empty()).getTool().getDriver().getRules()) {
      assertThat(rule.getShortDescription().getText()).matches("(?s)[A-Z].*\\.");
      assertThat(rule.getFullDescription().getText()).isNotBlank();
      assertThat(rule.getHelp().getMarkdown()).contains("**Instead:**");
    }
  }
}
