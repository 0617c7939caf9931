package dev.perflint.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import dev.perflint.facts.Annotations;
import dev.perflint.facts.FileContext;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import dev.perflint.types.TypeMembers;
import dev.perflint.types.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The accessors that Lombok writes: nobody sees them in the source, and every caller uses them. */
final class LombokMembers {
  private static final List<String> GETTERS =
      List.of("lombok.Getter", "lombok.Data", "lombok.Value");
  private static final List<String> SETTERS = List.of("lombok.Setter", "lombok.Data");
  private static final List<String> ACCESSORS = List.of("lombok.experimental.Accessors");

  private final FileContext file;
  private final Shared shared;

  LombokMembers(FileContext file, Shared shared) {
    this.file = file;
    this.shared = shared;
  }

  /**
   * @param methods what the type declares itself, which Lombok leaves alone
   */
  List<MethodFacts> of(Site body, List<MethodFacts> methods) {
    if (!(body.node() instanceof TypeDeclaration<?> type)
        || file.unit().tree().getImports().isEmpty()) {
      return List.of();
    }
    List<MethodFacts> accessors = new ArrayList<>();
    for (FieldDeclaration field : fields(type)) {
      boolean read = !field.isStatic() && has(GETTERS, type, field, body.frame());
      boolean written =
          !field.isStatic() && !field.isFinal() && has(SETTERS, type, field, body.frame());
      for (VariableDeclarator variable :
          read || written ? field.getVariables() : List.<VariableDeclarator>of()) {
        TypeRef of = shared.of(file.names().resolve(variable.getType(), body.frame()));
        boolean fluent = isFluent(type, field, body.frame());
        String getter = getter(variable, fluent);
        String setter =
            fluent ? variable.getNameAsString() : "set" + capitalized(property(variable));
        if (read && !isDeclared(getter, methods)) {
          accessors.add(accessor(body, variable, getter, List.of(), of));
        }
        if (written && !isDeclared(setter, methods)) {
          accessors.add(accessor(body, variable, setter, List.of(of), TypeRef.named("void")));
        }
      }
    }
    return accessors;
  }

  private static boolean isDeclared(String name, List<MethodFacts> methods) {
    return methods.stream().anyMatch(method -> method.name().equals(name));
  }

  private static List<FieldDeclaration> fields(TypeDeclaration<?> type) {
    List<FieldDeclaration> fields = new ArrayList<>();
    for (Node member : TypeMembers.of(type)) {
      if (member instanceof FieldDeclaration field) {
        fields.add(field);
      }
    }
    return fields;
  }

  private boolean has(
      List<String> names, TypeDeclaration<?> type, FieldDeclaration field, Frame frame) {
    return find(names, type, frame).isPresent() || find(names, field, frame).isPresent();
  }

  private Optional<AnnotationExpr> find(
      List<String> names, NodeWithAnnotations<?> on, Frame frame) {
    return on.getAnnotations().isEmpty()
        ? Optional.empty()
        : Annotations.find(on, names, file.names(), frame);
  }

  private boolean isFluent(TypeDeclaration<?> type, FieldDeclaration field, Frame frame) {
    return find(ACCESSORS, field, frame)
        .or(() -> find(ACCESSORS, type, frame))
        .filter(LombokMembers::saysFluent)
        .isPresent();
  }

  private static boolean saysFluent(AnnotationExpr annotation) {
    return annotation.isNormalAnnotationExpr()
        && annotation.asNormalAnnotationExpr().getPairs().stream()
            .filter(pair -> pair.getNameAsString().equals("fluent"))
            .map(MemberValuePair::getValue)
            .anyMatch(
                value -> value.isBooleanLiteralExpr() && value.asBooleanLiteralExpr().getValue());
  }

  private static String getter(VariableDeclarator field, boolean fluent) {
    if (fluent) {
      return field.getNameAsString();
    }
    return (isBoolean(field) ? "is" : "get") + capitalized(property(field));
  }

  /** Of a primitive boolean {@code isOpen} the accessors are {@code isOpen} and {@code setOpen}. */
  private static String property(VariableDeclarator field) {
    String name = field.getNameAsString();
    boolean prefixed =
        isBoolean(field)
            && name.length() > 2
            && name.startsWith("is")
            && !Character.isLowerCase(name.charAt(2));
    return prefixed ? name.substring(2) : name;
  }

  private static boolean isBoolean(VariableDeclarator field) {
    return field.getTypeAsString().equals("boolean");
  }

  private static String capitalized(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private MethodFacts accessor(
      Site body, VariableDeclarator field, String name, List<TypeRef> parameters, TypeRef returns) {
    String type = file.names().qualifiedName(body.frame());
    String parameter = parameters.isEmpty() ? "" : "value";
    return MethodFacts.accessor(
        type + "#" + name + "(" + parameter + ")",
        Places.line(file.unit(), field),
        shared.of(name),
        parameters,
        returns);
  }
}
