package dev.perflint.rules.io;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.type.Type;
import dev.perflint.facts.Calls;
import dev.perflint.facts.ValueUses;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.source.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Streams without a buffer that somebody else reads or writes, in pieces of whatever size. */
final class RawStreams {
  /** Compressors that take the size of their buffer as a second argument. */
  private static final Set<String> COMPRESSORS =
      Set.of("GZIPInputStream", "GZIPOutputStream", "InflaterInputStream", "DeflaterOutputStream");

  /** Parts of the names of types and methods that read and write in large pieces. */
  private static final List<String> LARGE =
      List.of(
          "buffer",
          "reader",
          "writer",
          "object",
          "zip",
          "inflater",
          "deflater",
          "copy",
          "transfer",
          "load",
          "parse",
          "readvalue",
          "readtree",
          "writevalue",
          "tobytearray",
          "tostring",
          "readall",
          "readfully",
          "readlines",
          "close",
          "scanner",
          "memory",
          "bytearray",
          "source",
          "result",
          "hex",
          "digest",
          "checksum",
          "manifest");

  /** Not what others read or write as a stream of bytes. */
  private static final Set<String> ITSELF = Set.of("PrintStream", "RandomAccessFile");

  /** Whole such names. */
  private static final Set<String> LARGE_CALLS = Set.of("write", "store");

  private RawStreams() {}

  /** A file is opened, and a call, a constructor or the caller gets the bare stream. */
  static boolean isHandedOn(Match match) {
    return match.known().filter(known -> known.kind().equals("system-call")).isPresent()
        && !ITSELF.contains(match.typeName())
        && receiver(match).isPresent();
  }

  /** Who gets it, as it reads after "goes to". */
  private static Optional<String> receiver(Match match) {
    return match.file().once(RawStreams.class, match.node(), () -> findReceiver(match));
  }

  private static Optional<String> findReceiver(Match match) {
    ValueUses.Way way =
        new ValueUses.Way(
            site -> match.file().calls().plays(site, Roles.WRAPS_UNBUFFERED).isShown(),
            other -> true,
            false);
    return ValueUses.of(match.file(), (Expression) match.node(), way).stream()
        .flatMap(use -> name(use).stream())
        .findFirst();
  }

  private static Optional<String> name(ValueUses.Use use) {
    if (use.kind() == ValueUses.Kind.ESCAPES && use.node() instanceof ReturnStmt) {
      return Optional.of("the caller");
    }
    if (use.kind() != ValueUses.Kind.ARGUMENT) {
      return Optional.empty();
    }
    String name =
        use.node() instanceof ObjectCreationExpr made
            ? made.getType().getNameAsString()
            : Calls.nameOf(use.node());
    return isLarge(name) ? Optional.empty() : Optional.of("`" + name + "`");
  }

  private static boolean isLarge(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return LARGE_CALLS.contains(name) || LARGE.stream().anyMatch(lower::contains);
  }

  /** It has the 512 bytes that it takes by itself, over a stream that is not known to buffer. */
  static boolean isSmallCompressor(Match match) {
    return match.node() instanceof ObjectCreationExpr made
        && COMPRESSORS.contains(made.getType().getNameAsString())
        && made.getArguments().size() == 1
        && !isBuffered(made.getArgument(0), match);
  }

  /** What is wrapped keeps its bytes in memory, so that no small piece is a system call. */
  static boolean isOverMemory(Match match) {
    return match.node() instanceof ObjectCreationExpr made
        && !COMPRESSORS.contains(made.getType().getNameAsString())
        && made.getArguments().isNonEmpty()
        && isBuffered(made.getArgument(0), match);
  }

  private static boolean isBuffered(Expression stream, Match match) {
    if (stream instanceof ObjectCreationExpr made) {
      return isInMemory(made.getType().getNameAsString());
    }
    if (stream instanceof MethodCallExpr call) {
      return isInMemory(call.getNameAsString());
    }
    return stream instanceof NameExpr name
        && match
            .site()
            .scope()
            .local(name.getNameAsString())
            .map(Scope::declaration)
            .filter(held -> isBuffered(held, match))
            .isPresent();
  }

  private static boolean isBuffered(Node held, Match match) {
    if (held instanceof VariableDeclarator variable) {
      return isInMemory(variable.getType())
          || variable.getInitializer().filter(value -> isBuffered(value, match)).isPresent();
    }
    return held instanceof Parameter parameter && isInMemory(parameter.getType());
  }

  private static boolean isInMemory(Type type) {
    return isInMemory(type.asString());
  }

  /** Of the names of types and of methods that make such streams. */
  private static boolean isInMemory(String name) {
    return name.startsWith("Buffered") || name.contains("ByteArray") || name.contains("InMemory");
  }

  static String message(Match match) {
    if (isSmallCompressor(match)) {
      return "This %s has a buffer of 512 bytes: the stream below is asked for each of them."
          .formatted(match.typeName());
    }
    return "The bare %s goes to %s: each %s there is a system call."
        .formatted(
            SmallPieces.typeName(match),
            receiver(match).orElse("others"),
            SmallPieces.typeName(match).contains("Output") ? "write" : "read");
  }
}
