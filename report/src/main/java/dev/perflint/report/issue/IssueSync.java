package dev.perflint.report.issue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.perflint.report.github.GitHubApi;
import dev.perflint.report.github.GitHubRepository;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Does what a {@link SyncPlan} says, one request after the other. Stopped anywhere it can be run
 * again: what has been made is found by its marker.
 */
public final class IssueSync {
  /** By which issues are found; the only label that perflint makes without being asked to. */
  public static final String LABEL = "perflint";

  /** GitHub wants a second between requests that make something. */
  private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);

  private final GitHubApi api;
  private final GitHubRepository repository;
  private final boolean createsLabels;
  private final Consumer<String> warnings;
  private boolean wrote;

  /**
   * @param createsLabels whether labels are made that the repository has not
   * @param warnings told what is left out
   */
  public IssueSync(
      GitHubApi api,
      GitHubRepository repository,
      boolean createsLabels,
      Consumer<String> warnings) {
    this.api = api;
    this.repository = repository;
    this.createsLabels = createsLabels;
    this.warnings = warnings;
  }

  /** The issues that perflint has made, open or closed. */
  public List<PublishedIssue> published() {
    String path = repository.path() + "/issues?state=all&labels=" + LABEL + "&per_page=100";
    return api.pages(path).stream().flatMap(issue -> PublishedIssue.of(issue).stream()).toList();
  }

  /**
   * New issues name each other by the names of their drafts; a plan that is made once they have
   * numbers puts these in.
   *
   * @param plan made from {@link #published}
   * @param done told after each action
   */
  public void apply(SyncPlan plan, Consumer<SyncAction> done) {
    if (!plan.changesAnything()) {
      return;
    }
    Fields fields = new Fields(drafts(plan));
    for (SyncAction action : plan.actions()) {
      if (action instanceof SyncAction.Create create) {
        write(() -> api.post(repository.path() + "/issues", fields.of(create.draft())));
      } else if (action instanceof SyncAction.Update update) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("body", update.body());
        if (update.reopens()) {
          body.put("state", "open");
        }
        write(() -> api.patch(issue(update.issue().number()), body));
      } else if (action instanceof SyncAction.Close close) {
        String issue = issue(close.issue().number());
        write(() -> api.patch(issue, Map.of("state", "closed", "state_reason", "completed")));
      }
      done.accept(action);
    }
  }

  private static List<DraftedIssue> drafts(SyncPlan plan) {
    List<DraftedIssue> drafts = new ArrayList<>();
    for (SyncAction action : plan.actions()) {
      if (action instanceof SyncAction.Create create) {
        drafts.add(create.draft());
      }
    }
    return drafts;
  }

  private String issue(int number) {
    return repository.path() + "/issues/" + number;
  }

  private JsonNode write(Supplier<JsonNode> request) {
    if (wrote) {
      api.rest(BETWEEN_WRITES);
    }
    wrote = true;
    return request.get();
  }

  /** What a new issue has beside its text, as far as the repository knows it. */
  private final class Fields {
    private final Set<String> labels = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Integer> milestones = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Fields(List<DraftedIssue> drafts) {
      if (drafts.isEmpty()) {
        return;
      }
      for (JsonNode label : api.pages(repository.path() + "/labels?per_page=100")) {
        labels.add(label.path("name").asText(""));
      }
      Set<String> wanted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
      wanted.add(LABEL);
      drafts.forEach(draft -> wanted.addAll(draft.labels()));
      for (String label : wanted) {
        if (!labels.contains(label)) {
          make(label);
        }
      }
      if (drafts.stream().anyMatch(draft -> draft.milestone().isPresent())) {
        String path = repository.path() + "/milestones?state=open&per_page=100";
        for (JsonNode milestone : api.pages(path)) {
          milestones.put(milestone.path("title").asText(""), milestone.path("number").asInt());
        }
      }
    }

    private void make(String label) {
      // Without its own label an issue is never found again, and made anew each time.
      if (!createsLabels && !label.toLowerCase(Locale.ROOT).equals(LABEL)) {
        warnings.accept(
            "there is no label '" + label + "'; --create-labels makes it, now it is left out");
        return;
      }
      String path = repository.path() + "/labels";
      write(() -> api.post(path, Map.of("name", label, "color", "d4a017")));
      labels.add(label);
    }

    Map<String, Object> of(DraftedIssue draft) {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("title", draft.title());
      body.put("body", draft.body());
      Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
      known.add(LABEL);
      draft.labels().stream().filter(labels::contains).forEach(known::add);
      body.put("labels", List.copyOf(known));
      if (!draft.assignees().isEmpty()) {
        body.put("assignees", draft.assignees());
      }
      milestone(draft).ifPresent(number -> body.put("milestone", number));
      return body;
    }

    private Optional<Integer> milestone(DraftedIssue draft) {
      Optional<Integer> number = draft.milestone().map(milestones::get);
      if (draft.milestone().isPresent() && number.isEmpty()) {
        warnings.accept("there is no open milestone '" + draft.milestone().get() + "'");
      }
      return number;
    }
  }
}
