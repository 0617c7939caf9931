package dev.perflint.rules.buffers;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.facts.Loop;
import dev.perflint.facts.ValueOrigins;
import dev.perflint.facts.ValueUses;
import dev.perflint.knowledge.MemberPattern;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is done with an array that holds all of some content. */
final class WholeContents {
  private static final String MEMORY = "java.io.ByteArrayOutputStream";

  private static final String CONNECTION = "java.net.URLConnection";

  private static final List<String> STREAMING =
      List.of("setFixedLengthStreamingMode", "setChunkedStreamingMode");

  private static final List<MemberPattern> SINKS =
      Stream.of(
              "java.io.OutputStream#write(byte[])",
              "java.nio.file.Files#write(Path, byte[], OpenOption...)",
              "org.apache.commons.io.FileUtils#writeByteArrayToFile(File, byte[])",
              "org.apache.commons.io.IOUtils#write(byte[], OutputStream)",
              "com.google.common.io.Files#write(byte[], File)",
              "org.springframework.util.StreamUtils#copy(byte[], OutputStream)",
              "org.springframework.util.FileCopyUtils#copy(byte[], File)",
              "org.springframework.util.FileCopyUtils#copy(byte[], OutputStream)")
          .map(MemberPattern::parse)
          .toList();

  private WholeContents() {}

  /** One call writes it, once for each time that it is read, and nobody else looks at it. */
  static boolean areOnlyWritten(Match match) {
    if (!(match.node() instanceof MethodCallExpr reading)) {
      return false;
    }
    ValueUses.Way way = new ValueUses.Way(site -> false, other -> false, false);
    List<ValueUses.Use> uses = ValueUses.of(match.file(), reading, way);
    return uses.size() == 1
        && uses.get(0).kind() == ValueUses.Kind.ARGUMENT
        && uses.get(0).via().isEmpty()
        && uses.get(0).node() instanceof MethodCallExpr writing
        && isSink(writing, match)
        && loops(match.file().siteOf(writing, match.site()), match)
            .equals(loops(match.site(), match));
  }

  /** By identity, since loops that read alike are equal. */
  private static List<Integer> loops(Site site, Match match) {
    return match.file().loops().around(site).stream()
        .map(Loop::node)
        .map(System::identityHashCode)
        .toList();
  }

  private static boolean isSink(MethodCallExpr writing, Match match) {
    Site site = match.file().siteOf(writing, match.site());
    return SINKS.stream().anyMatch(sink -> means(site, sink, match))
        && toWhere(writing)
            .map(to -> match.file().isA(to, site.scope(), MEMORY))
            .filter(memory -> !memory.isNo())
            .isEmpty()
        && !isKeptByConnection(writing, match);
  }

  /**
   * The stream of a {@code URLConnection} that is not told to send in pieces: it keeps all of it
   * until the answer is asked for.
   */
  private static boolean isKeptByConnection(MethodCallExpr writing, Match match) {
    Optional<Expression> to =
        writing.getArguments().size() == 1
            ? writing.getScope()
            : writing.getArguments().stream().skip(1).findFirst();
    Site site = match.file().siteOf(writing, match.site());
    return to.map(stream -> origin(stream, site))
            .filter(MethodCallExpr.class::isInstance)
            .map(MethodCallExpr.class::cast)
            .filter(opened -> opened.getNameAsString().equals("getOutputStream"))
            .flatMap(MethodCallExpr::getScope)
            .filter(connection -> match.file().isA(connection, site.scope(), CONNECTION).isShown())
            .isPresent()
        && STREAMING.stream().allMatch(name -> match.callsNamed(name).isEmpty());
  }

  /** As far as this file shows; a class of the program's own may keep what it is given. */
  private static boolean means(Site site, MemberPattern member, Match match) {
    return match.file().calls().means(site, member).isShown();
  }

  /**
   * The stream that is written to, where there is one; what collects in memory is another matter.
   */
  private static Optional<Expression> toWhere(MethodCallExpr writing) {
    boolean ofStream = writing.getArguments().size() == 1;
    return ofStream ? writing.getScope() : Optional.empty();
  }

  /** Files that are shipped with the code are as small as the one who wrote them made them. */
  static boolean areResources(Match match) {
    Optional<Expression> from =
        match.node() instanceof MethodCallExpr call
            ? match.argument(0).or(call::getScope)
            : Optional.empty();
    return from.map(source -> origin(source, match.site()))
        .filter(source -> source.toString().contains("getResource"))
        .isPresent();
  }

  private static Node origin(Expression source, Site site) {
    return source instanceof NameExpr name
        ? ValueOrigins.variable(name, site)
            .flatMap(VariableDeclarator::getInitializer)
            .orElse(source)
        : source;
  }
}
