package dev.perflint.rules.io;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.facts.Calls;
import dev.perflint.facts.Loop;
import dev.perflint.facts.ValueUses;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Small reads and writes of a stream, through what wraps it without a buffer. */
final class SmallPieces {
  private SmallPieces() {}

  /** Whether some loop that may run often reads or writes a small piece in each pass. */
  static Truth inLoop(Match match) {
    Truth truth = Truth.NO;
    for (MethodCallExpr piece : pieces(match)) {
      truth = truth.or(ofPiece(piece, match));
    }
    return truth;
  }

  private static Truth ofPiece(MethodCallExpr piece, Match match) {
    Optional<Loop> loop = loop(piece, match);
    Truth small = match.file().calls().plays(site(piece, match), Roles.SMALL_IO);
    return loop.isEmpty() || !isOneValue(piece, match) ? Truth.NO : small.and(loop.get().truth());
  }

  private static Optional<Loop> loop(MethodCallExpr piece, Match match) {
    return match.file().loops().repeating(site(piece, match)).stream()
        .filter(loop -> loop.kind() != Loop.Kind.RETRY)
        // A stream that is opened in each pass is no longer the one of the last pass.
        .filter(loop -> !loop.node().isAncestorOf(match.node()))
        .findFirst();
  }

  /** The calls on the stream; a method that it is handed to is looked into if it is private. */
  private static List<MethodCallExpr> pieces(Match match) {
    return match.file().once(SmallPieces.class, match.node(), () -> findPieces(match));
  }

  private static List<MethodCallExpr> findPieces(Match match) {
    ValueUses.Way way =
        new ValueUses.Way(
            site -> match.file().calls().plays(site, Roles.WRAPS_UNBUFFERED).isShown(),
            other -> false,
            true);
    List<MethodCallExpr> pieces = new ArrayList<>();
    for (ValueUses.Use use : ValueUses.of(match.file(), (Expression) match.node(), way)) {
      if (use.kind() == ValueUses.Kind.RECEIVER && use.node() instanceof MethodCallExpr call) {
        pieces.add(call);
      }
    }
    return pieces;
  }

  /** {@code write(x)} may mean a whole array where the type of {@code x} is not known. */
  private static boolean isOneValue(MethodCallExpr piece, Match match) {
    if (!piece.getNameAsString().equals("write")) {
      return true;
    }
    TypeRef type = match.file().typeOf(piece.getArgument(0), site(piece, match).scope());
    return type instanceof TypeRef.Named named && named.name().matches("int|byte|char|short");
  }

  private static Site site(MethodCallExpr call, Match match) {
    return match.file().siteOf(call, match.site());
  }

  /** Whether the loop of a piece also flushes the stream: the other side is to see each piece. */
  static boolean isFlushed(Match match) {
    List<MethodCallExpr> calls = pieces(match);
    return calls.stream()
        .filter(call -> call.getNameAsString().equals("flush"))
        .anyMatch(flush -> loop(flush, match).isPresent());
  }

  /** Whether somebody asks how far the file has been read, which a buffer would change. */
  static boolean isAskedForPosition(Match match) {
    return pieces(match).stream().anyMatch(call -> call.getNameAsString().equals("getChannel"));
  }

  /** Names the first small piece. */
  static String message(Match match) {
    if (inLoop(match).isNo()) {
      return RawStreams.message(match);
    }
    String piece =
        pieces(match).stream()
            .filter(call -> ofPiece(call, match).mayBeReported())
            .findFirst()
            .map(call -> " `" + call.getNameAsString() + "` on line " + line(call, match))
            .orElse(" it");
    return "The %s %s has no buffer, and%s is called in a loop: %s."
        .formatted(
            typeName(match),
            match.node() instanceof MethodCallExpr ? "opened here" : "made here",
            piece,
            match.known().flatMap(known -> known.each()).orElse(""));
  }

  private static int line(MethodCallExpr call, Match match) {
    return match.file().unit().region(call.getName()).startLine();
  }

  /** The type of the stream as far as the place shows it. */
  static String typeName(Match match) {
    Node node = match.node();
    if (!(node instanceof MethodCallExpr)) {
      return match.typeName();
    }
    return Calls.nameOf(node).contains("Output") ? "OutputStream" : "InputStream";
  }
}
