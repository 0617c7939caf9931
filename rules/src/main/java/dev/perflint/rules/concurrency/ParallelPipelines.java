package dev.perflint.rules.concurrency;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.facts.Calls;
import dev.perflint.match.Match;
import dev.perflint.types.Truth;
import java.util.ArrayList;
import java.util.List;

/** The chain of calls around the one that makes a stream parallel. */
final class ParallelPipelines {
  private static final String FORK_JOIN_POOL = "java.util.concurrent.ForkJoinPool";

  private ParallelPipelines() {}

  /** The functions of the whole chain: those before {@code parallel()} run in parallel as well. */
  static List<Expression> functions(Match match) {
    List<Expression> functions = new ArrayList<>();
    for (MethodCallExpr call : chain(match)) {
      for (Expression argument : call.getArguments()) {
        addFunctions(argument, functions);
      }
    }
    return functions;
  }

  /** Those of {@code collect(toMap(keys, values))} too. */
  private static void addFunctions(Expression argument, List<Expression> into) {
    if (argument.isLambdaExpr() || argument.isMethodReferenceExpr()) {
      into.add(argument);
    } else if (argument instanceof MethodCallExpr collector) {
      collector.getArguments().forEach(inner -> addFunctions(inner, into));
    }
  }

  /** The last word counts, for all of the chain. */
  static boolean isMadeSequential(Match match) {
    return chain(match).stream()
        .anyMatch(
            call -> call.getNameAsString().equals("sequential") && call.isAncestorOf(match.node()));
  }

  private static List<MethodCallExpr> chain(Match match) {
    List<MethodCallExpr> chain = new ArrayList<>();
    Node at = match.node();
    for (Node link = at;
        link instanceof MethodCallExpr call;
        link = call.getScope().<Node>map(scope -> scope).orElse(null)) {
      chain.add(call);
    }
    while (at.getParentNode().orElse(null) instanceof MethodCallExpr call
        && call.getScope().orElse(null) == at) {
      chain.add(call);
      at = call;
    }
    return chain;
  }

  /** {@code pool.submit(() -> list.parallelStream()...)}: its threads are those of that pool. */
  static Truth runsInOwnPool(Match match) {
    Truth truth = Truth.NO;
    for (Node at = match.node();
        at != null && !(at instanceof BodyDeclaration<?>);
        at = at.getParentNode().orElse(null)) {
      if (at instanceof LambdaExpr task) {
        truth = truth.or(Calls.callGiven(task).map(call -> isOfPool(call, match)).orElse(Truth.NO));
      }
    }
    return truth;
  }

  private static Truth isOfPool(MethodCallExpr call, Match match) {
    return call.getScope()
        .map(pool -> match.file().isA(pool, match.site().scope(), FORK_JOIN_POOL))
        .orElse(Truth.NO);
  }
}
