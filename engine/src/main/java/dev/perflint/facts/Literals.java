package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.source.Scope;
import dev.perflint.types.TypeMembers;
import java.util.Optional;

/** Constant texts: literals, their concatenations, and constants of the enclosing types. */
public final class Literals {
  private static final int DEEPEST = 20;

  private Literals() {}

  /**
   * The value of a constant string expression; empty when it is none or is not visible in this
   * file.
   */
  public static Optional<String> text(Expression expression, Scope scope) {
    return text(expression, scope, 0);
  }

  private static Optional<String> text(Expression expression, Scope scope, int depth) {
    if (depth > DEEPEST) {
      return Optional.empty();
    }
    if (expression.isStringLiteralExpr()) {
      return unescaped(expression);
    }
    if (expression.isTextBlockLiteralExpr()) {
      return Optional.of(expression.asTextBlockLiteralExpr().asString());
    }
    if (expression.isCharLiteralExpr()) {
      return Optional.of(String.valueOf(expression.asCharLiteralExpr().asChar()));
    }
    if (expression.isEnclosedExpr()) {
      return text(expression.asEnclosedExpr().getInner(), scope, depth + 1);
    }
    if (expression instanceof BinaryExpr sum && sum.getOperator() == BinaryExpr.Operator.PLUS) {
      Optional<String> left = text(sum.getLeft(), scope, depth + 1);
      return left.isEmpty() ? left : text(sum.getRight(), scope, depth + 1).map(left.get()::concat);
    }
    if (expression instanceof NameExpr name) {
      return constantField(name.getNameAsString(), scope)
          .flatMap(init -> text(init, scope, depth + 1));
    }
    return Optional.empty();
  }

  private static Optional<String> unescaped(Expression literal) {
    try {
      return Optional.of(literal.asStringLiteralExpr().asString());
    } catch (IllegalArgumentException e) {
      // An escape that JavaParser cannot translate; the literal is then no constant for us.
      return Optional.empty();
    }
  }

  private static boolean isConstant(FieldDeclaration field, Node type) {
    return field.isFinal() && field.isStatic()
        || type instanceof ClassOrInterfaceDeclaration declared && declared.isInterface();
  }

  /**
   * The initialiser of a static final field of an enclosing type, unless a local variable or
   * another field hides it.
   */
  public static Optional<Expression> constantField(String name, Scope scope) {
    for (Scope at = scope; at != null; at = at.outer().orElse(null)) {
      if (at.kind() != Scope.Kind.TYPE) {
        if (at.name().equals(name)) {
          return Optional.empty();
        }
        continue;
      }
      for (var member : TypeMembers.of(at.declaration())) {
        if (member instanceof FieldDeclaration field) {
          for (VariableDeclarator variable : field.getVariables()) {
            if (variable.getNameAsString().equals(name)) {
              return isConstant(field, at.declaration())
                  ? variable.getInitializer()
                  : Optional.empty();
            }
          }
        }
      }
    }
    return Optional.empty();
  }
}
