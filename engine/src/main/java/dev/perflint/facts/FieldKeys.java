package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import dev.perflint.types.TypeMembers;
import dev.perflint.types.TypeRef;
import java.util.List;
import java.util.Optional;

/**
 * How one file names a field for the merge: {@code com.acme.Orders#pool}. Where the type may be one
 * of several, their names stand before the {@code #}, separated by {@code |}; the field may be
 * inherited by it.
 */
public final class FieldKeys {
  private FieldKeys() {}

  /** The key of the field that an expression reads or writes; empty when it is no field. */
  public static Optional<String> of(Expression expression, Site near, FileContext file) {
    if (expression instanceof NameExpr name) {
      String field = name.getNameAsString();
      return near.scope().local(field).isPresent()
          ? Optional.empty()
          : Optional.of(ofName(field, near.frame(), file));
    }
    if (expression instanceof FieldAccessExpr access) {
      return ofAccess(access, near, file);
    }
    return Optional.empty();
  }

  private static Optional<String> ofAccess(FieldAccessExpr access, Site near, FileContext file) {
    String field = access.getNameAsString();
    if (access.getScope() instanceof ThisExpr self) {
      return self.getTypeName().isEmpty()
          ? Optional.of(key(file.typeNameAround(near.frame()), field))
          : Optional.of(ofName(field, near.frame(), file));
    }
    TypeRef owner = file.types().valueOrType(access.getScope(), near.scope());
    if (owner instanceof TypeRef.Named named) {
      return Optional.of(key(named.name(), field));
    }
    return owner instanceof TypeRef.OneOf oneOf
        ? Optional.of(key(String.join("|", oneOf.names()), field))
        : Optional.empty();
  }

  /** The key of a field where it is declared. */
  static String of(String name, FieldDeclaration field, FileContext file) {
    Site declared = file.unit().sites().at(field).orElseThrow();
    return key(file.typeNameAround(declared.frame()), name);
  }

  /** The declaration that a variable stands in, if it is a field. */
  static Optional<FieldDeclaration> declaration(VariableDeclarator variable) {
    return variable.getParentNode().orElse(null) instanceof FieldDeclaration field
        ? Optional.of(field)
        : Optional.empty();
  }

  /** Of the innermost type that declares it, else of the innermost, which may inherit it. */
  private static String ofName(String field, Frame frame, FileContext file) {
    for (Frame type : frame.types()) {
      if (declares(type.node(), field)) {
        return key(file.names().qualifiedName(type), field);
      }
    }
    return key(file.typeNameAround(frame), field);
  }

  private static boolean declares(Node type, String field) {
    boolean component =
        TypeMembers.components(type).stream().anyMatch(c -> c.getNameAsString().equals(field));
    return component || declaration(type, field).isPresent();
  }

  /** What a final field of the type around is given where it is declared. */
  public static Optional<Expression> initializer(String field, Frame frame) {
    return frame
        .nearest(Frame.Kind.TYPE)
        .flatMap(type -> declaration(type.node(), field))
        .filter(FieldDeclaration::isFinal)
        .flatMap(
            declared ->
                declared.getVariables().stream()
                    .filter(variable -> variable.getNameAsString().equals(field))
                    .findFirst())
        .flatMap(variable -> variable.getInitializer());
  }

  /** The declaration of a type's own field. */
  static Optional<FieldDeclaration> declaration(Node type, String field) {
    return TypeMembers.of(type).stream()
        .filter(FieldDeclaration.class::isInstance)
        .map(FieldDeclaration.class::cast)
        .filter(
            declared ->
                declared.getVariables().stream()
                    .anyMatch(variable -> variable.getNameAsString().equals(field)))
        .findFirst();
  }

  private static String key(String type, String field) {
    return type + "#" + field;
  }

  /** The names that the type may have. */
  public static List<String> types(String key) {
    return List.of(key.substring(0, key.indexOf('#')).split("\\|"));
  }

  /** The field's simple name. */
  public static String field(String key) {
    return key.substring(key.indexOf('#') + 1);
  }
}
