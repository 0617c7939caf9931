package com.github.javaparser;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.comments.CommentsCollection;
import java.util.ArrayList;
import java.util.Optional;

/**
 * JavaParser's parser on {@link QuickTokens}: the same trees, comments and positions. The generated
 * lexer makes a token of each blank and takes two thirds of the time of a parse.
 *
 * <p>It is in JavaParser's package since the parser's classes cannot be seen from elsewhere. Not
 * for use by several threads.
 */
public final class QuickParser {
  private final QuickTokens tokens = new QuickTokens();
  private GeneratedJavaParser parser;

  /**
   * The tree of a text and its comments, or nothing where the text has errors or something unusual
   * in it, which the ordinary {@link JavaParser} must then judge.
   *
   * @throws StackOverflowError for a text nested too deeply for the thread's stack
   */
  public Optional<Parsed> parse(String text) {
    try {
      tokens.read(text);
      GeneratedJavaParser started = started();
      CompilationUnit unit = started.CompilationUnit();
      return started.problems.isEmpty()
          ? Optional.of(new Parsed(unit, tokens.getCommentsCollection()))
          : Optional.empty();
    } catch (UnusualText | ParseException e) {
      return Optional.empty();
    }
  }

  private GeneratedJavaParser started() {
    if (parser == null) {
      parser = new GeneratedJavaParser(tokens);
    } else {
      parser.ReInit(tokens);
      parser.problems = new ArrayList<>();
    }
    parser.setStoreTokens(true);
    return parser;
  }

  /** A text without errors. */
  public record Parsed(CompilationUnit unit, CommentsCollection comments) {}
}
