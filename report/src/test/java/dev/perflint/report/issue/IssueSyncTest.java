package dev.perflint.report.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perflint.report.draft.JmhResults;
import dev.perflint.report.github.FakeGitHub;
import dev.perflint.report.github.FakeGitHub.Answer;
import dev.perflint.report.github.GitHubAccess;
import dev.perflint.report.github.GitHubApi;
import dev.perflint.report.github.GitHubException;
import dev.perflint.report.github.GitHubRepository;
import dev.perflint.report.github.TestApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a GitHub that keeps its issues, two on a page. */
class IssueSyncTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final SyncPlan.Wishes PLAIN = new SyncPlan.Wishes(false, false);

  private final List<ObjectNode> issues = new ArrayList<>();
  private final Set<String> labels = new TreeSet<>(Set.of("type: performance"));
  private final List<String> warnings = new ArrayList<>();
  private FakeGitHub gitHub;
  private GitHubApi api;

  /** Writes after which the server dies; it loses the answer of the last one. */
  private int writesLeft = Integer.MAX_VALUE;

  @BeforeEach
  void start() throws IOException {
    gitHub = new FakeGitHub(this::answer);
    api = TestApi.of(new GitHubAccess(gitHub.uri(), Optional.of(FakeGitHub.TOKEN)));
  }

  @AfterEach
  void stop() {
    gitHub.close();
  }

  private Optional<Answer> answer(FakeGitHub.Request request) {
    String path = request.path().replaceFirst("^/repos/acme/shop", "");
    if (!request.method().equals("GET") && writesLeft-- <= 0) {
      return Optional.of(Answer.of(0, ""));
    }
    boolean answerIsLost = writesLeft == 0 && !request.method().equals("GET");
    Optional<Answer> answer = stored(request, path);
    return answerIsLost ? Optional.of(Answer.of(0, "")) : answer;
  }

  private Optional<Answer> stored(FakeGitHub.Request request, String path) {
    if (path.startsWith("/issues?")) {
      return Optional.of(page(path));
    }
    if (path.startsWith("/labels?")) {
      ArrayNode all = JSON.createArrayNode();
      labels.forEach(label -> all.addObject().put("name", label));
      return Optional.of(Answer.of(200, all.toString()));
    }
    if (path.startsWith("/milestones?")) {
      return Optional.of(Answer.of(200, "[{\"title\": \"v2\", \"number\": 4}]"));
    }
    if (path.equals("/labels")) {
      labels.add(request.body().path("name").asText());
      return Optional.of(Answer.of(201, "{}"));
    }
    if (path.equals("/issues")) {
      if (request.body().path("body").asText().length() > 65_536) {
        return Optional.of(Answer.of(422, "{\"message\": \"body is too long\"}"));
      }
      ObjectNode issue = (ObjectNode) request.body().deepCopy();
      issue.put("number", issues.size() + 1).put("state", "open");
      issues.add(issue);
      return Optional.of(Answer.of(201, issue.toString()));
    }
    if (path.matches("/issues/[0-9]+")) {
      ObjectNode issue = issues.get(Integer.parseInt(path.substring(8)) - 1);
      request.body().fields().forEachRemaining(f -> issue.set(f.getKey(), f.getValue()));
      return Optional.of(Answer.of(200, issue.toString()));
    }
    return Optional.empty();
  }

  private Answer page(String path) {
    int number = path.contains("page=2&") ? 2 : path.contains("page=3&") ? 3 : 1;
    ArrayNode page = JSON.createArrayNode();
    issues.stream().skip((number - 1) * 2L).limit(2).forEach(page::add);
    Answer answer = Answer.of(200, page.toString());
    String next = gitHub.uri() + "/repos/acme/shop/issues?page=" + (number + 1) + "&x";
    return issues.size() > number * 2
        ? new Answer(200, page.toString(), java.util.Map.of("Link", "<" + next + ">; rel=\"next\""))
        : answer;
  }

  private static DraftedIssue draft(char key, int findings, String text) {
    IssueMarker marker =
        new IssueMarker(String.valueOf(key).repeat(16), String.valueOf(findings).repeat(64));
    String body =
        marker.text() + "\n" + OwnedText.BEGIN + "\n" + text + "\n" + OwnedText.END + "\n";
    return new DraftedIssue(
        key + ".md",
        "[PERF] " + key,
        List.of("type: performance", "epic: java"),
        List.of(),
        Optional.of("v2"),
        marker,
        body,
        false);
  }

  private IssueSync sync(boolean createsLabels) {
    return new IssueSync(api, GitHubRepository.of("acme/shop"), createsLabels, warnings::add);
  }

  private SyncPlan plan(SyncPlan.Wishes wishes, DraftedIssue... drafts) {
    Set<String> current = new TreeSet<>();
    List.of(drafts).forEach(draft -> current.add(draft.marker().key()));
    return SyncPlan.of(List.of(drafts), current, sync(false).published(), wishes);
  }

  private void apply(SyncPlan.Wishes wishes, DraftedIssue... drafts) {
    sync(false).apply(plan(wishes, drafts), action -> {});
  }

  @Test
  void aPlanChangesNothing() {
    SyncPlan plan = plan(PLAIN, draft('a', 1, "x"));

    assertThat(plan.actions()).hasOnlyElementsOfType(SyncAction.Create.class).hasSize(1);
    assertThat(gitHub.writes()).isEmpty();
  }

  @Test
  void aSecondRunWritesNothing() {
    DraftedIssue[] drafts = {draft('a', 1, "x"), draft('b', 1, "x"), draft('c', 1, "x")};
    apply(PLAIN, drafts);
    int writes = gitHub.writes().size();

    apply(PLAIN, drafts);

    assertThat(issues).hasSize(3);
    assertThat(gitHub.writes()).hasSize(writes);
  }

  @Test
  void anIssueHasWhatTheRepositoryKnows() {
    apply(PLAIN, draft('a', 1, "x"));

    JsonNode made = issues.get(0);
    assertThat(made.path("labels"))
        .extracting(JsonNode::asText)
        .containsExactly("perflint", "type: performance");
    assertThat(made.path("milestone").asInt()).isEqualTo(4);
    assertThat(labels).contains("perflint").doesNotContain("epic: java");
    assertThat(warnings).singleElement().asString().contains("'epic: java'", "--create-labels");
  }

  @Test
  void missingLabelsAreMadeOnDemand() {
    sync(true).apply(plan(PLAIN, draft('a', 1, "x")), action -> {});

    assertThat(labels).contains("perflint", "epic: java");
    assertThat(warnings).isEmpty();
  }

  /** Wherever it was stopped, also after GitHub had done what it was asked. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void runningAgainAfterACrashMakesNoDuplicates(int writes) {
    DraftedIssue[] drafts = {draft('a', 1, "x"), draft('b', 1, "x"), draft('c', 1, "x")};
    writesLeft = writes;
    assertThatThrownBy(() -> apply(PLAIN, drafts)).isInstanceOf(GitHubException.class);
    writesLeft = Integer.MAX_VALUE;

    apply(PLAIN, drafts);
    apply(PLAIN, drafts);

    assertThat(issues)
        .extracting(issue -> issue.path("title").asText())
        .containsExactlyInAnyOrder("[PERF] a", "[PERF] b", "[PERF] c");
  }

  @Test
  void newFindingsChangeTheTextAndKeepWhatPeopleWrote() {
    apply(PLAIN, draft('a', 1, "- [ ] tests\nold"));
    ObjectNode issue = issues.get(0);
    issue
        .put("title", "Mine now")
        .put("body", issue.path("body").asText().replace("[ ]", "[x]") + "note");

    apply(PLAIN, draft('a', 2, "- [ ] tests\nnew"));

    assertThat(issue.path("body").asText()).contains("- [x] tests\nnew\n").endsWith("note");
    assertThat(issue.path("title").asText()).isEqualTo("Mine now");
  }

  @Test
  void whatWasRefusedStaysClosed() {
    apply(PLAIN, draft('a', 1, "x"));
    issues.get(0).put("state", "closed").put("state_reason", "not_planned");

    SyncPlan plan = plan(new SyncPlan.Wishes(true, true), draft('a', 2, "y"));

    assertThat(plan.changesAnything()).isFalse();
    assertThat(plan.actions()).singleElement().asString().contains("closed as not planned");
  }

  @Test
  void whatWasDoneAndIsFoundAgainIsOpenedOnDemand() {
    apply(PLAIN, draft('a', 1, "x"));
    issues.get(0).put("state", "closed").put("state_reason", "completed");

    assertThat(plan(PLAIN, draft('a', 1, "x")).changesAnything()).isFalse();
    apply(new SyncPlan.Wishes(false, true), draft('a', 1, "x"));

    assertThat(issues.get(0).path("state").asText()).isEqualTo("open");
  }

  @Test
  void whatIsFoundNoMoreIsClosedOnDemand() {
    apply(PLAIN, draft('a', 1, "x"), draft('b', 1, "x"));

    apply(PLAIN, draft('a', 1, "x"));
    assertThat(issues.get(1).path("state").asText()).isEqualTo("open");
    apply(new SyncPlan.Wishes(true, false), draft('a', 1, "x"));

    assertThat(issues.get(1).path("state").asText()).isEqualTo("closed");
    assertThat(issues.get(1).path("state_reason").asText()).isEqualTo("completed");
    assertThat(issues.get(0).path("state").asText()).isEqualTo("open");
  }

  @Test
  void whatIsOnlyNotDraftedIsNotClosed() {
    apply(PLAIN, draft('a', 1, "x"), draft('b', 1, "x"));

    SyncPlan plan =
        SyncPlan.of(
            List.of(draft('a', 1, "x")),
            Set.of("a".repeat(16), "b".repeat(16)),
            sync(false).published(),
            new SyncPlan.Wishes(true, false));

    assertThat(plan.changesAnything()).isFalse();
  }

  @Test
  void issuesOfOthersAndPullRequestsAreLeftAlone() {
    issues.add(JSON.createObjectNode().put("number", 1).put("state", "open").put("body", "mine"));
    ObjectNode pull = JSON.createObjectNode().put("number", 2).put("state", "open");
    pull.put("body", draft('a', 1, "x").body()).putObject("pull_request");
    issues.add(pull);

    assertThat(sync(false).published()).isEmpty();
    assertThat(plan(new SyncPlan.Wishes(true, true), draft('a', 1, "x")).actions())
        .hasOnlyElementsOfType(SyncAction.Create.class);
  }

  @Test
  void oneThatNamesAnotherGetsItsNumberOnce() {
    DraftedIssue a = draft('a', 1, "Blocks " + OwnedText.reference("b".repeat(16), "b.md"));
    DraftedIssue b = draft('b', 1, "Depends on " + OwnedText.reference("a".repeat(16), "a.md"));
    apply(PLAIN, a, b);

    apply(PLAIN, a, b);
    assertThat(issues.get(0).path("body").asText()).contains("Blocks #2\n");
    assertThat(issues.get(1).path("body").asText()).contains("Depends on #1\n");
    int writes = gitHub.writes().size();
    apply(PLAIN, a, b);
    assertThat(gitHub.writes()).hasSize(writes);
  }

  @Test
  void aTooLongBodyIsToldInTheWordsOfGitHub() {
    assertThatThrownBy(() -> apply(PLAIN, draft('a', 1, "x".repeat(70_000))))
        .isInstanceOf(GitHubException.class)
        .hasMessageContaining("body is too long");
  }

  @Test
  void whatWasMeasuredAfterwardsFillsTheLastColumnOnce(@TempDir Path folder) throws IOException {
    Path results = folder.resolve("after.json");
    Files.writeString(
        results,
        """
        [{"benchmark": "com.acme.PricesQuoteBenchmark.quote", "params": {"size": "10"},
          "primaryMetric": {"score": 3.25, "scoreError": 0.5, "scoreUnit": "us/op"},
          "secondaryMetrics": {"gc.alloc.rate.norm": {"score": 1024, "scoreUnit": "B/op"}}}]
        """);
    DraftedIssue draft =
        draft(
            'a',
            1,
            "public class PricesQuoteBenchmark {\n| Latency | TBD | less | TBD |\n"
                + "| Allocations | TBD | no more | TBD |");
    apply(PLAIN, draft);

    DraftedIssue measured = draft.with(JmhResults.read(results, "after.json"));
    apply(PLAIN, measured);

    assertThat(issues.get(0).path("body").asText())
        .contains("| Latency | TBD | less | 3.250 ± 0.500 us/op |")
        .contains("| Allocations | TBD | no more | 1,024.0 B/op |");
    int writes = gitHub.writes().size();
    apply(PLAIN, measured);
    apply(PLAIN, draft);
    assertThat(gitHub.writes()).hasSize(writes);
  }
}
