package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.perflint.facts.Loop;
import dev.perflint.facts.LoopFlow;
import dev.perflint.match.Match;
import dev.perflint.types.Truth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Batches of statements that grow with what a cursor or a reader brings. */
final class GrowingBatches {
  private static final Set<String> SENDS = Set.of("executeBatch", "executeLargeBatch");

  private GrowingBatches() {}

  /** Rows of a query or lines of a file: nothing has them in memory but the batch. */
  static boolean readsOn(Match match) {
    return reading(match).isPresent();
  }

  private static Optional<WhileStmt> reading(Match match) {
    return match.loops().stream()
        .map(Loop::node)
        .filter(WhileStmt.class::isInstance)
        .map(WhileStmt.class::cast)
        .filter(loop -> readsOn(loop.getCondition(), match))
        .findFirst();
  }

  private static boolean readsOn(Expression condition, Match match) {
    return reader(condition, match).isPresent();
  }

  private static Optional<MethodCallExpr> reader(Expression condition, Match match) {
    return condition.findFirst(
        MethodCallExpr.class,
        call ->
            call.getNameAsString().equals("readLine")
                || call.getNameAsString().equals("next") && isOnResult(call, match));
  }

  private static boolean isOnResult(MethodCallExpr call, Match match) {
    return call.getScope()
        .map(
            scope ->
                match
                    .file()
                    .isA(
                        scope,
                        match.file().siteOf(call, match.site()).scope(),
                        "java.sql.ResultSet"))
        .filter(Truth.SURE::equals)
        .isPresent();
  }

  /** The loop sends what it has, itself or in a method that it hands the statement to. */
  static boolean isSentOnTheWay(Match match) {
    Optional<Expression> statement =
        match.node() instanceof MethodCallExpr call ? call.getScope() : Optional.empty();
    return reading(match)
        .map(loop -> LoopFlow.in(match.file(), loop).calls())
        .filter(calls -> calls.stream().anyMatch(call -> sends(call, statement)))
        .isPresent();
  }

  private static boolean sends(MethodCallExpr call, Optional<Expression> statement) {
    List<Expression> given = call.getArguments();
    return SENDS.contains(call.getNameAsString())
        || statement.filter(wanted -> given.stream().anyMatch(wanted::equals)).isPresent()
        || statement.isEmpty();
  }

  static String message(Match match) {
    String reader =
        reading(match)
            .flatMap(loop -> reader(loop.getCondition(), match))
            .map(MethodCallExpr::toString)
            .orElse("");
    return "`%s` keeps in memory what each `%s` brings, until all of it is read."
        .formatted(match.callee(), reader);
  }
}
