package dev.perflint.report.issue;

/** One thing to do, or not to do and why. */
public sealed interface SyncAction {
  /** A new issue. */
  record Create(DraftedIssue draft) implements SyncAction {}

  /**
   * New text for an issue.
   *
   * @param body the whole of it
   * @param reopens whether it is opened again as well
   */
  record Update(DraftedIssue draft, PublishedIssue issue, String body, boolean reopens)
      implements SyncAction {}

  /** What was found is found no more. */
  record Close(PublishedIssue issue) implements SyncAction {}

  /**
   * Nothing to do.
   *
   * @param what the file of a draft or the number of an issue
   */
  record Skip(String what, String why) implements SyncAction {}
}
