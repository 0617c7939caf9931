package dev.perflint.rules.concurrency;

import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.Type;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.NameIndex;
import dev.perflint.facts.Variable;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Synchronized methods that do nothing but return a field. */
final class LockedGetters {
  /** What cannot change behind the reference, so that the reference is all there is to see. */
  private static final Set<String> UNCHANGING =
      Set.of(
          "String",
          "Boolean",
          "Integer",
          "Long",
          "Double",
          "Float",
          "Short",
          "Byte",
          "Character",
          "Instant",
          "Duration");

  private static final Set<UnaryExpr.Operator> STEPS =
      Set.of(
          UnaryExpr.Operator.PREFIX_INCREMENT,
          UnaryExpr.Operator.PREFIX_DECREMENT,
          UnaryExpr.Operator.POSTFIX_INCREMENT,
          UnaryExpr.Operator.POSTFIX_DECREMENT);

  private LockedGetters() {}

  /** Whether a method is one, of a private field that is neither final nor volatile. */
  static Truth areGetters(FileContext file, Site site) {
    MethodDeclaration method = site.as(MethodDeclaration.class);
    if (!method.isSynchronized() || !isUnchanging(method.getType())) {
      return Truth.NO;
    }
    return Truth.of(
        returned(method)
            .flatMap(value -> Variable.meantBy(value, file.siteOf(value, site).scope()))
            .filter(Variable::isField)
            .filter(LockedGetters::isPlain)
            .isPresent());
  }

  private static boolean isUnchanging(Type type) {
    return type.isPrimitiveType()
        || type.isClassOrInterfaceType()
            && UNCHANGING.contains(type.asClassOrInterfaceType().getNameAsString());
  }

  private static boolean isPlain(Variable field) {
    return field
        .declaration()
        .getParentNode()
        .filter(FieldDeclaration.class::isInstance)
        .map(FieldDeclaration.class::cast)
        .filter(declared -> declared.isPrivate() && !declared.isFinal() && !declared.isVolatile())
        .isPresent();
  }

  private static Optional<Expression> returned(MethodDeclaration method) {
    List<Statement> body =
        method.getBody().map(b -> List.copyOf(b.getStatements())).orElse(List.of());
    return body.size() == 1 && body.get(0) instanceof ReturnStmt result
        ? result.getExpression()
        : Optional.empty();
  }

  /** The name of the field that the method returns. */
  static Optional<String> field(MethodDeclaration method) {
    return returned(method).map(LockedGetters::lastName);
  }

  private static String lastName(Expression value) {
    return value.isFieldAccessExpr()
        ? value.asFieldAccessExpr().getNameAsString()
        : value.toString();
  }

  /**
   * Whoever writes it does nothing after that, so that nobody can see it before the rest is done
   * which the lock would have kept them from.
   */
  static boolean isWrittenLast(Match match) {
    return NameIndex.of(match.file())
        .uses(field((MethodDeclaration) match.node()).orElse(""))
        .stream()
        .filter(LockedGetters::isWritten)
        .allMatch(LockedGetters::isLast);
  }

  private static boolean isLast(Expression written) {
    Optional<Statement> statement = written.findAncestor(Statement.class);
    boolean last =
        statement.isPresent()
            && statement.get().getParentNode().orElse(null) instanceof BlockStmt block
            && block.getStatements().getLast().filter(end -> end == statement.get()).isPresent();
    return last || written.findAncestor(ConstructorDeclaration.class).isPresent();
  }

  private static boolean isWritten(Expression use) {
    return Variable.isTarget(use)
        || use.getParentNode()
            .filter(
                parent -> parent instanceof UnaryExpr step && STEPS.contains(step.getOperator()))
            .isPresent();
  }
}
