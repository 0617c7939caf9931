package dev.perflint.rules.buffers;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.perflint.match.Match;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Maps and sets that take one entry for each element of something of a known size. */
final class FilledMaps {
  private static final Set<String> VIEWS = Set.of("keySet", "entrySet", "values");

  private static final Set<String> FILLING = Set.of("put", "add");

  private FilledMaps() {}

  /** As it is written, since it may come from a package that is imported as a whole. */
  static String type(Match match) {
    return match.node() instanceof ObjectCreationExpr made
        ? made.getType().getNameAsString()
        : match.typeName();
  }

  /**
   * {@code m = new HashMap<>(list.size())}, and behind it in the same block a loop over the list
   * that puts something into it in each pass, whatever the element is.
   */
  static boolean getOnePerElement(Match match) {
    Optional<String> source = match.argument(0).flatMap(FilledMaps::counted);
    Optional<String> name = name(match.node());
    if (source.isEmpty() || name.isEmpty()) {
      return false;
    }
    return behind(match.node()).stream()
        .filter(ForEachStmt.class::isInstance)
        .map(ForEachStmt.class::cast)
        .filter(loop -> elements(loop.getIterable()).equals(source.get()))
        .anyMatch(loop -> fills(loop.getBody(), name.get()));
  }

  /** {@code list} of {@code list.size()}, {@code array} of {@code array.length}. */
  private static Optional<String> counted(Expression size) {
    if (size instanceof MethodCallExpr call
        && call.getNameAsString().equals("size")
        && call.getArguments().isEmpty()) {
      return call.getScope().map(FilledMaps::elements);
    }
    return size instanceof FieldAccessExpr access && access.getNameAsString().equals("length")
        ? Optional.of(access.getScope().toString())
        : Optional.empty();
  }

  /** A view of a map has as many elements as the map. */
  private static String elements(Expression collection) {
    return collection instanceof MethodCallExpr view
            && VIEWS.contains(view.getNameAsString())
            && view.getScope().isPresent()
        ? view.getScope().get().toString()
        : collection.toString();
  }

  private static Optional<String> name(Node made) {
    Node parent = made.getParentNode().orElse(null);
    if (parent instanceof VariableDeclarator variable) {
      return Optional.of(variable.getNameAsString());
    }
    return parent instanceof AssignExpr assign && assign.getValue() == made
        ? Optional.of(assign.getTarget().toString())
        : Optional.empty();
  }

  private static List<Statement> behind(Node made) {
    Optional<Statement> at = made.findAncestor(Statement.class);
    List<Statement> all =
        at.flatMap(Node::getParentNode)
            .filter(BlockStmt.class::isInstance)
            .map(block -> (List<Statement>) ((BlockStmt) block).getStatements())
            .orElse(List.of());
    int index = 0;
    while (index < all.size() && all.get(index) != at.get()) {
      index++;
    }
    return all.subList(Math.min(index + 1, all.size()), all.size());
  }

  private static boolean fills(Statement body, String name) {
    List<Statement> each = body instanceof BlockStmt block ? block.getStatements() : List.of(body);
    return each.stream().anyMatch(statement -> isFilling(statement, name))
        && body.findFirst(ContinueStmt.class).isEmpty()
        && body.findFirst(BreakStmt.class).isEmpty()
        && body.findFirst(ReturnStmt.class).isEmpty();
  }

  private static boolean isFilling(Statement statement, String name) {
    return statement instanceof ExpressionStmt expression
        && expression.getExpression() instanceof MethodCallExpr call
        && FILLING.contains(call.getNameAsString())
        && call.getScope().filter(scope -> scope.toString().equals(name)).isPresent();
  }
}
