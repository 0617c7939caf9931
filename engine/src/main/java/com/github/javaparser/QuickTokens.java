package com.github.javaparser;

import com.github.javaparser.ast.comments.CommentsCollection;
import java.util.ArrayList;
import java.util.List;

/**
 * The tokens of a text, as the generated lexer makes them, but without a token for each blank, and
 * without the automaton that takes most of a parse's time.
 *
 * <p>It knows what nearly all sources consist of. Whatever else it meets, such as a letter that is
 * not ASCII outside of comments and texts, or a Markdown comment, ends it with {@link UnusualText}.
 */
final class QuickTokens extends GeneratedJavaParserTokenManager {
  /** How many characters an operator looks ahead at most. */
  private static final int LOOKAHEAD = 4;

  private static final String[] OPERATORS = new String[tokenImage.length];

  /** By character: 0, {@link #PART} of a name, or {@link #DIGIT}, which is a part, too. */
  private static final byte[] NAMES = new byte[128];

  private static final byte PART = 1;
  private static final byte DIGIT = 2;

  static {
    for (int kind = LPAREN; kind <= GT; kind++) {
      OPERATORS[kind] = tokenImage[kind].substring(1, tokenImage[kind].length() - 1);
    }
    for (char c = 0; c < NAMES.length; c++) {
      if (c >= '0' && c <= '9') {
        NAMES[c] = DIGIT;
      } else if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$') {
        NAMES[c] = PART;
      }
    }
  }

  private final NameTable names = new NameTable();
  private final LiteralEnds literals = new LiteralEnds();
  private final OperatorEnds operators = new OperatorEnds();

  private char[] chars = new char[1 << 16];
  private int length;
  private int at;
  private int line;

  /** The offset of the line's first character. */
  private int lineStart;

  /** The token before, alone, to link the next one to. */
  private final List<JavaToken> last = new ArrayList<>(1);

  private JavaToken first;
  private CommentsCollection comments = new CommentsCollection();

  QuickTokens() {
    super(null);
  }

  /** Starts with another text. */
  void read(String text) {
    length = text.length();
    if (chars.length < length + LOOKAHEAD) {
      chars = new char[length + length / 4 + LOOKAHEAD];
    }
    text.getChars(0, length, chars, 0);
    for (int i = 0; i < LOOKAHEAD; i++) {
      chars[length + i] = 0;
    }
    at = 0;
    line = 1;
    lineStart = 0;
    last.clear();
    first = null;
    comments = new CommentsCollection();
    if (length == 0) {
      throw UnusualText.FOUND;
    }
    if (chars[0] <= ' ') {
      first = blank(text);
      last.add(first);
    }
  }

  /** A tree begins with the first token, be it a blank. */
  private static JavaToken blank(String text) {
    int kind =
        switch (text.charAt(0)) {
          case '\n' -> UNIX_EOL;
          case '\r' -> text.startsWith("\r\n") ? WINDOWS_EOL : OLD_MAC_EOL;
          default -> SPACE;
        };
    int length = kind == WINDOWS_EOL ? 2 : 1;
    return new JavaToken(Range.range(1, 1, 1, length), kind, text.substring(0, length), null, null);
  }

  @Override
  CommentsCollection getCommentsCollection() {
    return comments;
  }

  @Override
  JavaToken getHomeToken() {
    return first;
  }

  @Override
  public Token getNextToken() {
    while (true) {
      char c = chars[at];
      switch (c) {
        case ' ', '\t', '\f' -> at++;
        case '\n', '\r' -> {
          at = afterLineEnd(at);
          line++;
          lineStart = at;
        }
        case '/' -> {
          if (chars[at + 1] == '/') {
            lineComment();
          } else if (chars[at + 1] == '*') {
            blockComment();
          } else {
            return operator();
          }
        }
        case '"' -> {
          return chars[at + 1] == '"' && chars[at + 2] == '"' ? textBlock() : quoted();
        }
        case '\'' -> {
          return quoted();
        }
        case '.' -> {
          return isDigit(chars[at + 1]) ? number() : operator();
        }
        case 0 -> {
          return end();
        }
        default -> {
          if (isNamePart(c)) {
            return isDigit(c) ? number() : name();
          }
          return operator();
        }
      }
    }
  }

  private Token name() {
    int end = at;
    int hash = 0;
    while (isNamePart(chars[end])) {
      hash = NameTable.hash(hash, chars[end]);
      end++;
    }
    if (chars[end] > 127) {
      throw UnusualText.FOUND;
    }
    String text = names.text(chars, at, end, hash);
    if (text.equals("non") && hasAt(end, "-sealed")) {
      return inLine(NON_SEALED, "non-sealed", end + "-sealed".length());
    }
    return inLine(names.kind(), text, end);
  }

  private boolean hasAt(int offset, String expected) {
    return offset + expected.length() <= length
        && expected.contentEquals(new String(chars, offset, expected.length()));
  }

  private Token number() {
    int end = literals.ofNumber(chars, at);
    return inLine(literals.kind(), text(at, end), end);
  }

  private Token quoted() {
    int end = literals.ofQuoted(chars, at);
    return inLine(literals.kind(), text(at, end), end);
  }

  /**
   * A shift to the right may be the end of nested type arguments: it comes one {@code >} at a time,
   * and the first knows what it could have been.
   */
  private Token operator() {
    int end = operators.end(chars, at);
    int kind = operators.kind();
    if (kind == RSIGNEDSHIFT || kind == RUNSIGNEDSHIFT) {
      Token token = inLine(GT, ">", at + 1);
      token.realKind = kind;
      return token;
    }
    return inLine(kind, OPERATORS[kind], end);
  }

  private Token textBlock() {
    int end = at + 3;
    while (chars[end] == ' ' || chars[end] == '\t' || chars[end] == '\f') {
      end++;
    }
    if (chars[end] != '\n' && chars[end] != '\r') {
      throw UnusualText.FOUND;
    }
    int start = at;
    int startLine = line;
    int startColumn = column(start);
    while (chars[end] != '"' || chars[end + 1] != '"' || chars[end + 2] != '"') {
      if (chars[end] == '\\') {
        end++;
      }
      end = inside(end);
    }
    at = end + 3;
    return linked(token(TEXT_BLOCK_LITERAL, text(start, at), startLine, startColumn));
  }

  private void lineComment() {
    if (chars[at + 2] == '/') {
      throw UnusualText.FOUND;
    }
    int end = at + 2;
    while (chars[end] != '\n' && chars[end] != '\r' && end < length) {
      end++;
    }
    int start = at;
    at = end;
    comment(SINGLE_LINE_COMMENT, start, line, column(start));
  }

  private void blockComment() {
    boolean javadoc = chars[at + 2] == '*' && chars[at + 3] != '/';
    int start = at;
    int startLine = line;
    int startColumn = column(start);
    int end = javadoc ? at + 3 : at + 2;
    while (chars[end] != '*' || chars[end + 1] != '/') {
      end = inside(end);
    }
    at = end + 2;
    comment(javadoc ? JAVADOC_COMMENT : MULTI_LINE_COMMENT, start, startLine, startColumn);
  }

  private void comment(int kind, int start, int startLine, int startColumn) {
    Token token = linked(token(kind, text(start, at), startLine, startColumn));
    comments.addComment(GeneratedJavaParserTokenManagerBase.createCommentFromToken(token));
  }

  /** Behind one character of a comment or text block, counting lines. */
  private int inside(int offset) {
    char c = chars[offset];
    if (c == '\n' || c == '\r') {
      line++;
      lineStart = afterLineEnd(offset);
      return lineStart;
    }
    if (offset >= length) {
      throw UnusualText.FOUND;
    }
    return offset + 1;
  }

  private int afterLineEnd(int offset) {
    return chars[offset] == '\r' && chars[offset + 1] == '\n' ? offset + 2 : offset + 1;
  }

  /** Where the last character of the text is, as the generated lexer has it. */
  private Token end() {
    if (at < length) {
      throw UnusualText.FOUND;
    }
    int endLine = line;
    int endColumn = length - lineStart;
    if (endColumn == 0) {
      endLine--;
      boolean ofTwo = length > 1 && afterLineEnd(length - 2) == length;
      int before = ofTwo ? length - 2 : length - 1;
      int start = before;
      while (start > 0 && chars[start - 1] != '\n' && chars[start - 1] != '\r') {
        start--;
      }
      endColumn = length - start;
    }
    Token token = Token.newToken(EOF, "");
    token.beginLine = endLine;
    token.beginColumn = endColumn;
    token.endLine = endLine;
    token.endColumn = endColumn;
    return linked(token);
  }

  private Token inLine(int kind, String image, int end) {
    int start = at;
    at = end;
    return linked(token(kind, image, line, column(start)));
  }

  private Token token(int kind, String image, int startLine, int startColumn) {
    Token token = Token.newToken(kind, image);
    token.beginLine = startLine;
    token.beginColumn = startColumn;
    token.endLine = line;
    token.endColumn = column(at - 1);
    return token;
  }

  private Token linked(Token token) {
    JavaToken java = new JavaToken(token, last);
    token.javaToken = java;
    if (last.isEmpty()) {
      last.add(java);
    } else {
      last.set(0, java);
    }
    if (first == null) {
      first = java;
    }
    return token;
  }

  private static boolean isNamePart(char c) {
    return c < NAMES.length && NAMES[c] != 0;
  }

  private static boolean isDigit(char c) {
    return c < NAMES.length && NAMES[c] == DIGIT;
  }

  private int column(int offset) {
    return offset - lineStart + 1;
  }

  private String text(int start, int end) {
    return new String(chars, start, end - start);
  }
}
