package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.source.Scope;
import dev.perflint.types.TypeMembers;
import java.util.Optional;

/**
 * A variable that this file declares.
 *
 * @param declaration the {@code VariableDeclarator}, {@code Parameter} or {@code TypePatternExpr}
 */
public record Variable(Node declaration, String name, Kind kind) {
  /** Who else may see it. */
  public enum Kind {
    LOCAL,
    PARAMETER,
    /** Of any type around the place; methods called there may use it as well. */
    FIELD
  }

  /**
   * What a plain name or {@code this.name} means; empty for all other expressions and for fields
   * that are inherited.
   */
  public static Optional<Variable> meantBy(Expression expression, Scope scope) {
    if (expression.isEnclosedExpr()) {
      return meantBy(expression.asEnclosedExpr().getInner(), scope);
    }
    if (expression instanceof NameExpr name) {
      return named(name.getNameAsString(), scope, false);
    }
    if (expression.isTypeExpr()) {
      // JavaParser reads `list::contains` as a type when the name could be one.
      return named(expression.asTypeExpr().getTypeAsString(), scope, false);
    }
    boolean own =
        expression.isFieldAccessExpr()
            && expression.asFieldAccessExpr().getScope().isThisExpr()
            && expression.asFieldAccessExpr().getScope().asThisExpr().getTypeName().isEmpty();
    return own
        ? named(expression.asFieldAccessExpr().getNameAsString(), scope, true)
        : Optional.empty();
  }

  private static Optional<Variable> named(String name, Scope scope, boolean onlyField) {
    for (Scope at = scope; at != null; at = at.outer().orElse(null)) {
      if (at.kind() == Scope.Kind.TYPE) {
        Optional<Variable> field = field(at.declaration(), name);
        if (field.isPresent() || onlyField) {
          return field;
        }
      } else if (!onlyField && at.name().equals(name)) {
        boolean local = at.kind() == Scope.Kind.LOCAL || at.kind() == Scope.Kind.PATTERN;
        return Optional.of(
            new Variable(at.declaration(), name, local ? Kind.LOCAL : Kind.PARAMETER));
      }
    }
    return Optional.empty();
  }

  private static Optional<Variable> field(Node type, String name) {
    for (Node member : TypeMembers.of(type)) {
      if (member instanceof FieldDeclaration field) {
        for (VariableDeclarator variable : field.getVariables()) {
          if (variable.getNameAsString().equals(name)) {
            return Optional.of(new Variable(variable, name, Kind.FIELD));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Whether an assignment sets what the expression names. */
  public static boolean isTarget(Expression use) {
    return use.getParentNode().orElse(null) instanceof AssignExpr assign
        && assign.getTarget() == use;
  }

  public boolean isField() {
    return kind == Kind.FIELD;
  }

  /** What the declaration gives it; empty for parameters and where nothing is given. */
  public Optional<Expression> initializer() {
    return declaration instanceof VariableDeclarator declared
        ? declared.getInitializer()
        : Optional.empty();
  }
}
