package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Frame;
import dev.perflint.types.Question;
import dev.perflint.types.TypeMembers;
import java.util.Optional;

/** By which type and name a container hands out what it is given, and by which it is asked for. */
public final class Beans {
  private Beans() {}

  /**
   * The bean that a method makes; without a name in an annotation it is called like the method, or
   * not at all where the container does not ask for that.
   */
  public static Optional<Question.Bean> madeBy(
      MethodDeclaration method, Frame frame, FileContext file) {
    return Annotations.find(
            method, file.knowledge().annotations(Roles.MAKES_BEAN), file.names(), frame)
        .map(
            made -> {
              String name =
                  name(method, frame, file)
                      .or(() -> text(made))
                      .orElseGet(() -> isNameless(made) ? "" : method.getNameAsString());
              return new Question.Bean(
                  file.erased(file.names().resolve(method.getType(), frame)), name);
            });
  }

  /** As of Guice and Dagger: who wants the type without a name gets the one that has none. */
  private static boolean isNameless(AnnotationExpr made) {
    return made.getName().getIdentifier().equals("Provides");
  }

  /** The name of the executor on which a method runs later; {@code ""} when none is named. */
  public static String runner(MethodDeclaration method, Frame frame, FileContext file) {
    return MethodRoles.handedOver(method, frame, file).flatMap(Beans::text).orElse("");
  }

  /** The name of the bean that a parameter or component wants; {@code ""} for none. */
  public static String qualifier(Parameter parameter, Frame frame, FileContext file) {
    return name(parameter, frame, file).orElse("");
  }

  /** The same of a field, said there or at the constructor's parameter of that name. */
  public static String qualifier(
      FieldDeclaration field, VariableDeclarator variable, Frame type, FileContext file) {
    return name(field, type, file)
        .or(() -> ofConstructor(variable.getNameAsString(), type, file))
        .orElse("");
  }

  private static Optional<String> ofConstructor(String field, Frame type, FileContext file) {
    for (Node member : TypeMembers.of(type.node())) {
      if (member instanceof ConstructorDeclaration constructor) {
        for (Parameter parameter : constructor.getParameters()) {
          Optional<String> name =
              parameter.getNameAsString().equals(field)
                  ? name(parameter, type, file)
                  : Optional.empty();
          if (name.isPresent()) {
            return name;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> name(NodeWithAnnotations<?> on, Frame frame, FileContext file) {
    return on.getAnnotations().isEmpty()
        ? Optional.empty()
        : Annotations.find(on, file.knowledge().annotations(Roles.NAMES_BEAN), file.names(), frame)
            .flatMap(Beans::text);
  }

  private static Optional<String> text(AnnotationExpr annotation) {
    return Annotations.text(annotation, "value").or(() -> Annotations.text(annotation, "name"));
  }
}
