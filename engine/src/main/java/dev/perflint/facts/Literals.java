package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.perflint.source.Scope;
import dev.perflint.types.TypeMembers;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Constant texts and whole numbers: literals, what is computed of them, and constants of the
 * enclosing types.
 */
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

  /**
   * The value of a constant whole number, e.g. {@code 8 * 1024} or {@code BUFFER_SIZE}; empty when
   * it is none, is not visible in this file or overflows.
   */
  public static OptionalLong number(Expression expression, Scope scope) {
    try {
      return number(expression, scope, 0);
    } catch (ArithmeticException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private static OptionalLong number(Expression expression, Scope scope, int depth) {
    if (depth > DEEPEST) {
      return OptionalLong.empty();
    }
    if (expression.isIntegerLiteralExpr()) {
      return OptionalLong.of(expression.asIntegerLiteralExpr().asNumber().longValue());
    }
    if (expression.isLongLiteralExpr()) {
      return OptionalLong.of(expression.asLongLiteralExpr().asNumber().longValue());
    }
    if (expression.isEnclosedExpr()) {
      return number(expression.asEnclosedExpr().getInner(), scope, depth + 1);
    }
    if (expression instanceof CastExpr cast && cast.getType().asString().equals("int")) {
      return number(cast.getExpression(), scope, depth + 1);
    }
    if (expression instanceof UnaryExpr minus && minus.getOperator() == UnaryExpr.Operator.MINUS) {
      OptionalLong positive = number(minus.getExpression(), scope, depth + 1);
      return positive.isPresent()
          ? OptionalLong.of(Math.negateExact(positive.getAsLong()))
          : positive;
    }
    if (expression instanceof BinaryExpr binary) {
      OptionalLong left = number(binary.getLeft(), scope, depth + 1);
      OptionalLong right = number(binary.getRight(), scope, depth + 1);
      return left.isPresent() && right.isPresent()
          ? computed(binary.getOperator(), left.getAsLong(), right.getAsLong())
          : OptionalLong.empty();
    }
    Optional<Expression> constant = Optional.empty();
    if (expression instanceof NameExpr name) {
      constant = constantField(name.getNameAsString(), scope);
    } else if (expression instanceof FieldAccessExpr access && namesEnclosing(access, scope)) {
      constant = constantField(access.getNameAsString(), scope);
    }
    return constant.isPresent() ? number(constant.get(), scope, depth + 1) : OptionalLong.empty();
  }

  private static OptionalLong computed(BinaryExpr.Operator operator, long left, long right) {
    return switch (operator) {
      case PLUS -> OptionalLong.of(Math.addExact(left, right));
      case MINUS -> OptionalLong.of(Math.subtractExact(left, right));
      case MULTIPLY -> OptionalLong.of(Math.multiplyExact(left, right));
      case DIVIDE -> OptionalLong.of(left / right);
      case LEFT_SHIFT ->
          right >= 0 && right < 31
              ? OptionalLong.of(Math.multiplyExact(left, 1L << right))
              : OptionalLong.empty();
      default -> OptionalLong.empty();
    };
  }

  /** {@code Archive.BLOCK} within {@code Archive}. */
  private static boolean namesEnclosing(FieldAccessExpr access, Scope scope) {
    if (access.getScope() instanceof NameExpr owner) {
      for (Scope at = scope; at != null; at = at.outer().orElse(null)) {
        if (at.kind() == Scope.Kind.TYPE
            && at.declaration() instanceof TypeDeclaration<?> type
            && type.getNameAsString().equals(owner.getNameAsString())) {
          return true;
        }
      }
    }
    return false;
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
