package dev.perflint.rules.concurrency;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import dev.perflint.facts.Calls;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.RemoteCalls;
import dev.perflint.facts.RepositoryTypes;
import dev.perflint.facts.Surroundings;
import dev.perflint.facts.SurroundingsReader;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.MethodRef;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What waits in functions that are handed to somebody who runs them. */
final class TaskWork {
  private final Match match;
  private final Set<String> waiting;
  private final boolean onMissToo;

  private TaskWork(Match match, Set<String> waiting, boolean onMissToo) {
    this.match = match;
    this.waiting = waiting;
    this.onMissToo = onMissToo;
  }

  /** What lets another thread of the pool stand in for the one that waits for it. */
  private static final List<String> COMPENSATED =
      List.of("java.util.concurrent.CompletableFuture", "java.util.concurrent.ForkJoinTask");

  /** Waits with a limit that take long all the same: for a clock, and for another process. */
  private static final Set<String> LASTING = Set.of("clock", "rpc");

  /**
   * Of functions that threads of the common pool run. A wait for a future is left out where another
   * thread stands in for the one that waits.
   */
  static TaskWork inPool(Match match) {
    return new TaskWork(match, Set.of("reactive", "process"), false);
  }

  /**
   * Of functions that compute a map's value: they run when it has none yet, which counts. A lambda
   * in them is mostly given to somebody who runs it elsewhere.
   */
  static TaskWork inMap(Match match) {
    return new TaskWork(match, Set.of("reactive", "process", "future"), true);
  }

  /** Whether one of the functions makes its thread wait for something slow. */
  Truth waits(List<Expression> functions) {
    Truth truth = Truth.NO;
    for (Expression function : functions) {
      for (Site call : callsOf(function)) {
        truth = truth.or(waits(call));
      }
    }
    return truth;
  }

  /** Whether the file shows by itself that one of them does. */
  boolean isSeenToWait(List<Expression> functions) {
    return isSeen(waits(functions));
  }

  /** What the file shows to wait, or the only call there is, for a message. */
  String text(List<Expression> functions) {
    List<Site> calls = new ArrayList<>();
    for (Expression function : functions) {
      calls.addAll(callsOf(function));
    }
    return calls.stream()
        .filter(call -> isSeen(known(call)))
        .findFirst()
        .or(() -> calls.size() == 1 ? calls.stream().findFirst() : Optional.empty())
        .map(call -> " for `" + Calls.nameOf(call.node()) + "`")
        .orElse("");
  }

  private static boolean isSeen(Truth truth) {
    return truth.equals(Truth.SURE) || truth.equals(Truth.LIKELY);
  }

  /** The calls that a function makes whenever it runs, on the thread that runs it. */
  private List<Site> callsOf(Expression function) {
    FileContext file = match.file();
    if (function instanceof MethodReferenceExpr) {
      return List.of(file.siteOf(function, match.site()));
    }
    List<Site> calls = new ArrayList<>();
    if (function instanceof LambdaExpr lambda) {
      lambda.walk(
          MethodCallExpr.class,
          call -> {
            Site site = file.siteOf(call, match.site());
            if (isOnItsThread(call, lambda, site) && isUsual(site)) {
              calls.add(site);
            }
          });
    }
    return calls;
  }

  private boolean isUsual(Site site) {
    Surroundings around = SurroundingsReader.of(match.file()).of(site);
    return !around.inCatch() && (onMissToo || !around.onMiss());
  }

  private boolean isOnItsThread(Node call, LambdaExpr task, Site near) {
    for (Node at = call; at != task; at = at.getParentNode().orElse(task)) {
      if (at instanceof BodyDeclaration<?>
          || at instanceof LambdaExpr inner && (onMissToo || runsLater(inner, near))) {
        return false;
      }
    }
    return true;
  }

  private boolean runsLater(LambdaExpr inner, Site near) {
    return Calls.takerOf(inner)
        .map(to -> match.file().calls().plays(match.file().siteOf(to, near), Roles.RUNS_LATER))
        .filter(later -> !later.isNo())
        .isPresent();
  }

  private Truth waits(Site call) {
    FileContext file = match.file();
    Truth known = known(call);
    TypeRef owner = file.calls().owner(call);
    boolean elsewhere =
        owner instanceof TypeRef.Unknown
            || owner instanceof TypeRef.ArrayOf
            || owner instanceof TypeRef.Named named && !file.isOpen(named);
    if (elsewhere || known.equals(Truth.SURE) || asksBack(call)) {
      return known;
    }
    String name = Calls.nameOf(call.node());
    Truth repository =
        RepositoryTypes.asks(file.erased(owner), name, file.types().resolver(), file.knowledge());
    MethodRef method = file.calls().method(call, owner, name);
    return known
        .or(repository)
        .or(Truth.open(new Question.Does(method, Roles.REMOTE_CALL)))
        .or(Truth.open(new Question.Does(method, Roles.QUERY)));
  }

  /**
   * Who is given this object asks it, not others of its kind: no way through them is one of ours.
   */
  private static boolean asksBack(Site call) {
    return Calls.arguments(call.node()).stream().anyMatch(Expression::isThisExpr);
  }

  private boolean isCompensated(Site call) {
    TypeRef future = match.file().calls().owner(call);
    return COMPENSATED.stream()
        .anyMatch(type -> !match.file().types().resolver().isA(future, type).isNo());
  }

  private Truth known(Site call) {
    FileContext file = match.file();
    Truth truth =
        RemoteCalls.is(file, call)
            .or(file.calls().plays(call, Roles.QUERY))
            .or(file.calls().plays(call, Roles.QUERY_BATCH));
    for (Calls.Known waits : file.calls().known(call, Roles.WAITS)) {
      boolean counts =
          waiting.contains(waits.member().kind())
              || waits.member().kind().equals("future") && !isCompensated(call);
      truth = counts ? truth.or(waits.truth()) : truth;
    }
    for (Calls.Known blocks : file.calls().known(call, Roles.BLOCKS)) {
      truth = LASTING.contains(blocks.member().kind()) ? truth.or(blocks.truth()) : truth;
    }
    return truth;
  }
}
