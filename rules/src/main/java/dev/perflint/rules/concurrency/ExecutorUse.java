package dev.perflint.rules.concurrency;

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
        .filter(v -> v.getParentNode().filter(FieldDeclaration.class::isInstance).isEmpty());
  }
}
