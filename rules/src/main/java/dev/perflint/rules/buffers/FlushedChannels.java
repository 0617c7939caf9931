package dev.perflint.rules.buffers;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.facts.Loop;
import dev.perflint.facts.Variable;
import dev.perflint.match.Match;
import java.util.Optional;
import java.util.Set;

/** Channels that a loop writes to. */
final class FlushedChannels {
  private static final Set<String> WAITS =
      Set.of("sync", "syncUninterruptibly", "await", "awaitUninterruptibly", "sleep", "take");

  private FlushedChannels() {}

  /** {@code ctx} or {@code session.channel()}, where the loop changes neither. */
  static boolean isOneForAll(Match match) {
    Optional<Loop> loop = match.loops().stream().findFirst();
    Optional<Expression> channel =
        match.node() instanceof MethodCallExpr call ? call.getScope() : Optional.empty();
    if (loop.isEmpty() || loop.get().kind() == Loop.Kind.ENDLESS || channel.isEmpty()) {
      return false;
    }
    Expression root = channel.get();
    while (root instanceof MethodCallExpr call
        && call.getArguments().isEmpty()
        && call.getScope().isPresent()) {
      root = call.getScope().get();
    }
    Optional<Node> declared =
        Variable.meantBy(root, match.site().scope()).map(Variable::declaration);
    return root instanceof NameExpr
        && declared.isPresent()
        && !loop.get().node().isAncestorOf(declared.get());
  }

  /** Only what was flushed makes room: the loop writes as much as the channel takes. */
  static boolean areAsked(Match match) {
    return isCalledInLoop(Set.of("isWritable", "bytesBeforeUnwritable"), match);
  }

  /** Then what is written has to go, and the wait costs more. */
  static boolean areAwaited(Match match) {
    return isCalledInLoop(WAITS, match);
  }

  private static boolean isCalledInLoop(Set<String> names, Match match) {
    Node loop = match.loops().get(0).node();
    return names.stream()
        .flatMap(name -> match.callsNamed(name).stream())
        .anyMatch(call -> loop.isAncestorOf(call.node()));
  }
}
