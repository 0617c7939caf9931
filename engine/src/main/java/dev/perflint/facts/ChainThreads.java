package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.Set;
import java.util.regex.Pattern;

/** The threads of a reactive chain, where it names a scheduler for what may wait. */
final class ChainThreads {
  /** What comes behind it in the chain runs on its scheduler. */
  private static final Set<String> FROM_HERE = Set.of("publishOn", "observeOn", "emitOn");

  /** The source runs on its scheduler, wherever in the chain it stands. */
  private static final Set<String> FROM_START = Set.of("subscribeOn", "runSubscriptionOn");

  /** Schedulers of which no thread may wait either, as those of an event loop. */
  private static final Pattern FEW_THREADS =
      Pattern.compile("(?i).*(parallel|single|immediate|computation|trampoline).*");

  private ChainThreads() {}

  /** Whether what an operator is given runs on such a scheduler. */
  static boolean areOther(Node operator) {
    if (!(operator instanceof MethodCallExpr call)) {
      return false;
    }
    Expression before = call.getScope().orElse(null);
    boolean subscribed = false;
    while (before instanceof MethodCallExpr step) {
      if (FROM_HERE.contains(step.getNameAsString()) && step.getArguments().isNonEmpty()) {
        // The nearest one decides.
        return mayWait(step);
      }
      subscribed |= FROM_START.contains(step.getNameAsString()) && mayWait(step);
      before = step.getScope().orElse(null);
    }
    return subscribed || isSubscribedBehind(call);
  }

  private static boolean isSubscribedBehind(MethodCallExpr call) {
    Node receiver = call;
    while (receiver.getParentNode().orElse(null) instanceof MethodCallExpr next
        && next.getScope().orElse(null) == receiver) {
      if (FROM_START.contains(next.getNameAsString()) && mayWait(next)) {
        return true;
      }
      receiver = next;
    }
    return false;
  }

  private static boolean mayWait(MethodCallExpr scheduled) {
    return scheduled.getArguments().isNonEmpty()
        && !FEW_THREADS.matcher(scheduled.getArgument(0).toString()).matches();
  }
}
