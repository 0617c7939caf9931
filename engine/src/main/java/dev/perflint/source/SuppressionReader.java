package dev.perflint.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.comments.Comment;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads suppressions: {@code // perflint:ignore rule-id, rule-id -- reason} at the end of a line or
 * on the lines above it, and {@code @SuppressWarnings("perflint:rule-id")} on a declaration; {@code
 * "perflint"} alone is every rule.
 */
public final class SuppressionReader {
  private static final String WORD = "perflint";
  private static final Pattern COMMENT = Pattern.compile("\\bperflint:ignore\\b([^\\n]*)");
  private static final String REASON = "--";

  private SuppressionReader() {}

  /** All suppressions of a file, by line. */
  public static List<Suppression> read(SourceText source, ParsedSource parsed) {
    if (!source.text().contains(WORD)) {
      return List.of();
    }
    List<Suppression> found = new ArrayList<>();
    for (Comment comment : parsed.comments()) {
      Matcher matcher = COMMENT.matcher(comment.getContent());
      // Documentation that speaks of suppressions is none.
      boolean documents = comment.isJavadocComment();
      if (!documents && matcher.find() && comment.getRange().isPresent()) {
        found.add(ofComment(matcher.group(1), comment, source));
      }
    }
    parsed.unit().ifPresent(unit -> addAnnotations(unit, found));
    found.sort(Comparator.comparingInt(Suppression::line));
    return found;
  }

  private static Suppression ofComment(String words, Comment comment, SourceText source) {
    int line = comment.getRange().get().begin.line;
    int end = comment.getRange().get().end.line;
    String before = source.line(line).substring(0, comment.getRange().get().begin.column - 1);
    String behind = source.line(end).substring(comment.getRange().get().end.column);
    boolean alone = before.isBlank() && behind.isBlank();
    int split = words.indexOf(REASON);
    String rules = split < 0 ? words : words.substring(0, split);
    String reason = split < 0 ? "" : words.substring(split + REASON.length()).strip();
    return new Suppression(line, line, alone ? nextCodeLine(end, source) : end, ids(rules), reason);
  }

  /** The first line behind a comment that holds more than comments. */
  private static int nextCodeLine(int line, SourceText source) {
    int next = line + 1;
    while (next <= source.lines().lineCount() && isCommentOrBlank(source.line(next))) {
      next++;
    }
    return next;
  }

  private static boolean isCommentOrBlank(String line) {
    String text = line.strip();
    return text.isEmpty() || text.startsWith("//") || text.startsWith("*") || text.startsWith("/*");
  }

  private static List<String> ids(String words) {
    List<String> ids =
        Arrays.stream(words.replace("[", " ").replace("]", " ").replace("*/", " ").split("[,\\s]+"))
            .filter(word -> !word.isEmpty())
            .toList();
    return ids.isEmpty() ? List.of(Suppression.ALL) : ids;
  }

  private static void addAnnotations(CompilationUnit unit, List<Suppression> into) {
    for (AnnotationExpr annotation : unit.findAll(AnnotationExpr.class)) {
      String name = annotation.getNameAsString();
      if (!name.equals("SuppressWarnings") && !name.equals("java.lang.SuppressWarnings")) {
        continue;
      }
      List<String> rules = new ArrayList<>();
      for (StringLiteralExpr literal : annotation.findAll(StringLiteralExpr.class)) {
        String value = literal.getValue();
        if (value.equals(WORD)) {
          rules.add(Suppression.ALL);
        } else if (value.startsWith(WORD + ":")) {
          rules.add(value.substring(WORD.length() + 1).strip());
        }
      }
      Node declaration = annotation.getParentNode().orElse(null);
      if (!rules.isEmpty() && declaration != null && declaration.getRange().isPresent()) {
        int line = annotation.getRange().map(range -> range.begin.line).orElse(1);
        into.add(
            new Suppression(
                line,
                declaration.getRange().get().begin.line,
                declaration.getRange().get().end.line,
                rules,
                ""));
      }
    }
  }
}
