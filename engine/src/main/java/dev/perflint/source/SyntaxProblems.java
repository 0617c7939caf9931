package dev.perflint.source;

import com.github.javaparser.ParseException;
import com.github.javaparser.Problem;
import dev.perflint.model.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parser's problems as notices: one line each, its lists of possible tokens left out. */
final class SyntaxProblems {
  private static final int MAX_NOTICES = 3;
  private static final int MAX_TOKEN = 40;
  private static final String CONFLICT = "<<<<<<< ";

  private static final Pattern LEXICAL =
      Pattern.compile("Lexical error at line (\\d+), column \\d+\\.\\s+Encountered: (.*)");

  private SyntaxProblems() {}

  static List<Notice> notices(SourceText source, List<Problem> problems, boolean treeSurvives) {
    if (problems.isEmpty()) {
      return List.of();
    }
    String path = source.file().reportPath();
    int conflict = conflictLine(source);
    if (conflict > 0) {
      Notice.Kind kind = treeSurvives ? Notice.Kind.PARTLY_PARSED : Notice.Kind.UNPARSABLE;
      return List.of(Notice.ofFile(kind, path, conflict, "unresolved merge conflict"));
    }
    if (!treeSurvives) {
      String more = problems.size() > 1 ? more(problems.size() - 1) : "";
      return List.of(
          Notice.ofFile(
              Notice.Kind.UNPARSABLE,
              path,
              line(problems.get(0)),
              "not readable as Java: " + message(problems.get(0)) + more));
    }
    List<Notice> notices = new ArrayList<>();
    for (Problem problem : problems.subList(0, Math.min(problems.size(), MAX_NOTICES))) {
      notices.add(Notice.ofFile(Notice.Kind.PARTLY_PARSED, path, line(problem), message(problem)));
    }
    if (problems.size() > MAX_NOTICES) {
      int rest = problems.size() - MAX_NOTICES;
      notices.add(
          Notice.ofFile(Notice.Kind.PARTLY_PARSED, path, 0, rest + " more syntax problems"));
    }
    return notices;
  }

  private static String more(int count) {
    return " (and " + count + (count == 1 ? " more problem)" : " more problems)");
  }

  private static int conflictLine(SourceText source) {
    String text = source.text();
    for (int at = text.indexOf(CONFLICT); at >= 0; at = text.indexOf(CONFLICT, at + 1)) {
      if (source.lines().column(at) == 1) {
        return source.lines().line(at);
      }
    }
    return 0;
  }

  /** Of the token that did not fit; the problem's own range begins with the construct around it. */
  private static int line(Problem problem) {
    if (problem.getCause().orElse(null) instanceof ParseException e
        && e.currentToken != null
        && e.currentToken.next != null) {
      return e.currentToken.next.beginLine;
    }
    Matcher lexical = LEXICAL.matcher(problem.getMessage());
    if (lexical.find()) {
      return Integer.parseInt(lexical.group(1));
    }
    return problem.getLocation().flatMap(l -> l.toRange()).map(r -> r.begin.line).orElse(0);
  }

  private static String message(Problem problem) {
    if (problem.getCause().orElse(null) instanceof ParseException e
        && e.currentToken != null
        && e.currentToken.next != null) {
      return e.currentToken.next.kind == 0
          ? "the file ends too early"
          : "unexpected '" + Messages.shorten(e.currentToken.next.image, MAX_TOKEN) + "'";
    }
    Matcher lexical = LEXICAL.matcher(problem.getMessage());
    if (lexical.find()) {
      return lexical.group(2).startsWith("<EOF>")
          ? "the file ends inside a literal or comment"
          : "unexpected character " + Messages.shorten(lexical.group(2), MAX_TOKEN);
    }
    return Messages.oneLine(problem.getMessage());
  }
}
