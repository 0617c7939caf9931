package dev.perflint.rules.concurrency;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.perflint.facts.Calls;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.types.Truth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a method does with an executor that it makes. */
final class ExecutorUse {
  private static final List<String> ENDINGS =
      List.of("shutdown", "close", "awaittermination", "terminate");

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
      if (!isTarget(use)) {
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
              .anyMatch(use -> !isTarget(use) && isKept(use, match, hops + 1));
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

  private static boolean isTarget(NameExpr use) {
    return use.getParentNode()
        .filter(p -> p instanceof AssignExpr assign && assign.getTarget() == use)
        .isPresent();
  }

  /** {@code CompletableFuture.supplyAsync(task, executor)} */
  private static Truth runsTask(NameExpr use, Match match) {
    return Calls.callAround(use)
        .filter(call -> call.getArguments().contains(use))
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

  /** Whether the method ends the executor; a shutdown hook is another matter. */
  static boolean isShutDown(Match match) {
    Optional<VariableDeclarator> variable = variable(match);
    if (variable.isEmpty()) {
      return false;
    }
    if (variable
        .get()
        .findAncestor(TryStmt.class)
        .filter(t -> isResource(variable.get(), t))
        .isPresent()) {
      return true;
    }
    return match.file().lifetimes().uses(variable.get()).stream()
        .filter(use -> use.findAncestor(LambdaExpr.class).isEmpty() || isInLambda(match))
        .flatMap(use -> Calls.callAround(use).stream())
        .map(call -> call.getNameAsString().toLowerCase(Locale.ROOT))
        .anyMatch(name -> ENDINGS.stream().anyMatch(name::contains));
  }

  private static boolean isInLambda(Match match) {
    return match.node().findAncestor(LambdaExpr.class).isPresent();
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

  private static Optional<VariableDeclarator> variable(Match match) {
    return match
        .node()
        .getParentNode()
        .filter(VariableDeclarator.class::isInstance)
        .map(VariableDeclarator.class::cast)
        .filter(v -> !isField(v));
  }
}
