package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.Set;
import java.util.function.Predicate;

/** Calls of collections and streams, by name. */
final class ChainSteps {
  /** What gives about as many elements as it is asked on. */
  private static final Set<String> KEEPING =
      Set.of(
          "stream",
          "parallelStream",
          "filter",
          "distinct",
          "sorted",
          "map",
          "flatMap",
          "mapToObj",
          "boxed",
          "parallel",
          "sequential",
          "unordered",
          "peek",
          "iterator",
          "entrySet",
          "keySet",
          "values");

  /** What gives one element, in an {@code Optional}. */
  private static final Set<String> GIVING_ONE =
      Set.of("findFirst", "findAny", "min", "max", "reduce");

  private ChainSteps() {}

  static boolean keepsSize(String call) {
    return KEEPING.contains(call);
  }

  static boolean givesOne(String call) {
    return GIVING_ONE.contains(call);
  }

  /** What a chain of such calls begins with. */
  static Expression begin(Expression chain, Predicate<String> step) {
    Expression at = chain;
    while (at instanceof MethodCallExpr call
        && call.getScope().isPresent()
        && step.test(call.getNameAsString())) {
      at = call.getScope().get();
    }
    return at;
  }

  /** The {@code collect} that is given a collector, which runs what that is given; else itself. */
  static MethodCallExpr runBy(MethodCallExpr given) {
    Node at = given;
    while (at.getParentNode().orElse(null) instanceof MethodCallExpr around
        && around.getScope().orElse(null) != at) {
      if (around.getNameAsString().equals("collect")) {
        return around;
      }
      at = around;
    }
    return given;
  }
}
