package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import dev.perflint.source.Descendants;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The places that read or write one variable, told from others of its name by where it is visible.
 */
final class VariableUses {
  private VariableUses() {}

  /** Of a local variable or a field of the file. */
  static List<Expression> of(VariableDeclarator variable) {
    Node parent = variable.getParentNode().orElse(null);
    String name = variable.getNameAsString();
    if (parent instanceof FieldDeclaration) {
      return ofField(name, variable);
    }
    if (!(parent instanceof VariableDeclarationExpr declaration)) {
      return List.of();
    }
    Node holder = declaration.getParentNode().orElse(null);
    Node visible = holder instanceof ExpressionStmt ? holder.getParentNode().orElse(null) : holder;
    return visible == null ? List.of() : ofLocal(name, visible);
  }

  /** Of a parameter of a method or constructor. */
  static List<Expression> of(Parameter parameter) {
    return parameter
        .getParentNode()
        .map(callable -> ofLocal(parameter.getNameAsString(), callable))
        .orElse(List.of());
  }

  /** Two locals of one name cannot be visible at once, except in a class that stands between. */
  private static List<Expression> ofLocal(String name, Node visible) {
    List<Expression> uses = new ArrayList<>();
    Descendants.each(
        visible,
        NameExpr.class,
        use -> {
          if (use.getNameAsString().equals(name)
              && !isHidden(use, visible, VariableUses::isClassBody)) {
            uses.add(use);
          }
        });
    return uses;
  }

  /** All types of a file may use the private fields of each other. */
  private static List<Expression> ofField(String name, Node field) {
    Node file = field;
    while (file.getParentNode().isPresent()) {
      file = file.getParentNode().get();
    }
    Node type = field.getParentNode().flatMap(Node::getParentNode).orElse(file);
    List<Expression> uses = new ArrayList<>();
    for (NameExpr use : type.findAll(NameExpr.class, n -> n.getNameAsString().equals(name))) {
      if (!isHidden(use, type, VariableUses::mayDeclare)) {
        uses.add(use);
      }
    }
    uses.addAll(file.findAll(FieldAccessExpr.class, n -> n.getNameAsString().equals(name)));
    return uses;
  }

  private static boolean isClassBody(Node node) {
    return node instanceof TypeDeclaration<?>
        || node instanceof ObjectCreationExpr made && made.getAnonymousClassBody().isPresent();
  }

  private static boolean mayDeclare(Node node) {
    return isClassBody(node)
        || node instanceof CallableDeclaration<?>
        || node instanceof LambdaExpr
        || node instanceof BodyDeclaration<?>;
  }

  /** Whether something between the use and the outer node declares the same name. */
  private static boolean isHidden(NameExpr use, Node outer, Predicate<Node> candidates) {
    String name = use.getNameAsString();
    Optional<Node> at = use.getParentNode();
    while (at.isPresent() && at.get() != outer) {
      if (candidates.test(at.get()) && declares(at.get(), name)) {
        return true;
      }
      at = at.get().getParentNode();
    }
    return false;
  }

  private static boolean declares(Node node, String name) {
    return node.findFirst(VariableDeclarator.class, v -> v.getNameAsString().equals(name))
            .isPresent()
        || node.findFirst(Parameter.class, p -> p.getNameAsString().equals(name)).isPresent();
  }
}
