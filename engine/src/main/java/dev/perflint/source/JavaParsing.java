package dev.perflint.source;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParseStart;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Providers;
import com.github.javaparser.QuickParser;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.comments.Comment;
import com.github.javaparser.ast.comments.CommentsCollection;
import java.util.List;
import java.util.Optional;

/**
 * Texts to syntax trees, whatever their Java version. Each thread has its own parser and
 * configuration, since a shared configuration corrupts parses.
 *
 * <p>Half of JavaParser's time goes into processors that check the language level, attach comments
 * and rewrite {@code var}; they are off. A linter does not judge validity. Most texts need only its
 * parser: {@link QuickParser} brings the tokens.
 */
public final class JavaParsing {
  private static final ThreadLocal<Parsers> PARSERS =
      ThreadLocal.withInitial(() -> new Parsers(new QuickParser(), new JavaParser(plain())));

  static {
    // Loads the parsers' classes on a shallow stack: were one first needed where a deeply nested
    // file has used the stack up, its failed initialisation would fail every later file, too.
    String text =
        "class A<T> { int f = (1 + 2) * g(x -> { return x; }); void m() { if (a) b(); } }";
    new JavaParser(plain()).parse(text);
    QuickParser quick = new QuickParser();
    quick.parse(text);
    quick.parse("class A { String unusual = \"\\u0041\"; }");
  }

  private JavaParsing() {}

  /**
   * Parses on the calling thread.
   *
   * @throws StackOverflowError for a text nested too deeply for the thread's stack; see {@link
   *     Workers}
   */
  public static ParsedSource parse(SourceText source) {
    try {
      return parseWith(PARSERS.get(), source);
    } catch (Throwable e) {
      // Its state is unknown.
      PARSERS.remove();
      throw e;
    }
  }

  private static ParsedSource parseWith(Parsers parsers, SourceText source) {
    Optional<QuickParser.Parsed> quick = parsers.quick().parse(source.text());
    return quick.isPresent()
        ? new ParsedSource(
            quick.map(QuickParser.Parsed::unit),
            List.copyOf(quick.get().comments().getComments()),
            List.of(),
            false)
        : judged(parsers.thorough(), source);
  }

  /** What the quick parser leaves: errors, and what it takes for unusual. */
  private static ParsedSource judged(JavaParser parser, SourceText source) {
    ParseResult<CompilationUnit> plain = run(parser, source.text());
    if (plain.isSuccessful() || !source.text().contains("\\u")) {
      return result(source, plain, false);
    }
    // Escapes may be part of a token ("\u0022a\u0022"), which the parser only sees when told to.
    ParseResult<CompilationUnit> decoded = run(new JavaParser(decodingEscapes()), source.text());
    return decoded.isSuccessful() ? result(source, decoded, true) : result(source, plain, false);
  }

  private static ParseResult<CompilationUnit> run(JavaParser parser, String text) {
    return parser.parse(ParseStart.COMPILATION_UNIT, Providers.provider(text));
  }

  private static ParsedSource result(
      SourceText source, ParseResult<CompilationUnit> result, boolean escapesDecoded) {
    Optional<CompilationUnit> unit =
        result.getResult().filter(u -> result.isSuccessful() || declaresSomething(u));
    List<Comment> comments =
        result
            .getCommentsCollection()
            .map(CommentsCollection::getComments)
            .map(List::copyOf)
            .orElse(List.of());
    return new ParsedSource(
        unit,
        comments,
        SyntaxProblems.notices(source, result.getProblems(), unit.isPresent()),
        escapesDecoded);
  }

  private record Parsers(QuickParser quick, JavaParser thorough) {}

  private static boolean declaresSomething(CompilationUnit unit) {
    return !unit.getTypes().isEmpty() || unit.getModule().isPresent();
  }

  private static ParserConfiguration plain() {
    ParserConfiguration configuration = configuration();
    configuration.getProcessors().clear();
    return configuration;
  }

  private static ParserConfiguration decodingEscapes() {
    ParserConfiguration configuration = configuration().setPreprocessUnicodeEscapes(true);
    // The first processor decodes, and maps positions back to the text as it was written.
    List<?> processors = configuration.getProcessors();
    processors.subList(1, processors.size()).clear();
    return configuration;
  }

  private static ParserConfiguration configuration() {
    return new ParserConfiguration()
        .setLanguageLevel(LanguageLevel.JAVA_25)
        .setStoreTokens(true) // without tokens nodes have no positions
        .setAttributeComments(false)
        .setTabSize(1);
  }
}
