package dev.perflint.facts;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import java.util.Optional;

/**
 * What the attribute of an annotation reads like to a person: constants of the file by their
 * values, those of other files by their names in brackets, {@code /[Paths.API]/orders}, so that
 * nobody takes these for parts of a path.
 */
public final class LabelTexts {
  private static final int DEEPEST = 10;

  /** Set to a constant of an enum, whose name is what it says. */
  private static final String VERB = "method";

  private LabelTexts() {}

  /** Of the first element of an array; empty when the attribute is absent or computed otherwise. */
  public static Optional<String> of(AnnotationExpr annotation, String attribute) {
    if (VERB.equals(attribute)) {
      return Annotations.text(annotation, attribute);
    }
    return Annotations.value(annotation, attribute).flatMap(value -> text(value, 0));
  }

  private static Optional<String> text(Expression value, int depth) {
    if (depth > DEEPEST) {
      return Optional.empty();
    }
    if (value instanceof StringLiteralExpr literal) {
      return Optional.of(literal.asString());
    }
    if (value instanceof EnclosedExpr enclosed) {
      return text(enclosed.getInner(), depth + 1);
    }
    if (value instanceof ArrayInitializerExpr array) {
      return array.getValues().getFirst().flatMap(first -> text(first, depth + 1));
    }
    if (value instanceof BinaryExpr sum && sum.getOperator() == BinaryExpr.Operator.PLUS) {
      return text(sum.getLeft(), depth + 1)
          .flatMap(left -> text(sum.getRight(), depth + 1).map(left::concat));
    }
    if (value instanceof NameExpr || value instanceof FieldAccessExpr) {
      Optional<Expression> constant = constant(value);
      return constant.isPresent()
          ? text(constant.get(), depth + 1)
          : Optional.of("[" + shortName(value) + "]");
    }
    return Optional.empty();
  }

  /** With its class, and without that one's package. */
  private static String shortName(Expression constant) {
    String[] names = constant.toString().split("\\.");
    int last = names.length - 1;
    return last > 0 ? names[last - 1] + "." + names[last] : names[last];
  }

  private static Optional<Expression> constant(Expression use) {
    if (use instanceof FieldAccessExpr access) {
      return access.getScope() instanceof NameExpr type
          ? use.findCompilationUnit()
              .flatMap(unit -> declared(type.getNameAsString(), unit))
              .flatMap(declared -> constant(access.getNameAsString(), declared))
          : Optional.empty();
    }
    String name = ((NameExpr) use).getNameAsString();
    for (Node at = use; at != null; at = at.getParentNode().orElse(null)) {
      Optional<Expression> found =
          at instanceof TypeDeclaration<?> type ? constant(name, type) : Optional.empty();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<TypeDeclaration<?>> declared(String name, CompilationUnit unit) {
    return unit.getTypes().stream()
        .filter(type -> type.getNameAsString().equals(name))
        .findFirst()
        .map(type -> type);
  }

  private static Optional<Expression> constant(String name, TypeDeclaration<?> type) {
    return type.getFieldByName(name)
        .flatMap(
            field ->
                field.getVariables().stream()
                    .filter(variable -> variable.getNameAsString().equals(name))
                    .findFirst())
        .flatMap(VariableDeclarator::getInitializer);
  }
}
