package dev.perflint.rules.concurrency;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.perflint.facts.Calls;
import dev.perflint.facts.TaskLimits;
import dev.perflint.facts.Variable;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.source.Scope;
import dev.perflint.types.Truth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a method does with an executor that it makes. */
final class ExecutorUse {
  /** What becomes of the executor. */
  enum Ending {
    /** The method shuts it down, or hands it to one that does. */
    ENDED,
    /** Nobody can shut it down any more. */
    LEFT,
    /** Somebody else may. */
    UNSEEN
  }

  private static final List<String> ENDINGS =
      List.of("shutdown", "close", "awaittermination", "terminate", "cancel");

  /** What makes executors whose threads wait for ever, and which no collector shuts down. */
  private static final Set<String> STAYING =
      Set.of("newFixedThreadPool", "newScheduledThreadPool", "newSingleThreadScheduledExecutor");

  private static final int MOST_HOPS = 8;

  private ExecutorUse() {}

  /** Whether nobody else gets hold of it; a call that runs a task on it does not keep it. */
  static Truth staysLocal(Match match) {
    Optional<VariableDeclarator> variable = variable(match);
    if (variable.isEmpty()) {
      return Truth.of(match.file().lifetimes().staysLocal((Expression) match.node()));
    }
    Truth truth = Truth.SURE;
    for (NameExpr use : match.file().lifetimes().uses(variable.get())) {
      if (!Variable.isTarget(use)) {
        truth = truth.and(runsTask(use, match).or(isDropped(use, match)));
      }
    }
    return truth;
  }

  /** Whether it goes into a field as it is made, by itself or in a wrapper, or through a local. */
  static boolean isKept(Match match) {
    return isKept(match.node(), match, 0);
  }

  private static boolean isKept(Node value, Match match, int hops) {
    Node parent = value.getParentNode().orElse(null);
    if (hops > MOST_HOPS || parent == null) {
      return false;
    }
    if (parent instanceof VariableDeclarator variable) {
      return isField(variable)
          || match.file().lifetimes().uses(variable).stream()
              .anyMatch(use -> !Variable.isTarget(use) && isKept(use, match, hops + 1));
    }
    if (parent instanceof AssignExpr assign && assign.getValue() == value) {
      return !(assign.getTarget() instanceof NameExpr name)
          || match.site().scope().local(name.getNameAsString()).isEmpty();
    }
    return parent instanceof Expression && isKept(parent, match, hops + 1);
  }

  private static boolean isField(VariableDeclarator variable) {
    return variable.getParentNode().filter(FieldDeclaration.class::isInstance).isPresent();
  }

  /** {@code CompletableFuture.supplyAsync(task, executor)} */
  private static Truth runsTask(NameExpr use, Match match) {
    return Calls.callGiven(use)
        .map(
            call ->
                match
                    .file()
                    .calls()
                    .plays(match.file().siteOf(call, match.site()), Roles.RUNS_LATER))
        .orElse(Truth.NO);
  }

  private static Truth isDropped(NameExpr use, Match match) {
    return Truth.of(match.file().lifetimes().staysLocal(use));
  }

  /** What becomes of it; a shutdown hook comes too late. */
  static Ending ending(Match match) {
    Optional<VariableDeclarator> variable = variable(match);
    if (variable.isEmpty()) {
      boolean dropped =
          Calls.callAround(match.node())
              .flatMap(MethodCallExpr::getScope)
              .filter(scope -> scope == match.node())
              .isPresent();
      return dropped ? Ending.LEFT : Ending.UNSEEN;
    }
    if (variable
        .get()
        .findAncestor(TryStmt.class)
        .filter(t -> isResource(variable.get(), t))
        .isPresent()) {
      return Ending.ENDED;
    }
    boolean ended =
        calls(variable.get(), match)
            .filter(call -> !isInShutdownHook(call))
            .map(call -> call.getNameAsString().toLowerCase(Locale.ROOT))
            .anyMatch(name -> ENDINGS.stream().anyMatch(name::contains));
    return ended ? Ending.ENDED : Ending.LEFT;
  }

  private static Stream<MethodCallExpr> calls(VariableDeclarator variable, Match match) {
    return match.file().lifetimes().uses(variable).stream()
        .flatMap(use -> Calls.callAround(use).stream());
  }

  private static boolean isInShutdownHook(Node use) {
    return use.findAncestor(
            MethodCallExpr.class, call -> call.getNameAsString().equals("addShutdownHook"))
        .isPresent();
  }

  /** Whether its threads stay for good if nobody ends it: nothing collects them, none times out. */
  static boolean holdsThreads(Match match) {
    boolean fromNone =
        match
            .argument(0)
            .filter(core -> core.isIntegerLiteralExpr() && core.toString().equals("0"))
            .isPresent();
    boolean timesOut =
        variable(match).stream()
            .flatMap(variable -> calls(variable, match))
            .anyMatch(call -> call.getNameAsString().equals("allowCoreThreadTimeOut"));
    boolean stays =
        match.node() instanceof ObjectCreationExpr
            ? match.typeName().endsWith("ThreadPoolExecutor")
            : STAYING.contains(match.callee());
    return stays && !fromNone && !timesOut;
  }

  /** Whether the method waits for the tasks: no service is started that is meant to stay. */
  static boolean isAwaited(Match match) {
    TaskLimits limits = TaskLimits.of(match.file());
    return variable(match).stream()
        .flatMap(variable -> calls(variable, match))
        .anyMatch(limits::limits);
  }

  private static boolean isResource(VariableDeclarator variable, TryStmt statement) {
    return statement.getResources().stream().anyMatch(r -> r.isAncestorOf(variable));
  }

  /** Virtual threads are made to be thrown away. */
  static boolean isOfVirtualThreads(Match match) {
    return match.arguments().stream()
        .anyMatch(
            argument ->
                argument
                    .findFirst(
                        MethodCallExpr.class, call -> call.getNameAsString().equals("ofVirtual"))
                    .isPresent());
  }

  /** The local variable that holds it. */
  private static Optional<VariableDeclarator> variable(Match match) {
    Node at = match.node();
    Node parent = at.getParentNode().orElseThrow();
    while (parent instanceof CastExpr || parent instanceof EnclosedExpr) {
      at = parent;
      parent = at.getParentNode().orElseThrow();
    }
    if (parent instanceof AssignExpr assign && assign.getTarget() instanceof NameExpr name) {
      return match
          .site()
          .scope()
          .local(name.getNameAsString())
          .map(Scope::declaration)
          .filter(VariableDeclarator.class::isInstance)
          .map(VariableDeclarator.class::cast);
    }
    return Optional.of(parent)
        .filter(VariableDeclarator.class::isInstance)
        .map(VariableDeclarator.class::cast)
        .filter(v -> !isField(v));
  }
}
