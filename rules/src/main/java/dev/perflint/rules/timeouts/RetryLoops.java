package dev.perflint.rules.timeouts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithBody;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.Loop;
import dev.perflint.facts.RemoteCalls;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Tells loops that end when a call has succeeded and go round when it has failed. */
final class RetryLoops {
  private RetryLoops() {}

  /** Open where a method of the project makes the call. */
  static Truth ofRemoteCall(FileContext file, Site site) {
    CatchClause clause = site.as(CatchClause.class);
    if (!(clause.getParentNode().orElse(null) instanceof TryStmt attempt)
        || leaves(clause.getBody())) {
      return Truth.NO;
    }
    Optional<Statement> loop = loopAround(attempt);
    if (loop.filter(around -> leavesBehind(clause, around)).isPresent()) {
      return Truth.NO;
    }
    if (loop.isEmpty() || !endsWithSuccess(loop.get(), attempt, file, site)) {
      return Truth.NO;
    }
    Truth truth = Truth.NO;
    for (MethodCallExpr call : attempt.getTryBlock().findAll(MethodCallExpr.class)) {
      truth = truth.or(isRemote(file, file.siteOf(call, site)));
    }
    return truth;
  }

  private static Truth isRemote(FileContext file, Site call) {
    return RemoteCalls.is(file, call)
        .or(file.calls().plays(call, Roles.QUERY))
        .or(RemoteCalls.through(file, call));
  }

  /** The catch clause ends the loop, or all of its branches may: then nothing goes round. */
  private static boolean leaves(BlockStmt body) {
    Statement last = body.getStatements().getLast().orElse(body);
    return last.isReturnStmt() || last.isThrowStmt() || last.isBreakStmt();
  }

  /** What follows the attempt leaves the loop, and the handler goes there. */
  private static boolean leavesBehind(CatchClause clause, Statement loop) {
    boolean goesRound = clause.findFirst(ContinueStmt.class).isPresent();
    return !goesRound
        && ((NodeWithBody<?>) loop).getBody() instanceof BlockStmt body
        && leaves(body);
  }

  static Optional<Statement> loopAround(TryStmt attempt) {
    for (Node at = attempt; at != null; at = at.getParentNode().orElse(null)) {
      if (at instanceof WhileStmt || at instanceof DoStmt || at instanceof ForStmt) {
        return Optional.of((Statement) at);
      }
      if (at instanceof ForEachStmt
          || at instanceof LambdaExpr
          || at instanceof MethodDeclaration) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean endsWithSuccess(
      Statement loop, TryStmt attempt, FileContext file, Site near) {
    boolean isRetry =
        file.loops().around(near).stream()
            .filter(around -> around.node() == loop)
            .anyMatch(around -> around.kind() == Loop.Kind.RETRY);
    return (isRetry || leaves(attempt.getTryBlock())) && !walksOn(loop) || setsFlag(loop, attempt);
  }

  /** {@code while (it.hasNext())}: what comes round is another element. */
  private static boolean walksOn(Statement loop) {
    return condition(loop)
        .filter(
            test ->
                test.findFirst(
                        MethodCallExpr.class, call -> call.getNameAsString().startsWith("hasNext"))
                    .isPresent())
        .isPresent();
  }

  /** {@code while (!done) { try { ...; done = true; }}}. */
  private static boolean setsFlag(Statement loop, TryStmt attempt) {
    Set<String> tested = new HashSet<>();
    condition(loop)
        .ifPresent(
            test ->
                test.findAll(NameExpr.class).forEach(name -> tested.add(name.getNameAsString())));
    return attempt.getTryBlock().getStatements().getLast().stream()
        .flatMap(last -> last.findAll(AssignExpr.class).stream())
        .anyMatch(
            assign ->
                assign.getValue().isBooleanLiteralExpr()
                    && assign.getTarget() instanceof NameExpr name
                    && tested.contains(name.getNameAsString()));
  }

  static Optional<Expression> condition(Statement loop) {
    if (loop instanceof WhileStmt repeat) {
      return Optional.of(repeat.getCondition());
    }
    if (loop instanceof DoStmt repeat) {
      return Optional.of(repeat.getCondition());
    }
    return loop instanceof ForStmt counted ? counted.getCompare() : Optional.empty();
  }
}
