package dev.perflint.report.draft;

import dev.perflint.model.Priority;
import dev.perflint.report.markdown.MarkdownText;

/** The page that lists all opportunities, with the drafts first. */
final class IndexPage {
  /** Before the keys, by which a sync tells what is still found. */
  static final String KEYS = "<!-- perflint:keys ";

  private IndexPage() {}

  static String of(Drafts drafts) {
    StringBuilder page = new StringBuilder("# Performance opportunities\n\n");
    page.append(KEYS).append(String.join(" ", drafts.keys())).append(" -->\n");
    page.append('\n').append(counts(drafts)).append('\n');
    if (!drafts.drafts().isEmpty()) {
      page.append("\n| | Draft | Area | Places | Effort |\n| --- | --- | --- | ---: | --- |\n");
      for (Draft draft : drafts.drafts()) {
        page.append("| ")
            .append(draft.opportunity().priority())
            .append(" | [")
            .append(MarkdownText.line(draft.opportunity().subject()))
            .append("](")
            .append(draft.file())
            .append(") | ")
            .append(draft.opportunity().first().area().id())
            .append(" | ")
            .append(draft.opportunity().findings().size())
            .append(" | ")
            .append(draft.effort())
            .append(" |\n");
      }
    }
    if (!drafts.others().isEmpty()) {
      page.append("\n## Not drafted\n\nLess urgent, or more than `--max` allows.\n");
      page.append("\n| | Opportunity | Rule | Places |\n| --- | --- | --- | ---: |\n");
      for (Opportunity other : drafts.others()) {
        page.append("| ")
            .append(other.priority())
            .append(" | ")
            .append(MarkdownText.line(other.subject()))
            .append(" | ")
            .append(other.rule().id())
            .append(" | ")
            .append(other.findings().size())
            .append(" |\n");
      }
    }
    return page.toString();
  }

  private static String counts(Drafts drafts) {
    StringBuilder text = new StringBuilder();
    for (Priority priority : Priority.values()) {
      text.append(text.isEmpty() ? "" : ", ");
      text.append(drafts.count(priority)).append(' ').append(priority);
    }
    return text + "; " + drafts.drafts().size() + " drafted.";
  }
}
