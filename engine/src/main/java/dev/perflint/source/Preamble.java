package dev.perflint.source;

import java.util.Set;

/**
 * What stands before the first type of a file, read without a parser since it decides whether to
 * parse at all.
 *
 * @param header the comments before the first word
 * @param annotatedGenerated an annotation of simple name {@code Generated} precedes the type
 */
record Preamble(String header, boolean annotatedGenerated) {
  private static final Set<String> TYPE_WORDS = Set.of("class", "interface", "enum", "record");

  static Preamble of(String text) {
    return new Scan(text).run();
  }

  /** One pass from the start of the text to the first type word outside parentheses. */
  private static final class Scan {
    private final String text;
    private int at;
    private int parentheses;
    private int headerEnd = -1;

    Scan(String text) {
      this.text = text;
    }

    Preamble run() {
      boolean generated = false;
      boolean inAnnotation = false;
      while (at < text.length()) {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
          at++;
        } else if (text.startsWith("//", at)) {
          skipLine();
        } else if (text.startsWith("/*", at)) {
          skipPast("*/", at + 2);
        } else {
          headerEnd = headerEnd < 0 ? at : headerEnd;
          if (c == '{') {
            // Braces only stand in annotation arguments here, unless a type has begun.
            if (parentheses == 0) {
              break;
            }
            at++;
          } else if (c == '"' || c == '\'') {
            skipLiteral(c);
          } else if (Character.isJavaIdentifierStart(c)) {
            boolean qualified = at > 0 && text.charAt(at - 1) == '.';
            String word = word();
            if (parentheses == 0) {
              // "record" is also a word of package names.
              if (!inAnnotation && !qualified && !dotFollows() && TYPE_WORDS.contains(word)) {
                break;
              }
              generated |= inAnnotation && word.equals("Generated") && !dotFollows();
              inAnnotation &= dotFollows();
            }
          } else {
            inAnnotation = c == '@' || (inAnnotation && c == '.');
            parentheses += c == '(' ? 1 : c == ')' ? -1 : 0;
            at++;
          }
        }
      }
      return new Preamble(text.substring(0, headerEnd < 0 ? at : headerEnd), generated);
    }

    private String word() {
      int start = at;
      while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
        at++;
      }
      return text.substring(start, at);
    }

    private boolean dotFollows() {
      return at < text.length() && text.charAt(at) == '.';
    }

    private void skipLine() {
      while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
        at++;
      }
    }

    private void skipPast(String end, int from) {
      int found = text.indexOf(end, from);
      at = found < 0 ? text.length() : found + end.length();
    }

    private void skipLiteral(char quote) {
      if (text.startsWith("\"\"\"", at)) {
        skipPast("\"\"\"", at + 3);
        return;
      }
      at++;
      while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
      at = Math.min(at + 1, text.length());
    }
  }
}
