package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Frame;
import dev.perflint.types.Truth;
import java.util.Set;

/**
 * Types of which all threads of the program use one object: beans, servlets, enums, and classes
 * that keep an object of themselves in a static field. NO without such evidence.
 */
public final class SharedObjects {
  /** Beside a bean's annotation these make one for each request, session or injection. */
  private static final Set<String> SCOPES =
      Set.of(
          "Scope",
          "RequestScope",
          "SessionScope",
          "RequestScoped",
          "SessionScoped",
          "ConversationScoped",
          "Dependent",
          "Prototype");

  private SharedObjects() {}

  /**
   * Whether the type whose body the frame is has one object for all.
   *
   * @param type a frame of kind {@link Frame.Kind#TYPE}
   */
  public static Truth isShared(FileContext file, Frame type) {
    return file.once(SharedObjects.class, type.node(), () -> compute(file, type));
  }

  private static Truth compute(FileContext file, Frame type) {
    if (type.node() instanceof EnumDeclaration) {
      return Truth.SURE;
    }
    if (!(type.node() instanceof ClassOrInterfaceDeclaration declared)) {
      return Truth.NO;
    }
    boolean scoped =
        declared.getAnnotations().stream()
            .anyMatch(annotation -> SCOPES.contains(annotation.getName().getIdentifier()));
    if (scoped) {
      return Truth.NO;
    }
    boolean bean =
        Annotations.find(declared, file.knowledge().annotations(Roles.SHARED), file.names(), type)
            .isPresent();
    if (bean || keepsItself(declared)) {
      return Truth.SURE;
    }
    Truth truth = Truth.NO;
    for (String supertype : file.knowledge().types(Roles.SHARED)) {
      truth = truth.or(file.roles().typeIsA(type, supertype));
    }
    return truth;
  }

  /** {@code static final Clock INSTANCE = new Clock()}, here or in a nested holder. */
  private static boolean keepsItself(ClassOrInterfaceDeclaration type) {
    for (FieldDeclaration field :
        type.findAll(FieldDeclaration.class, FieldDeclaration::isStatic)) {
      for (VariableDeclarator variable : field.getVariables()) {
        if (isOf(variable.getType(), type)
            && (variable.getInitializer().filter(value -> makes(value, type)).isPresent()
                || isAssigned(variable, type))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isAssigned(VariableDeclarator field, TypeDeclaration<?> type) {
    return type.findFirst(
            AssignExpr.class,
            assign ->
                assign.getTarget().toString().equals(field.getNameAsString())
                    && makes(assign.getValue(), type))
        .isPresent();
  }

  private static boolean makes(Node value, TypeDeclaration<?> type) {
    return value instanceof ObjectCreationExpr made && isOf(made.getType(), type);
  }

  private static boolean isOf(Node written, TypeDeclaration<?> type) {
    return written instanceof ClassOrInterfaceType named
        && named.getNameAsString().equals(type.getNameAsString());
  }
}
