package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a method that hands a task to an executor limits by itself how many of its tasks may
 * wait: it awaits them before it goes on, takes a permit first, lets one at a time through, or
 * looks at the queue. As many tasks wait then as there are callers.
 */
public final class TaskLimits {
  private static final Set<String> AWAITED_BY_THEMSELVES = Set.of("invokeAll", "invokeAny");

  /** Of locks, latches, permits and queues; what they are called on does not matter. */
  private static final Set<String> GATES =
      Set.of(
          "acquire",
          "acquireUninterruptibly",
          "acquirePermission",
          "tryAcquire",
          "tryLock",
          "await",
          "awaitTermination",
          "awaitQuiescence",
          "arriveAndAwaitAdvance",
          "compareAndSet",
          "weakCompareAndSet",
          "compareAndExchange",
          "getQueue",
          "remainingCapacity");

  /** What waits for a future, without a receiver of that type. */
  private static final Set<String> AWAITING =
      Set.of("join", "getUnchecked", "getChecked", "getUninterruptibly", "resultNow", "getDone");

  private static final List<String> FUTURES =
      List.of("java.util.concurrent.Future", "java.util.concurrent.CompletionService");

  private enum Way {
    NONE,
    FUTURE,
    GATE
  }

  private final FileContext file;
  private final Map<Node, Way> ofMembers = new IdentityHashMap<>();

  private TaskLimits(FileContext file) {
    this.file = file;
  }

  /** The ones of this file. */
  public static TaskLimits of(FileContext file) {
    return file.once(TaskLimits.class, TaskLimits::new);
  }

  /**
   * @param use the call that hands a task over, or that hands the executor on
   */
  public boolean limits(Node use) {
    if (use instanceof MethodCallExpr call
        && AWAITED_BY_THEMSELVES.contains(call.getNameAsString())) {
      return true;
    }
    Optional<Node> member = PrivateCalls.memberAround(use);
    if (member.isEmpty()) {
      return false;
    }
    Way way = ofMembers.computeIfAbsent(member.get(), this::wayOf);
    return way == Way.GATE || way == Way.FUTURE && !isDropped(use);
  }

  /** A statement of its own; the body of an expression lambda is its result. */
  private static boolean isDropped(Node use) {
    return use.getParentNode()
        .filter(ExpressionStmt.class::isInstance)
        .flatMap(Node::getParentNode)
        .filter(around -> !(around instanceof LambdaExpr))
        .isPresent();
  }

  private Way wayOf(Node member) {
    Way way = Way.NONE;
    for (MethodCallExpr call : member.findAll(MethodCallExpr.class)) {
      if (GATES.contains(call.getNameAsString())) {
        return Way.GATE;
      }
      if (awaitsFuture(call)) {
        way = Way.FUTURE;
      }
    }
    boolean byReference =
        member
            .findFirst(
                MethodReferenceExpr.class,
                reference ->
                    reference.getIdentifier().equals("join")
                        || reference.getIdentifier().equals("get"))
            .isPresent();
    return byReference ? Way.FUTURE : way;
  }

  private boolean awaitsFuture(MethodCallExpr call) {
    int arity = call.getArguments().size();
    return switch (call.getNameAsString()) {
      case "get" -> (arity == 0 || arity == 2) && mayBeFuture(call);
      case "take", "poll" -> mayBeFuture(call);
      default -> AWAITING.contains(call.getNameAsString()) && !isText(call);
    };
  }

  /** {@code String.join(",", names)} */
  private static boolean isText(MethodCallExpr call) {
    return call.getNameAsString().equals("join") && call.getArguments().size() > 1;
  }

  private boolean mayBeFuture(MethodCallExpr call) {
    Optional<Site> site = file.unit().sites().at(call);
    if (site.isEmpty()) {
      return true;
    }
    Truth truth = Truth.NO;
    for (String future : FUTURES) {
      truth = truth.or(file.types().resolver().isA(file.calls().owner(site.get()), future));
    }
    return !truth.isNo();
  }
}
