package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import dev.perflint.source.Ancestry;
import dev.perflint.source.Frame;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Branches that a loop takes once at most, however long it is: for the element that is equal to
 * something, or whose key is, or until the branch itself has set a flag.
 */
final class OnceInLoop {
  /** What tells elements apart by name; a {@code getCustomerId} many may have in common. */
  private static final Set<String> KEYS =
      Set.of("getId", "id", "getUuid", "uuid", "getKey", "key", "getCode", "code");

  private static final Set<String> NAMES = Set.of("getName", "name");

  /** What a document has many of by one name. */
  private static final Pattern OF_DOCUMENTS = Pattern.compile(".*(?:Element|Node|Tag)");

  private static final Set<String> EQUAL = Set.of("equals", "equalsIgnoreCase");

  private OnceInLoop() {}

  /** The loop that takes the branch once; empty for other branches. */
  static Optional<Node> loopOf(Frame branch, FileContext file) {
    if (branch.node().getParentNode().orElse(null) instanceof IfStmt choice
        && choice.getThenStmt() == branch.node()) {
      for (Frame at = branch.parent(); at != null && !at.isMember(); at = at.parent()) {
        if (at.kind() == Frame.Kind.LOOP) {
          boolean picked =
              at.node() instanceof ForEachStmt loop
                  && picks(choice.getCondition(), loop, LoopFlow.in(file, loop));
          return picked || setsItself(choice) || fills(choice, at.node(), file)
              ? Optional.of(at.node())
              : Optional.empty();
        }
        if (at.kind() == Frame.Kind.LAMBDA) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static boolean picks(Expression condition, ForEachStmt loop, LoopFlow flow) {
    if (condition.isEnclosedExpr()) {
      return picks(condition.asEnclosedExpr().getInner(), loop, flow);
    }
    if (condition instanceof BinaryExpr both) {
      return switch (both.getOperator()) {
        case AND -> picks(both.getLeft(), loop, flow) || picks(both.getRight(), loop, flow);
        case EQUALS -> areKeyAndOther(both.getLeft(), both.getRight(), loop, flow);
        default -> false;
      };
    }
    if (condition instanceof MethodCallExpr call && EQUAL.contains(call.getNameAsString())) {
      if (call.getArguments().size() == 2) {
        return areKeyAndOther(call.getArgument(0), call.getArgument(1), loop, flow);
      }
      return call.getArguments().size() == 1
          && call.getScope().isPresent()
          && areKeyAndOther(call.getScope().get(), call.getArgument(0), loop, flow);
    }
    return false;
  }

  private static boolean areKeyAndOther(
      Expression one, Expression other, ForEachStmt loop, LoopFlow flow) {
    return isKey(one, loop) && tells(other, flow) || isKey(other, loop) && tells(one, flow);
  }

  /** Many may have no key yet. */
  private static boolean tells(Expression other, LoopFlow flow) {
    return !other.isNullLiteralExpr() && !other.isBooleanLiteralExpr() && !flow.varies(other);
  }

  private static boolean isKey(Expression expression, ForEachStmt loop) {
    String element = loop.getVariableDeclarator().getNameAsString();
    if (expression instanceof MethodCallExpr call) {
      return call.getArguments().isEmpty()
          && (KEYS.contains(call.getNameAsString())
              || NAMES.contains(call.getNameAsString()) && !isOfDocument(loop))
          && call.getScope().filter(scope -> isNamed(scope, element)).isPresent();
    }
    return isNamed(expression, element);
  }

  private static boolean isOfDocument(ForEachStmt loop) {
    String type = loop.getVariableDeclarator().getTypeAsString();
    return type.equals("var") || OF_DOCUMENTS.matcher(type).matches();
  }

  /** {@code if (!done)} with {@code done = true} in the branch. */
  private static boolean setsItself(IfStmt choice) {
    return choice.getCondition() instanceof UnaryExpr not
        && not.getExpression() instanceof NameExpr flag
        && choice
            .getThenStmt()
            .findFirst(
                AssignExpr.class,
                assign ->
                    isNamed(assign.getTarget(), flag.getNameAsString())
                        && assign.getValue().isBooleanLiteralExpr())
            .isPresent();
  }

  /**
   * {@code if (rows == null)} with {@code rows = ...} in the branch and nowhere else in the loop.
   */
  private static boolean fills(IfStmt choice, Node loop, FileContext file) {
    if (!(choice.getCondition() instanceof BinaryExpr test)
        || test.getOperator() != BinaryExpr.Operator.EQUALS
        || !test.getRight().isNullLiteralExpr()
        || !test.getLeft().isNameExpr()) {
      return false;
    }
    LoopFlow flow = LoopFlow.in(file, loop);
    return file.unit()
        .sites()
        .at(loop)
        .flatMap(site -> Variable.meantBy(test.getLeft(), site.scope()))
        .filter(variable -> !flow.declares(variable))
        .map(variable -> flow.uses(variable).stream().filter(LoopFlow.Use::writes).toList())
        .filter(writes -> !writes.isEmpty())
        .filter(
            writes ->
                writes.stream().allMatch(use -> Ancestry.holds(choice.getThenStmt(), use.node())))
        .isPresent();
  }

  private static boolean isNamed(Expression expression, String name) {
    return expression instanceof NameExpr named && named.getNameAsString().equals(name);
  }
}
