package dev.perflint.rules.buffers;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.perflint.facts.Calls;
import dev.perflint.facts.Lifetimes;
import dev.perflint.facts.Loop;
import dev.perflint.match.Match;
import dev.perflint.source.Scope;
import java.util.Optional;

/** What a direct or mapped buffer is made of. */
final class OffHeapBuffers {
  private OffHeapBuffers() {}

  /** A finally block of the method hands it to a call, which is there to free it. */
  static boolean isFreedHere(Match match) {
    return Lifetimes.holder(match.node()).stream()
        .flatMap(held -> match.file().lifetimes().uses(held).stream())
        .filter(use -> Calls.callGiven(use).isPresent())
        .anyMatch(OffHeapBuffers::isInFinally);
  }

  private static boolean isInFinally(Node use) {
    return use.findAncestor(
            BlockStmt.class,
            block ->
                block.getParentNode().orElse(null) instanceof TryStmt attempt
                    && attempt.getFinallyBlock().orElse(null) == block)
        .isPresent();
  }

  /**
   * Whether the channel that is mapped was opened before the loop, so that each pass maps a part.
   */
  static boolean isWindow(Match match) {
    if (!(match.node() instanceof MethodCallExpr call) || !call.getNameAsString().equals("map")) {
      return false;
    }
    Optional<NameExpr> channel =
        call.getScope().filter(NameExpr.class::isInstance).map(NameExpr.class::cast);
    for (Loop loop : match.loops()) {
      Optional<Scope> opened =
          channel.flatMap(name -> match.site().scope().local(name.getNameAsString()));
      boolean inLoop =
          opened.isPresent() && loop.node().isAncestorOf(opened.get().declaration())
              || call.getScope().isPresent() && call.getScope().get().isMethodCallExpr();
      if (!inLoop) {
        return true;
      }
    }
    return false;
  }
}
