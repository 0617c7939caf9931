package dev.perflint.report.issue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The part of an issue's body that perflint writes, between two comments. All around it belongs to
 * people, and so does what they put into it: ticks, and numbers in place of a {@code TBD}.
 */
public final class OwnedText {
  public static final String BEGIN = "<!-- perflint:begin -->";
  public static final String END = "<!-- perflint:end -->";

  private static final Pattern REFERENCE =
      Pattern.compile("`[^`\\n]+`<!-- perflint:ref ([0-9a-f]{16}) -->");

  private static final String OPEN_BOX = "- [ ] ";
  private static final String UNKNOWN = "TBD";

  private OwnedText() {}

  /** The name of another draft, which becomes the number of its issue once it has one. */
  public static String reference(String key, String file) {
    return "`" + file + "`<!-- perflint:ref " + key + " -->";
  }

  /** A body with the numbers of issues in place of the names of their drafts. */
  static String numbered(String body, Map<String, Integer> numbers) {
    return REFERENCE
        .matcher(body)
        .replaceAll(
            match -> {
              Integer number = numbers.get(match.group(1));
              return Matcher.quoteReplacement(number == null ? match.group() : "#" + number);
            });
  }

  /** What stands between the comments; empty where somebody removed one of them. */
  public static Optional<String> of(String body) {
    String text = body.replace("\r\n", "\n");
    int begin = text.indexOf(BEGIN);
    int end = text.lastIndexOf(END);
    return begin < 0 || end < begin
        ? Optional.empty()
        : Optional.of(text.substring(begin + BEGIN.length(), end));
  }

  /**
   * The body of an issue with what a draft says now.
   *
   * @param body of the issue, with both comments
   * @param draft the whole body of the draft
   */
  static String replaced(String body, String draft) {
    String text = body.replace("\r\n", "\n");
    String before = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
    String after = text.substring(text.lastIndexOf(END));
    String marked =
        IssueMarker.in(draft)
            .flatMap(
                now -> IssueMarker.in(before).map(old -> before.replace(old.text(), now.text())))
            .orElse(before);
    return marked + kept(of(text).orElseThrow(), of(draft).orElseThrow()) + after;
  }

  /** The new text with the ticks and numbers of the old one. */
  private static String kept(String old, String now) {
    List<String> oldLines = old.lines().toList();
    Set<String> ticked =
        oldLines.stream()
            .filter(line -> line.startsWith("- [x] ") || line.startsWith("- [X] "))
            .map(line -> line.substring(OPEN_BOX.length()))
            .collect(Collectors.toCollection(HashSet::new));
    List<String> lines = new ArrayList<>();
    for (String line : now.split("\n", -1)) {
      boolean isTicked =
          line.startsWith(OPEN_BOX) && ticked.contains(line.substring(OPEN_BOX.length()));
      lines.add(
          isTicked
              ? "- [x] " + line.substring(OPEN_BOX.length())
              : filled(line, oldLines).orElse(line));
    }
    return String.join("\n", lines);
  }

  /** The line that somebody has filled in: the same up to what is unknown, and known now. */
  private static Optional<String> filled(String line, List<String> oldLines) {
    int unknown = line.indexOf(UNKNOWN);
    if (unknown <= 0 || line.substring(0, unknown).isBlank()) {
      return Optional.empty();
    }
    if (line.startsWith("| ")) {
      return row(line, oldLines);
    }
    String known = line.substring(0, unknown);
    List<String> same = oldLines.stream().filter(old -> old.startsWith(known)).toList();
    return same.size() == 1 && !same.get(0).contains(UNKNOWN)
        ? Optional.of(same.get(0))
        : Optional.empty();
  }

  /** Cell by cell; a row is known by its first one. */
  private static Optional<String> row(String line, List<String> oldLines) {
    String[] cells = line.split("\\|", -1);
    for (String old : oldLines) {
      String[] before = old.split("\\|", -1);
      if (old.startsWith("|") && before.length == cells.length && before[1].equals(cells[1])) {
        for (int i = 2; i < cells.length; i++) {
          if (cells[i].contains(UNKNOWN) && !before[i].contains(UNKNOWN)) {
            cells[i] = before[i];
          }
        }
        return Optional.of(String.join("|", cells));
      }
    }
    return Optional.empty();
  }
}
