package dev.perflint.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads suppressions from the comments of files that are no Java: {@code # perflint:ignore rule-id
 * -- reason} above a line or, where the format has comments there, at its end; in XML {@code <!--
 * perflint:ignore rule-id: reason -->}, since two hyphens end a comment there.
 */
public final class CommentSuppressions {
  private static final String WORD = "perflint:ignore";
  private static final Pattern REASON = Pattern.compile("\\s--(?!>)|:\\s");

  /** How a format writes comments. */
  public enum Syntax {
    /** A line that begins with {@code #}: properties and image files. */
    LINE("^\\s*[#!](?<content>.*)$"),
    /** From {@code #} to the end of the line: YAML. */
    REST_OF_LINE("(?:^|\\s)#(?<content>.*)$"),
    /** {@code <!-- -->} on one line. */
    XML("<!--(?<content>.*?)-->");

    private final Pattern pattern;

    Syntax(String pattern) {
      this.pattern = Pattern.compile(pattern);
    }

    /** Nothing, or a comment and nothing else. */
    boolean isBlank(String line) {
      return pattern.matcher(line).replaceAll("").isBlank();
    }
  }

  private CommentSuppressions() {}

  /** All suppressions of a text, by line. */
  public static List<Suppression> read(String text, Syntax syntax) {
    if (!text.contains(WORD)) {
      return List.of();
    }
    List<String> lines = text.lines().toList();
    List<Suppression> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher comment = syntax.pattern.matcher(lines.get(i));
      while (comment.find()) {
        String content = comment.group("content");
        int at = content.indexOf(WORD);
        if (at >= 0) {
          int covered = syntax.isBlank(lines.get(i)) ? nextLine(i, lines, syntax) : i;
          found.add(suppression(content.substring(at + WORD.length()), i + 1, covered + 1));
        }
      }
    }
    return found;
  }

  /** The next line that holds more than comments; both count from 0. */
  private static int nextLine(int comment, List<String> lines, Syntax syntax) {
    int next = comment + 1;
    while (next < lines.size() && syntax.isBlank(lines.get(next))) {
      next++;
    }
    return next;
  }

  private static Suppression suppression(String words, int line, int covered) {
    Matcher split = REASON.matcher(words);
    boolean reasoned = split.find();
    String rules = reasoned ? words.substring(0, split.start()) : words;
    String reason = reasoned ? words.substring(split.end()).strip() : "";
    List<String> ids =
        Arrays.stream(rules.split("[,\\s]+")).filter(word -> !word.isEmpty()).toList();
    return new Suppression(
        line, covered, covered, ids.isEmpty() ? List.of(Suppression.ALL) : ids, reason);
  }
}
