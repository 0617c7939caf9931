package dev.perflint.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.stmt.CatchClause;
import dev.perflint.model.Region;
import dev.perflint.source.SourceUnit;

/** Which stretch of a node a report points at: the narrowest that shows what is meant. */
final class Places {
  private Places() {}

  static Region of(SourceUnit unit, Node node) {
    if (node instanceof MethodCallExpr call) {
      boolean plainReceiver =
          call.getScope().map(scope -> !(scope instanceof MethodCallExpr)).orElse(true);
      Region whole = unit.region(call);
      return plainReceiver && whole.startLine() == whole.endLine() ? whole : called(unit, call);
    }
    if (node instanceof CatchClause clause) {
      return unit.region(clause.getParameter());
    }
    if (node instanceof ObjectCreationExpr || node instanceof MethodReferenceExpr) {
      Region whole = unit.region(node);
      return whole.startLine() == whole.endLine() ? whole : called(unit, node);
    }
    return firstLine(unit, unit.region(node));
  }

  /**
   * From the called name to the closing parenthesis; of a creation with a body, up to the type's
   * name.
   */
  static Region called(SourceUnit unit, Node node) {
    if (node instanceof MethodCallExpr call) {
      return firstLine(unit, unit.region(call.getName(), call));
    }
    if (node instanceof ObjectCreationExpr creation
        && creation.getAnonymousClassBody().isPresent()) {
      Region whole = unit.region(creation);
      Region type = unit.region(creation.getType());
      return new Region(whole.startLine(), whole.startColumn(), type.endLine(), type.endColumn());
    }
    return firstLine(unit, unit.region(node));
  }

  /** Where the name of a declaration stands; annotations above it are no part of it. */
  static int line(SourceUnit unit, Node node) {
    Node name = node instanceof NodeWithSimpleName<?> named ? named.getName() : node;
    return unit.region(name).startLine();
  }

  private static Region firstLine(SourceUnit unit, Region region) {
    if (region.startLine() == region.endLine()) {
      return region;
    }
    int end = unit.source().line(region.startLine()).length() + 1;
    return new Region(
        region.startLine(),
        region.startColumn(),
        region.startLine(),
        Math.max(end, region.startColumn() + 1));
  }
}
