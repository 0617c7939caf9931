package dev.perflint.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * One part of an ignore pattern between two slashes: {@code *}, {@code ?}, {@code [a-z]}, {@code
 * [[:digit:]]} and backslash escapes. Matching takes at most pattern length times name length
 * steps, whatever the pattern: only the last star is ever tried again.
 */
final class Glob {
  /** Stands for a star among the elements; never asked. */
  private static final IntPredicate STAR = c -> false;

  private final Optional<String> literal;
  private final List<IntPredicate> elements;

  private Glob(Optional<String> literal, List<IntPredicate> elements) {
    this.literal = literal;
    this.elements = elements;
  }

  /** Empty for a pattern that can match nothing, e.g. with an unclosed bracket. */
  static Optional<Glob> of(String pattern) {
    if (pattern.chars().noneMatch(c -> c == '*' || c == '?' || c == '[' || c == '\\')) {
      return Optional.of(new Glob(Optional.of(pattern), List.of()));
    }
    return new Reader(pattern).read().map(e -> new Glob(Optional.empty(), List.copyOf(e)));
  }

  boolean matches(String name) {
    return literal.isPresent() ? literal.get().equals(name) : matchesElements(name);
  }

  private boolean matchesElements(String name) {
    int element = 0;
    int at = 0;
    int afterStar = -1;
    int starFrom = 0;
    while (at < name.length()) {
      if (element < elements.size() && elements.get(element) == STAR) {
        afterStar = ++element;
        starFrom = at;
      } else if (element < elements.size() && elements.get(element).test(name.charAt(at))) {
        element++;
        at++;
      } else if (afterStar >= 0) {
        element = afterStar;
        at = ++starFrom;
      } else {
        return false;
      }
    }
    while (element < elements.size() && elements.get(element) == STAR) {
      element++;
    }
    return element == elements.size();
  }

  /** Reads a pattern from left to right. */
  private static final class Reader {
    private final String pattern;
    private int at;

    Reader(String pattern) {
      this.pattern = pattern;
    }

    Optional<List<IntPredicate>> read() {
      List<IntPredicate> elements = new ArrayList<>(pattern.length());
      while (at < pattern.length()) {
        char c = pattern.charAt(at++);
        if (c == '*') {
          elements.add(STAR);
        } else if (c == '?') {
          elements.add(any -> true);
        } else if (c == '[') {
          Optional<IntPredicate> bracket = bracket();
          if (bracket.isEmpty()) {
            return Optional.empty();
          }
          elements.add(bracket.get());
        } else if (c == '\\') {
          if (at == pattern.length()) {
            return Optional.empty();
          }
          char escaped = pattern.charAt(at++);
          elements.add(other -> other == escaped);
        } else {
          elements.add(other -> other == c);
        }
      }
      return Optional.of(elements);
    }

    private Optional<IntPredicate> bracket() {
      boolean negated = at < pattern.length() && "!^".indexOf(pattern.charAt(at)) >= 0;
      if (negated) {
        at++;
      }
      IntPredicate members = c -> false;
      boolean first = true;
      while (at < pattern.length()) {
        char c = pattern.charAt(at++);
        if (c == ']' && !first) {
          return Optional.of(negated ? members.negate() : members);
        }
        first = false;
        if (c == '[' && at < pattern.length() && pattern.charAt(at) == ':') {
          Optional<IntPredicate> named = namedClass();
          if (named.isEmpty()) {
            return Optional.empty();
          }
          members = members.or(named.get());
        } else {
          members = members.or(range(c));
        }
      }
      return Optional.empty();
    }

    private IntPredicate range(char start) {
      char from = start == '\\' && at < pattern.length() ? pattern.charAt(at++) : start;
      boolean isRange =
          at + 1 < pattern.length() && pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']';
      if (!isRange) {
        return c -> c == from;
      }
      at++;
      char end = pattern.charAt(at++);
      char to = end == '\\' && at < pattern.length() ? pattern.charAt(at++) : end;
      return c -> from <= c && c <= to;
    }

    private Optional<IntPredicate> namedClass() {
      int end = pattern.indexOf(":]", at + 1);
      if (end < 0) {
        return Optional.empty();
      }
      String name = pattern.substring(at + 1, end).toLowerCase(Locale.ROOT);
      at = end + 2;
      return Optional.ofNullable(
          switch (name) {
            case "alpha" -> Glob::isLetter;
            case "digit" -> Glob::isDigit;
            case "alnum" -> c -> isLetter(c) || isDigit(c);
            case "upper" -> c -> 'A' <= c && c <= 'Z';
            case "lower" -> c -> 'a' <= c && c <= 'z';
            case "xdigit" -> c -> isDigit(c) || "abcdefABCDEF".indexOf(c) >= 0;
            case "space" -> c -> c == ' ' || ('\t' <= c && c <= '\r');
            case "blank" -> c -> c == ' ' || c == '\t';
            case "punct" -> c -> isGraphic(c) && !isLetter(c) && !isDigit(c);
            case "graph" -> Glob::isGraphic;
            case "print" -> c -> c == ' ' || isGraphic(c);
            case "cntrl" -> c -> c < ' ' || c == 0x7f;
            default -> null;
          });
    }
  }

  private static boolean isLetter(int c) {
    return ('A' <= c && c <= 'Z') || ('a' <= c && c <= 'z');
  }

  private static boolean isDigit(int c) {
    return '0' <= c && c <= '9';
  }

  private static boolean isGraphic(int c) {
    return '!' <= c && c <= '~';
  }
}
