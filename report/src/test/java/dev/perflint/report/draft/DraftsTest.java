package dev.perflint.report.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perflint.ScanReport;
import dev.perflint.UsageException;
import dev.perflint.config.IssueSettings;
import dev.perflint.model.Finding;
import dev.perflint.model.Location;
import dev.perflint.model.Priority;
import dev.perflint.model.Region;
import dev.perflint.model.Step;
import dev.perflint.report.Golden;
import dev.perflint.report.Samples;
import dev.perflint.report.issue.DraftReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jdk.jfr.Recording;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftsTest {
  @TempDir private Path base;

  @BeforeEach
  void theSourceOfOneFinding() throws IOException {
    write(
        Samples.PRICE_SERVICE,
        "package com.acme;\n\nimport java.io.IOException;\nimport java.net.http.HttpClient;\n\n"
            + "class PriceService {\n"
            + "\n".repeat(33)
            + """
              /** What the shop asks for it. */
              String quote(String sku) throws IOException, InterruptedException {
                HttpClient client = HttpClient.newHttpClient();
                return client.toString() + sku;
              }
            }
            """);
  }

  private void write(String file, String text) throws IOException {
    Path path = base.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private DraftSettings settings(Dialect dialect) {
    return new DraftSettings(
        base,
        10,
        Priority.P2,
        IssueSettings.DEFAULT,
        dialect,
        new SourceLinks("https://git.example/shop/blob/1a2b"),
        JmhResults.NONE,
        JfrProfile.NONE,
        Optional.empty());
  }

  private Draft clientPerCall(DraftSettings settings) {
    return Drafts.of(Samples.one(), List.of(), settings).drafts().get(0);
  }

  @Test
  void aRecordingFillsTheProfilingData() throws IOException {
    Path file = base.resolve("load.jfr");
    try (Recording recording = new Recording()) {
      recording.start();
      recording.dump(file);
    }
    for (Dialect dialect : List.of(Dialect.GITHUB, Dialect.JIRA)) {
      DraftSettings plain = settings(dialect);
      DraftSettings recorded =
          new DraftSettings(
              base,
              plain.most(),
              plain.floor(),
              plain.issues(),
              dialect,
              plain.links(),
              plain.jmh(),
              JfrProfile.of(file, "load.jfr"),
              plain.template());
      assertThat(clientPerCall(recorded).body())
          .contains("is on no stack of load.jfr")
          .doesNotContain("record the application under load");
      assertThat(clientPerCall(plain).body()).contains("record the application under load");
    }
  }

  @Test
  void aWholeDraft() throws IOException {
    Golden.assertSame("draft.md", clientPerCall(settings(Dialect.GITHUB)).text());
    Golden.assertSame("draft.jira", clientPerCall(settings(Dialect.JIRA)).text());
  }

  @Test
  void theSameFindingsGiveTheSameFiles() {
    for (Dialect dialect : Dialect.values()) {
      assertThat(clientPerCall(settings(dialect)).text())
          .isEqualTo(clientPerCall(settings(dialect)).text());
    }
  }

  @Test
  void lessUrgentOnesAndThoseAboveTheLimitAreOnlyListed() {
    DraftSettings two =
        new DraftSettings(
            base,
            2,
            Priority.P2,
            IssueSettings.DEFAULT,
            Dialect.GITHUB,
            SourceLinks.NONE,
            JmhResults.NONE,
            JfrProfile.NONE,
            Optional.empty());
    Drafts drafts = Drafts.of(Samples.shop(), List.of(), two);

    assertThat(drafts.drafts())
        .extracting(d -> d.opportunity().priority().name())
        .containsExactly("P1", "P1");
    assertThat(drafts.others()).hasSize(3);
    assertThat(IndexPage.of(drafts)).contains("2 P1, 2 P2, 1 P3; 2 drafted.", "## Not drafted");
    assertThat(drafts.keys()).hasSize(5);
  }

  @Test
  void findingsOfOneRootComeTogether() {
    Finding one = Samples.clientPerCall();
    Region elsewhere = new Region(90, 5, 90, 9);
    Finding sameFile = Samples.at(one, new Location(one.location().path(), elsewhere));
    String neighbour = one.location().path().replace("PriceService", "StockService");
    Finding sameFolder = Samples.at(one, new Location(neighbour, elsewhere));
    Finding other = Samples.at(one, new Location("web/src/Far.java", elsewhere));

    assertThat(opportunities(one, sameFile))
        .singleElement()
        .satisfies(
            all -> {
              assertThat(all.findings()).hasSize(2);
              assertThat(all.subject()).endsWith(" in PriceService");
            });
    assertThat(opportunities(one, sameFolder))
        .singleElement()
        .extracting(Opportunity::subject)
        .asString()
        .endsWith(" in 2 files of com.acme");
    assertThat(opportunities(one, other)).hasSize(2);
  }

  @Test
  void otherPlacesOfACauseAreNamed() {
    Finding one = Samples.clientPerCall();
    Location other = new Location("web/src/Far.java", new Region(90, 5, 90, 9));
    Finding all = one.tellingOf(one.message(), List.of(new Step(other, "also in Far.away")));

    Draft draft =
        Drafts.of(Samples.report(List.of(all), List.of()), List.of(), settings(Dialect.GITHUB))
            .drafts()
            .get(0);

    assertThat(draft.text()).contains("- [`web/src/Far.java:90`](", "): also in Far.away\n");
  }

  private static List<Opportunity> opportunities(Finding... findings) {
    return Opportunities.of(Samples.report(List.of(findings), List.of()));
  }

  @Test
  void theKeyStaysWhileWhatIsFoundChanges() {
    Finding one = Samples.clientPerCall();
    Finding moved = Samples.at(one, new Location(one.location().path(), new Region(50, 1, 50, 9)));
    Opportunity before = opportunities(one).get(0);
    Opportunity after = opportunities(one, moved).get(0);

    assertThat(after.key()).isEqualTo(before.key());
    assertThat(after.findingsHash()).isNotEqualTo(before.findingsHash());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void hostileNamesMentionNobodyAndStayInTheirPlace(Dialect dialect) {
    Drafts drafts = Drafts.of(Samples.hostile(), List.of(), settings(dialect));

    assertThat(drafts.drafts()).isNotEmpty();
    for (Draft draft : drafts.drafts()) {
      assertThat(draft.text().codePoints()).noneMatch(c -> c < ' ' && c != '\n');
      assertThat(draft.title()).doesNotContain("\n");
      assertThat(draft.file()).matches("[a-z0-9-]+\\.(md|jira)");
    }
  }

  @Test
  void codeCannotLeaveItsFence() {
    Finding found =
        Samples.at(
            Samples.saying(
                "Fixes #1, @octocat",
                new Region(1, 1, 1, 5),
                "// ```",
                "</details> @octocat fixes #1 ````"),
            new Location("Gone.java", new Region(1, 1, 1, 5)));
    String text =
        Drafts.of(Samples.report(List.of(found), List.of()), List.of(), settings(Dialect.GITHUB))
            .drafts()
            .get(0)
            .text();

    assertThat(text).contains("\n`````java\n").contains("Fixes #<!-- -->1, @<!-- -->octocat");
    String outside = text.replaceAll("(?s)\n(`{3,})[a-z]*\n.*?\n\\1\n", "\n");
    assertThat(outside).doesNotContain("@octocat").doesNotContain("#1,");
  }

  @Test
  void aTemplateOfTheProjectIsFilledInstead() throws IOException {
    Path file = base.resolve("own.mustache");
    Files.writeString(file, "{{priority}} in {{area}}{{#places}}: {{link}}{{/places}}");
    DraftSettings own =
        new DraftSettings(
            base,
            10,
            Priority.P2,
            IssueSettings.DEFAULT,
            Dialect.GITHUB,
            SourceLinks.NONE,
            JmhResults.NONE,
            JfrProfile.NONE,
            Optional.of(IssueTemplate.read(file, "own.mustache")));

    assertThat(clientPerCall(own).body())
        .contains("\n\nP1-High in api-client: `" + Samples.PRICE_SERVICE + ":42`\n\n");
    Files.writeString(file, "{{prority}}");
    IssueTemplate wrong = IssueTemplate.read(file, "own.mustache");
    assertThatThrownBy(() -> wrong.filled(java.util.Map.of("priority", "x")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("prority");
    Files.writeString(file, "{{#a}}");
    assertThatThrownBy(() -> IssueTemplate.read(file, "own.mustache"))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("cannot use own.mustache: ");
  }

  @Test
  void whatIsWrittenCanBePublished() {
    Path out = base.resolve("perflint-issues");
    DraftFolder folder = new DraftFolder(out, "perflint-issues");
    Drafts drafts = Drafts.of(Samples.shop(), List.of(), settings(Dialect.GITHUB));

    assertThat(folder.write(drafts)).isEqualTo(new DraftFolder.Result(4, java.util.Set.of()));

    DraftReader read = DraftReader.of(out, "perflint-issues");
    assertThat(read.drafts()).hasSize(4);
    assertThat(read.current()).isEqualTo(drafts.keys());
    assertThat(read.drafts().get(0).labels())
        .containsExactly("type: performance", "epic: java-optimizations");
    assertThat(read.drafts()).allSatisfy(d -> assertThat(d.title()).startsWith("[PERF] "));
  }

  @Test
  void ofAnOldFolderOnlyWhatIsOursGoes() throws IOException {
    Path out = base.resolve("perflint-issues");
    DraftFolder folder = new DraftFolder(out, "perflint-issues");
    folder.write(Drafts.of(Samples.shop(), List.of(), settings(Dialect.GITHUB)));
    Files.writeString(out.resolve("notes.md"), "mine");

    DraftFolder.Result result =
        folder.write(Drafts.of(Samples.one(), List.of(), settings(Dialect.GITHUB)));

    assertThat(result.removed()).hasSize(3);
    assertThat(out.resolve("notes.md")).content().isEqualTo("mine");
    Path draft = out.resolve(clientPerCall(settings(Dialect.GITHUB)).file());
    Files.writeString(draft, "somebody else's");
    ScanReport one = Samples.one();
    Drafts again = Drafts.of(one, List.of(), settings(Dialect.GITHUB));
    assertThatThrownBy(() -> folder.write(again))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is in the way");
    assertThat(draft).content().isEqualTo("somebody else's");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[{}]", "[{\"benchmark\": \"x\"}]", "not json"})
  void whatIsNoResultOfJmhIsToldSo(String text) throws IOException {
    Path file = base.resolve("r.json");
    Files.writeString(file, text);

    assertThatThrownBy(() -> JmhResults.read(file, "r.json"))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("cannot use r.json: ");
  }

  @Test
  void whatIsSecretInConfigurationIsHidden() throws IOException {
    write(
        "src/main/resources/application.yml",
        "spring:\n  datasource:\n    username: reader\n    password: 123456\n    url: jdbc:x://u:pw@h/db\n");
    write(
        "src/main/resources/persistence.xml",
        "<property name=\"jdbc.password\" value=\"s3cret\"/>\n<secret>x</secret>\n");
    for (String file : List.of("application.yml", "persistence.xml")) {
      Finding found =
          Samples.at(
              Samples.clientPerCall(),
              new Location("src/main/resources/" + file, new Region(2, 1, 2, 5)));
      String text =
          Drafts.of(Samples.report(List.of(found), List.of()), List.of(), settings(Dialect.GITHUB))
              .drafts()
              .get(0)
              .text();
      assertThat(text).contains("***").doesNotContain("123456", "s3cret", ">x<", "pw@");
    }
    assertThat(Secrets.hidden("username: reader")).isEqualTo("username: reader");
  }

  @Test
  void anIndexOfSomebodyElseIsLeftAlone() throws IOException {
    write("perflint-issues/index.md", "mine");
    DraftFolder folder = new DraftFolder(base.resolve("perflint-issues"), "perflint-issues");
    Drafts drafts = Drafts.of(Samples.one(), List.of(), settings(Dialect.GITHUB));

    assertThatThrownBy(() -> folder.write(drafts)).hasMessageContaining("index.md is in the way");
    assertThat(base.resolve("perflint-issues/index.md")).content().isEqualTo("mine");
  }

  @Test
  void theOwnersOfACodeAreAssigned() throws IOException {
    write(
        ".github/CODEOWNERS",
        "* @acme/all\n/src/main/ @first # all of it\n*.java @second mail@acme.com @acme/team\n/docs @third\n");

    assertThat(clientPerCall(settings(Dialect.GITHUB)).assignees()).containsExactly("second");
  }

  @Test
  void testsThatMentionTheClassAreNamed() throws IOException {
    write(
        "src/test/java/com/acme/PriceServiceTest.java",
        "class PriceServiceTest { PriceService s; }");
    write("src/test/java/com/acme/ATest.java", "class ATest { PriceService s; }");
    write("src/test/java/com/acme/OtherTest.java", "class OtherTest { PriceServices s; }");

    assertThat(clientPerCall(settings(Dialect.GITHUB)).body())
        .containsSubsequence("PriceServiceTest.java` passes", "ATest.java` passes")
        .doesNotContain("OtherTest");
  }

  @Test
  void linksNameLinesAndNoToken() {
    SourceLinks gitHub = SourceLinks.of("https://x:tok@github.com/a/b.git", "1a", Dialect.GITHUB);
    SourceLinks gitLab = SourceLinks.of("git@gitlab.com:g/s/b.git", "1a", Dialect.GITLAB);

    assertThat(gitHub.to("src/A b.java", 3, 5))
        .isEqualTo("https://github.com/a/b/blob/1a/src/A%20b.java#L3-L5");
    assertThat(gitLab.to("A.java", 3, 3)).isEqualTo("https://gitlab.com/g/s/b/-/blob/1a/A.java#L3");
    assertThat(SourceLinks.of("/srv/git/b", "1a", Dialect.GITHUB).to("A.java", 1, 1)).isEmpty();
  }

  @Test
  void effortGrowsWithPlacesAndFiles() {
    Finding one = Samples.clientPerCall();
    Region line = new Region(9, 1, 9, 2);
    Finding two = Samples.at(one, new Location(one.location().path(), line));
    Finding far = Samples.at(one, new Location("src/main/java/com/acme/B.java", line));

    assertThat(Estimate.of(opportunities(one).get(0)).text()).isEqualTo("Small, 1-2 hours");
    assertThat(Estimate.of(opportunities(one, two).get(0)).hours()).isEqualTo(1.25);
    assertThat(Estimate.of(opportunities(one, two, far).get(0)).hours()).isEqualTo(1.75);
    assertThat(new Estimate(10).text()).isEqualTo("Medium, 5-15 hours");
    assertThat(new Estimate(0.2).text()).isEqualTo("Small, under 1 hour");
  }
}
