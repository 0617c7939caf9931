package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.Set;

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
