package dev.perflint.rules.concurrency;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import dev.perflint.facts.NameIndex;
import dev.perflint.facts.SharedObjects;
import dev.perflint.facts.Variable;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.source.Frame;
import dev.perflint.types.Truth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Executors in private fields, which their class alone can end. */
final class OwnedPools {
  private static final Set<String> ENDS =
      Set.of("close", "stop", "destroy", "dispose", "shutdown", "disconnect", "terminate");
  private static final List<String> ENDING =
      List.of("shutdown", "close", "cancel", "awaittermination", "terminate");

  private OwnedPools() {}

  /** The private instance field that it is put into as it is made. */
  static Optional<VariableDeclarator> field(Match match) {
    return instanceField(match).filter(OwnedPools::isPrivate);
  }

  /** The instance field that it is put into as it is made, whoever may reach it. */
  static Optional<VariableDeclarator> instanceField(Match match) {
    Node parent = match.node().getParentNode().orElse(null);
    Optional<VariableDeclarator> field = Optional.empty();
    if (parent instanceof VariableDeclarator variable) {
      field = Optional.of(variable);
    } else if (parent instanceof AssignExpr assign && assign.getValue() == match.node()) {
      field =
          Variable.meantBy(assign.getTarget(), match.site().scope())
              .filter(Variable::isField)
              .map(variable -> (VariableDeclarator) variable.declaration());
    }
    return field.filter(OwnedPools::isOfInstance);
  }

  private static boolean isOfInstance(VariableDeclarator variable) {
    return variable.getParentNode().orElse(null) instanceof FieldDeclaration declared
        && !declared.isStatic();
  }

  private static boolean isPrivate(VariableDeclarator variable) {
    return variable.getParentNode().orElse(null) instanceof FieldDeclaration declared
        && declared.isPrivate();
  }

  /** Whether the class has a method to end its objects, which forgets the executor. */
  static boolean isForgotten(Match match) {
    return field(match).isPresent()
        && ending(match).isPresent()
        && NameIndex.of(match.file()).uses(field(match).get().getNameAsString()).stream()
            .allMatch(use -> Variable.isTarget(use) || runsTasks(use, match));
  }

  /** Whether its class hands it tasks and nothing else. */
  static boolean isEndedByNobody(Match match) {
    return instanceField(match).stream()
            .map(VariableDeclarator::getNameAsString)
            .flatMap(name -> NameIndex.of(match.file()).uses(name).stream())
            .allMatch(use -> Variable.isTarget(use) || runsTasks(use, match))
        && instanceField(match).isPresent();
  }

  /** No bean, no singleton, and no application, as far as the class shows. */
  static boolean isOfMany(Match match) {
    return !isOfOneForAll(match).isShown();
  }

  /** The method that ends an object of the class around, if it does anything. */
  static Optional<MethodDeclaration> ending(Match match) {
    return match
        .site()
        .frame()
        .nearest(Frame.Kind.TYPE)
        .map(Frame::node)
        .filter(TypeDeclaration.class::isInstance)
        .map(type -> (TypeDeclaration<?>) type)
        .flatMap(type -> type.getMethods().stream().filter(OwnedPools::endsOwner).findFirst());
  }

  private static boolean endsOwner(MethodDeclaration method) {
    return !method.isStatic()
        && method.getParameters().isEmpty()
        && method.getBody().filter(OwnedPools::doesSomething).isPresent()
        && (!method.isPrivate() && ENDS.contains(method.getNameAsString())
            || method.getAnnotationByName("PreDestroy").isPresent());
  }

  private static boolean doesSomething(BlockStmt body) {
    return !body.getStatements().isEmpty();
  }

  /** It is given tasks or asked something; whoever gets hold of it could end it. */
  private static boolean runsTasks(Expression use, Match match) {
    if (!(use.getParentNode().orElse(null) instanceof MethodCallExpr call)) {
      return false;
    }
    if (call.getScope().orElse(null) == use) {
      String name = call.getNameAsString().toLowerCase(Locale.ROOT);
      return ENDING.stream().noneMatch(name::contains);
    }
    return match
        .file()
        .calls()
        .plays(match.file().siteOf(call, match.site()), Roles.RUNS_LATER)
        .mayBeReported();
  }

  /** One object for all is ended together with the program, as its threads are. */
  static Truth isOfOneForAll(Match match) {
    return match
        .site()
        .frame()
        .nearest(Frame.Kind.TYPE)
        .map(type -> SharedObjects.isShared(match.file(), type))
        .orElse(Truth.NO);
  }
}
