package com.github.javaparser;

import static com.github.javaparser.GeneratedJavaParserConstants.CHARACTER_LITERAL;
import static com.github.javaparser.GeneratedJavaParserConstants.FLOATING_POINT_LITERAL;
import static com.github.javaparser.GeneratedJavaParserConstants.INTEGER_LITERAL;
import static com.github.javaparser.GeneratedJavaParserConstants.LONG_LITERAL;
import static com.github.javaparser.GeneratedJavaParserConstants.STRING_LITERAL;

/**
 * Where literals end, and which token they are. A number that is not of a plain form, or a text
 * with an unknown escape, is {@link UnusualText}.
 */
final class LiteralEnds {
  private int kind;

  /** Of the literal whose end was asked for last. */
  int kind() {
    return kind;
  }

  /** Behind the closing quote of a string or character that is no text block. */
  int ofQuoted(char[] chars, int start) {
    char quote = chars[start];
    int at = start + 1;
    int characters = 0;
    while (chars[at] != quote) {
      at = afterCharacter(chars, at);
      characters++;
    }
    if (quote == '\'' && characters != 1) {
      throw UnusualText.FOUND;
    }
    kind = quote == '"' ? STRING_LITERAL : CHARACTER_LITERAL;
    return at + 1;
  }

  private static int afterCharacter(char[] chars, int at) {
    switch (chars[at]) {
      // The character 0 stands behind the end of the text.
      case '\n', '\r', 0 -> throw UnusualText.FOUND;
      case '\\' -> {
        return afterEscape(chars, at + 1);
      }
      default -> {
        return at + 1;
      }
    }
  }

  private static int afterEscape(char[] chars, int at) {
    return switch (chars[at]) {
      case 'b', 't', 'n', 'f', 'r', 's', '"', '\'', '\\' -> at + 1;
      case '0', '1', '2', '3' -> afterOctal(chars, at, 3);
      case '4', '5', '6', '7' -> afterOctal(chars, at, 2);
      default -> throw UnusualText.FOUND;
    };
  }

  private static int afterOctal(char[] chars, int start, int most) {
    int at = start;
    while (at < start + most && chars[at] >= '0' && chars[at] <= '7') {
      at++;
    }
    return at;
  }

  /** Behind a number, which begins with a digit or with a point before a digit. */
  int ofNumber(char[] chars, int start) {
    char first = chars[start];
    char second = chars[start + 1];
    if (first == '0' && (second == 'x' || second == 'X' || second == 'b' || second == 'B')) {
      return ofWhole(chars, start, afterDigits(chars, start + 2, 16));
    }
    int at = afterDigits(chars, start, 10);
    boolean whole = true;
    if (chars[at] == '.') {
      whole = false;
      at = afterDigits(chars, at + 1, 10);
    }
    if (chars[at] == 'e' || chars[at] == 'E') {
      whole = false;
      at++;
      if (chars[at] == '+' || chars[at] == '-') {
        at++;
      }
      if (!isDigit(chars[at], 10)) {
        throw UnusualText.FOUND;
      }
      at = afterDigits(chars, at, 10);
    }
    switch (chars[at]) {
      case 'f', 'F', 'd', 'D' -> {
        whole = false;
        at++;
      }
      default -> {}
    }
    if (whole) {
      return ofWhole(chars, start, at);
    }
    for (int i = start; i < at; i++) {
      if (chars[i] == '_') {
        throw UnusualText.FOUND;
      }
    }
    kind = FLOATING_POINT_LITERAL;
    return ended(chars, at);
  }

  private int ofWhole(char[] chars, int start, int end) {
    if (!isWhole(chars, start, end)) {
      throw UnusualText.FOUND;
    }
    boolean isLong = chars[end] == 'L' || chars[end] == 'l';
    kind = isLong ? LONG_LITERAL : INTEGER_LITERAL;
    return ended(chars, isLong ? end + 1 : end);
  }

  private static boolean isWhole(char[] chars, int start, int end) {
    if (chars[end - 1] == '_') {
      return false;
    }
    if (chars[start] != '0' || end == start + 1) {
      return true;
    }
    int radix =
        switch (chars[start + 1]) {
          case 'x', 'X' -> 16;
          case 'b', 'B' -> 2;
          default -> 8;
        };
    int first = radix == 8 ? start : start + 2;
    if (first >= end || chars[first] == '_') {
      return false;
    }
    for (int i = first; i < end; i++) {
      if (chars[i] != '_' && !isDigit(chars[i], radix)) {
        return false;
      }
    }
    return true;
  }

  /** A letter or a point right behind a number makes it something else, or nothing at all. */
  private static int ended(char[] chars, int end) {
    char next = chars[end];
    if (next == '.' || next == '_' || next > 127 || Character.isLetterOrDigit(next)) {
      throw UnusualText.FOUND;
    }
    return end;
  }

  private static int afterDigits(char[] chars, int start, int radix) {
    int at = start;
    while (isDigit(chars[at], radix) || chars[at] == '_') {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c, int radix) {
    if (c >= '0' && c <= '9') {
      return c - '0' < radix;
    }
    return radix == 16 && (c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F');
  }
}
