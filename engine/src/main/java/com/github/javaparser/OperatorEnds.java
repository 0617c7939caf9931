package com.github.javaparser;

import static com.github.javaparser.GeneratedJavaParserConstants.ANDASSIGN;
import static com.github.javaparser.GeneratedJavaParserConstants.ARROW;
import static com.github.javaparser.GeneratedJavaParserConstants.ASSIGN;
import static com.github.javaparser.GeneratedJavaParserConstants.AT;
import static com.github.javaparser.GeneratedJavaParserConstants.BANG;
import static com.github.javaparser.GeneratedJavaParserConstants.BIT_AND;
import static com.github.javaparser.GeneratedJavaParserConstants.BIT_OR;
import static com.github.javaparser.GeneratedJavaParserConstants.COLON;
import static com.github.javaparser.GeneratedJavaParserConstants.COMMA;
import static com.github.javaparser.GeneratedJavaParserConstants.DECR;
import static com.github.javaparser.GeneratedJavaParserConstants.DOT;
import static com.github.javaparser.GeneratedJavaParserConstants.DOUBLECOLON;
import static com.github.javaparser.GeneratedJavaParserConstants.ELLIPSIS;
import static com.github.javaparser.GeneratedJavaParserConstants.EQ;
import static com.github.javaparser.GeneratedJavaParserConstants.GE;
import static com.github.javaparser.GeneratedJavaParserConstants.GT;
import static com.github.javaparser.GeneratedJavaParserConstants.HOOK;
import static com.github.javaparser.GeneratedJavaParserConstants.INCR;
import static com.github.javaparser.GeneratedJavaParserConstants.LBRACE;
import static com.github.javaparser.GeneratedJavaParserConstants.LBRACKET;
import static com.github.javaparser.GeneratedJavaParserConstants.LE;
import static com.github.javaparser.GeneratedJavaParserConstants.LPAREN;
import static com.github.javaparser.GeneratedJavaParserConstants.LSHIFT;
import static com.github.javaparser.GeneratedJavaParserConstants.LSHIFTASSIGN;
import static com.github.javaparser.GeneratedJavaParserConstants.LT;
import static com.github.javaparser.GeneratedJavaParserConstants.MINUS;
import static com.github.javaparser.GeneratedJavaParserConstants.MINUSASSIGN;
import static com.github.javaparser.GeneratedJavaParserConstants.NE;
import static com.github.javaparser.GeneratedJavaParserConstants.ORASSIGN;
import static com.github.javaparser.GeneratedJavaParserConstants.PLUS;
import static com.github.javaparser.GeneratedJavaParserConstants.PLUSASSIGN;
import static com.github.javaparser.GeneratedJavaParserConstants.RBRACE;
import static com.github.javaparser.GeneratedJavaParserConstants.RBRACKET;
import static com.github.javaparser.GeneratedJavaParserConstants.REM;
import static com.github.javaparser.GeneratedJavaParserConstants.REMASSIGN;
import static com.github.javaparser.GeneratedJavaParserConstants.RPAREN;
import static com.github.javaparser.GeneratedJavaParserConstants.RSIGNEDSHIFT;
import static com.github.javaparser.GeneratedJavaParserConstants.RSIGNEDSHIFTASSIGN;
import static com.github.javaparser.GeneratedJavaParserConstants.RUNSIGNEDSHIFT;
import static com.github.javaparser.GeneratedJavaParserConstants.RUNSIGNEDSHIFTASSIGN;
import static com.github.javaparser.GeneratedJavaParserConstants.SC_AND;
import static com.github.javaparser.GeneratedJavaParserConstants.SC_OR;
import static com.github.javaparser.GeneratedJavaParserConstants.SEMICOLON;
import static com.github.javaparser.GeneratedJavaParserConstants.SLASH;
import static com.github.javaparser.GeneratedJavaParserConstants.SLASHASSIGN;
import static com.github.javaparser.GeneratedJavaParserConstants.STAR;
import static com.github.javaparser.GeneratedJavaParserConstants.STARASSIGN;
import static com.github.javaparser.GeneratedJavaParserConstants.TILDE;
import static com.github.javaparser.GeneratedJavaParserConstants.XOR;
import static com.github.javaparser.GeneratedJavaParserConstants.XORASSIGN;

/** Operators and separators: the longest that fits, as JavaParser's grammar has it. */
final class OperatorEnds {
  private int kind;

  /** Of the operator whose end was asked for last. */
  int kind() {
    return kind;
  }

  /** Behind the operator or separator that begins here. */
  int end(char[] chars, int at) {
    char next = chars[at + 1];
    return switch (chars[at]) {
      case '(' -> is(LPAREN, at + 1);
      case ')' -> is(RPAREN, at + 1);
      case '{' -> is(LBRACE, at + 1);
      case '}' -> is(RBRACE, at + 1);
      case '[' -> is(LBRACKET, at + 1);
      case ']' -> is(RBRACKET, at + 1);
      case ';' -> is(SEMICOLON, at + 1);
      case ',' -> is(COMMA, at + 1);
      case '@' -> is(AT, at + 1);
      case '~' -> is(TILDE, at + 1);
      case '?' -> is(HOOK, at + 1);
      case '.' -> next == '.' && chars[at + 2] == '.' ? is(ELLIPSIS, at + 3) : is(DOT, at + 1);
      case ':' -> next == ':' ? is(DOUBLECOLON, at + 2) : is(COLON, at + 1);
      case '=' -> next == '=' ? is(EQ, at + 2) : is(ASSIGN, at + 1);
      case '!' -> next == '=' ? is(NE, at + 2) : is(BANG, at + 1);
      case '*' -> next == '=' ? is(STARASSIGN, at + 2) : is(STAR, at + 1);
      case '/' -> next == '=' ? is(SLASHASSIGN, at + 2) : is(SLASH, at + 1);
      case '%' -> next == '=' ? is(REMASSIGN, at + 2) : is(REM, at + 1);
      case '^' -> next == '=' ? is(XORASSIGN, at + 2) : is(XOR, at + 1);
      case '+' -> twice(at, next, '+', INCR, PLUSASSIGN, PLUS);
      case '-' -> next == '>' ? is(ARROW, at + 2) : twice(at, next, '-', DECR, MINUSASSIGN, MINUS);
      case '&' -> twice(at, next, '&', SC_AND, ANDASSIGN, BIT_AND);
      case '|' -> twice(at, next, '|', SC_OR, ORASSIGN, BIT_OR);
      case '<' -> less(chars, at);
      case '>' -> greater(chars, at);
      default -> throw UnusualText.FOUND;
    };
  }

  private int twice(int at, char next, char same, int doubled, int assigned, int single) {
    if (next == same) {
      return is(doubled, at + 2);
    }
    return next == '=' ? is(assigned, at + 2) : is(single, at + 1);
  }

  private int less(char[] chars, int at) {
    if (chars[at + 1] == '<') {
      return chars[at + 2] == '=' ? is(LSHIFTASSIGN, at + 3) : is(LSHIFT, at + 2);
    }
    return chars[at + 1] == '=' ? is(LE, at + 2) : is(LT, at + 1);
  }

  private int greater(char[] chars, int at) {
    if (chars[at + 1] != '>') {
      return chars[at + 1] == '=' ? is(GE, at + 2) : is(GT, at + 1);
    }
    if (chars[at + 2] == '=') {
      return is(RSIGNEDSHIFTASSIGN, at + 3);
    }
    if (chars[at + 2] != '>') {
      return is(RSIGNEDSHIFT, at + 2);
    }
    return chars[at + 3] == '=' ? is(RUNSIGNEDSHIFTASSIGN, at + 4) : is(RUNSIGNEDSHIFT, at + 3);
  }

  private int is(int operator, int end) {
    kind = operator;
    return end;
  }
}
