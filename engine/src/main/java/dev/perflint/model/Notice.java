package dev.perflint.model;

import java.util.Comparator;
import java.util.Optional;

/**
 * Something a user should know about the run itself: a file that could not be read, a rule that
 * crashed.
 *
 * @param path the file, relative as in findings; empty for the run as a whole
 * @param rule the rule that crashed, for {@link Kind#RULE_CRASH}
 * @param line from 1; 0 when unknown
 */
public record Notice(
    Kind kind, Optional<String> path, Optional<RuleId> rule, int line, String message)
    implements Comparable<Notice> {
  /** What happened; {@code losesCode} kinds make {@code --strict} fail. */
  public enum Kind {
    /** The file could not be read, or is nothing that can be read. */
    UNREADABLE("unreadable-file", true),
    /** No syntax tree at all. */
    UNPARSABLE("unparsable-file", true),
    /** Some statements were lost; the rest was analysed. */
    PARTLY_PARSED("partly-parsed-file", true),
    /** A rule threw; its findings in that file are missing. */
    RULE_CRASH("rule-crash", true),
    /** Left out on purpose, e.g. for its size. */
    SKIPPED("skipped-file", true),
    /** Nothing lost, worth knowing. */
    INFO("information", false);

    private final String id;
    private final boolean losesCode;

    Kind(String id, boolean losesCode) {
      this.id = id;
      this.losesCode = losesCode;
    }

    public String id() {
      return id;
    }

    public boolean losesCode() {
      return losesCode;
    }
  }

  private static final Comparator<Notice> ORDER =
      Comparator.comparing((Notice n) -> n.path().orElse(""))
          .thenComparingInt(Notice::line)
          .thenComparing(Notice::kind)
          .thenComparing(n -> n.rule().map(RuleId::value).orElse(""))
          .thenComparing(Notice::message);

  public static Notice ofFile(Kind kind, String path, int line, String message) {
    return new Notice(kind, Optional.of(path), Optional.empty(), line, message);
  }

  public static Notice ofRun(Kind kind, String message) {
    return new Notice(kind, Optional.empty(), Optional.empty(), 0, message);
  }

  @Override
  public int compareTo(Notice other) {
    return ORDER.compare(this, other);
  }
}
