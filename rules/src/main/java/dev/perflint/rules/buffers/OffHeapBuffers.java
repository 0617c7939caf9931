package dev.perflint.rules.buffers;

import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.facts.Loop;
import dev.perflint.match.Match;
import dev.perflint.source.Scope;
import java.util.Optional;

/** What a direct or mapped buffer is made of. */
final class OffHeapBuffers {
  private OffHeapBuffers() {}

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
