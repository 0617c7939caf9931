package dev.perflint.report.issue;

import dev.perflint.report.issue.PublishedIssue.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What makes the issues of a repository say what the drafts say. Made from both without a request,
 * so that it can be shown before anything is done, and so that it is empty once it has been done.
 *
 * @param actions in the order of the drafts, then issues without a draft by number
 */
public record SyncPlan(List<SyncAction> actions) {
  /**
   * @param closesFixed whether issues are closed of which nothing is found any more
   * @param reopens whether issues are opened again that were closed as done
   */
  public record Wishes(boolean closesFixed, boolean reopens) {}

  public SyncPlan {
    actions = List.copyOf(actions);
  }

  /**
   * @param current keys of all that is found, drafted or not
   */
  public static SyncPlan of(
      List<DraftedIssue> drafts, Set<String> current, List<PublishedIssue> issues, Wishes wishes) {
    Map<String, PublishedIssue> byKey = new TreeMap<>();
    List<SyncAction> actions = new ArrayList<>();
    List<PublishedIssue> sorted = issues.stream().sorted(SyncPlan::theOneToKeep).toList();
    List<SyncAction> rest = new ArrayList<>();
    for (PublishedIssue issue : sorted) {
      PublishedIssue first = byKey.putIfAbsent(issue.marker().key(), issue);
      if (first != null) {
        rest.add(new SyncAction.Skip("#" + issue.number(), "says the same as #" + first.number()));
      }
    }
    Map<String, Integer> numbers = new TreeMap<>();
    byKey.forEach((key, issue) -> numbers.put(key, issue.number()));
    for (DraftedIssue draft : drafts) {
      Optional<PublishedIssue> issue = Optional.ofNullable(byKey.remove(draft.marker().key()));
      actions.add(
          issue
              .map(published -> action(draft, published, numbers, wishes))
              .orElseGet(() -> new SyncAction.Create(draft)));
    }
    byKey.values().stream()
        .sorted(Comparator.comparingInt(PublishedIssue::number))
        .filter(issue -> issue.state() == State.OPEN)
        .forEach(issue -> actions.add(withoutDraft(issue, current, wishes)));
    actions.addAll(rest);
    return new SyncPlan(actions);
  }

  /** Whether it comes to a request. */
  public boolean changesAnything() {
    return actions.stream().anyMatch(action -> !(action instanceof SyncAction.Skip));
  }

  /** An open one first, then one that was refused, then the oldest. */
  private static int theOneToKeep(PublishedIssue a, PublishedIssue b) {
    List<State> order = List.of(State.OPEN, State.NOT_PLANNED, State.COMPLETED);
    int byState = Integer.compare(order.indexOf(a.state()), order.indexOf(b.state()));
    return byState != 0 ? byState : Integer.compare(a.number(), b.number());
  }

  private static SyncAction action(
      DraftedIssue draft, PublishedIssue issue, Map<String, Integer> numbers, Wishes wishes) {
    String name = draft.file() + " (#" + issue.number() + ")";
    if (issue.state() == State.NOT_PLANNED) {
      return new SyncAction.Skip(name, "closed as not planned");
    }
    if (issue.state() == State.COMPLETED && !wishes.reopens()) {
      return new SyncAction.Skip(name, "closed, but found again; --reopen opens it");
    }
    if (OwnedText.of(issue.body()).isEmpty()) {
      return new SyncAction.Skip(name, "somebody has removed the comments around perflint's part");
    }
    boolean reopens = issue.state() == State.COMPLETED;
    boolean same = draft.marker().equals(issue.marker());
    String text =
        same && !draft.measured() ? issue.body() : OwnedText.replaced(issue.body(), draft.body());
    String body = OwnedText.numbered(text, numbers);
    return body.equals(issue.body()) && !reopens
        ? new SyncAction.Skip(name, "nothing has changed")
        : new SyncAction.Update(draft, issue, body, reopens);
  }

  private static SyncAction withoutDraft(PublishedIssue issue, Set<String> current, Wishes wishes) {
    String name = "#" + issue.number();
    if (current.contains(issue.marker().key())) {
      return new SyncAction.Skip(name, "still found, but not among the drafts");
    }
    return wishes.closesFixed()
        ? new SyncAction.Close(issue)
        : new SyncAction.Skip(name, "found no more; --close-fixed closes it");
  }
}
