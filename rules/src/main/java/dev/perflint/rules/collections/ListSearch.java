package dev.perflint.rules.collections;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.perflint.facts.Loop;
import dev.perflint.facts.LoopFlow;
import dev.perflint.facts.Rows;
import dev.perflint.facts.Services;
import dev.perflint.match.Match;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import dev.perflint.types.TypeResolver;
import java.util.List;
import java.util.Optional;

/** Calls that look through a whole list, and the loops that repeat them on the same list. */
final class ListSearch {
  /** What keys of stored things are made of; a list of them is seldom written down in the code. */
  private static final List<String> KEYS =
      List.of(
          "java.lang.Long", "java.util.UUID", "java.math.BigInteger", "org.bson.types.ObjectId");

  private ListSearch() {}

  private static Optional<Expression> list(Match match) {
    return match.node() instanceof MethodCallExpr call
        ? call.getScope()
        : Optional.of(match.site().as(MethodReferenceExpr.class).getScope());
  }

  /** What is searched, how often. */
  static String message(Match match) {
    String list = list(match).map(match.file().unit()::text).orElse("the list");
    String each = loops(match).stream().findFirst().map(loop -> ": " + loop.text()).orElse("");
    return "`%s` looks through all of `%s` for each element%s."
        .formatted(match.callee(), list, each);
  }

  /** Whether only presence is asked for: that a set can tell, a position it cannot. */
  static boolean isMembership(Match match) {
    if (!match.callee().endsWith("ndexOf")) {
      return true;
    }
    return match.node().getParentNode().orElse(null) instanceof BinaryExpr test
        && (isNoPosition(test.getRight(), test.getOperator())
            || isNoPosition(test.getLeft(), test.getOperator()));
  }

  private static boolean isNoPosition(Expression bound, BinaryExpr.Operator operator) {
    boolean minusOne =
        bound instanceof UnaryExpr minus
            && minus.getOperator() == UnaryExpr.Operator.MINUS
            && isNumber(minus.getExpression(), "1");
    return switch (operator) {
      case EQUALS, NOT_EQUALS -> minusOne;
      case GREATER -> minusOne;
      case GREATER_EQUALS, LESS -> isNumber(bound, "0");
      default -> false;
    };
  }

  private static boolean isNumber(Expression number, String value) {
    return number.isIntegerLiteralExpr() && number.asIntegerLiteralExpr().getValue().equals(value);
  }

  /**
   * The loops over many elements in which the list stays the same list and what is looked for does
   * not, innermost first.
   */
  static List<Loop> loops(Match match) {
    Optional<Expression> list = list(match);
    if (list.isEmpty()) {
      return List.of();
    }
    boolean reference = match.node() instanceof MethodReferenceExpr;
    return match.elementLoops().stream()
        .filter(
            loop -> {
              LoopFlow flow = LoopFlow.in(match.file(), loop.node());
              return !flow.varies(list.get())
                  && (reference || match.arguments().stream().anyMatch(flow::varies));
            })
        .toList();
  }

  /** Whether the list holds keys, rows of a query or lines that were read. */
  static Truth grows(Match match) {
    TypeResolver types = match.file().types().resolver();
    Expression list = list(match).orElseThrow();
    TypeRef element = types.elementOf(match.file().calls().owner(match.site()));
    Truth keys = element instanceof TypeRef.Unknown ? Truth.NO : types.isA(element, KEYS);
    return keys.or(Rows.of(match.file()).in(list, match.site()));
  }

  /**
   * Whether the loop itself fills the list, with keys of which nothing says that many differ: an
   * interval, a role.
   */
  static Truth collectsDistinct(Match match) {
    Optional<Expression> list = list(match);
    boolean adds =
        list.isPresent()
            && loops(match).stream()
                .flatMap(loop -> LoopFlow.in(match.file(), loop.node()).calls().stream())
                .filter(call -> call.getNameAsString().equals("add"))
                .anyMatch(call -> call.getScope().filter(list.get()::equals).isPresent());
    return adds ? Rows.of(match.file()).in(list.get(), match.site()).not() : Truth.NO;
  }

  /** Whether the file shows the few elements that the list has. */
  static boolean isShort(Match match) {
    return list(match)
        .filter(list -> match.file().loops().sizeOf(list, match.site()) < Loop.UNBOUNDED)
        .isPresent();
  }

  static boolean asksService(Match match) {
    List<Loop> loops = loops(match);
    return !loops.isEmpty()
        && loops.stream().allMatch(l -> Services.areAskedBy(l, match.file(), match.site()));
  }
}
