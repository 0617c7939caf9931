package dev.perflint.report.issue;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comment, invisible to readers, by which perflint knows its issues.
 *
 * @param key of what is to be mended; the same for as long as it is the same thing
 * @param findings changes with what is said of it
 */
public record IssueMarker(String key, String findings) {
  private static final Pattern COMMENT =
      Pattern.compile("<!-- perflint:issue v=1 key=([0-9a-f]{16}) findings=([0-9a-f]{16,64}) -->");

  /** The first one in the body of an issue. */
  public static Optional<IssueMarker> in(String body) {
    Matcher comment = COMMENT.matcher(body);
    return comment.find()
        ? Optional.of(new IssueMarker(comment.group(1), comment.group(2)))
        : Optional.empty();
  }

  /** As a line of Markdown. */
  public String text() {
    return "<!-- perflint:issue v=1 key=%s findings=%s -->".formatted(key, findings);
  }
}
