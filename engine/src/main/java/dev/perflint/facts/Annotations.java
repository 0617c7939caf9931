package dev.perflint.facts;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import dev.perflint.types.TypeNames;
import dev.perflint.types.TypeRef;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/** Annotations by their qualified names. */
public final class Annotations {
  private Annotations() {}

  /** The annotation of one of those types. */
  public static Optional<AnnotationExpr> find(
      NodeWithAnnotations<?> on, Collection<String> qualifiedNames, TypeNames names, Frame frame) {
    for (AnnotationExpr annotation : on.getAnnotations()) {
      if (isOneOf(annotation, qualifiedNames, names, frame)) {
        return Optional.of(annotation);
      }
    }
    return Optional.empty();
  }

  /** The annotation that the library knowledge gives that role. */
  public static Optional<AnnotationExpr> ofRole(
      NodeWithAnnotations<?> on, String role, FileContext file, Frame frame) {
    return find(on, file.knowledge().annotations(role), file.names(), frame);
  }

  /** The same on a method, or on its class for all methods that others may call. */
  public static Optional<AnnotationExpr> ofMethod(
      MethodDeclaration method, String role, FileContext file, Frame frame) {
    Optional<AnnotationExpr> own =
        method.getAnnotations().isEmpty() ? Optional.empty() : ofRole(method, role, file, frame);
    return own.isPresent() || !method.isPublic()
        ? own
        : frame
            .nearest(Frame.Kind.TYPE)
            .filter(type -> type.node() instanceof TypeDeclaration<?>)
            .flatMap(type -> ofRole((TypeDeclaration<?>) type.node(), role, file, type));
  }

  /** Whether {@code @Override} is among them. */
  public static boolean sayOverride(NodeWithAnnotations<?> on) {
    for (AnnotationExpr annotation : on.getAnnotations()) {
      if (isOverride(annotation)) {
        return true;
      }
    }
    return false;
  }

  static boolean isOverride(AnnotationExpr annotation) {
    return annotation.getNameAsString().equals("Override");
  }

  /** Whether some type that the file declares has one of that kind. */
  static boolean anyOfTypes(FileContext file, Predicate<AnnotationExpr> which) {
    for (Site type : file.unit().sites().types()) {
      if (type.node() instanceof TypeDeclaration<?> declared
          && declared.getAnnotations().stream().anyMatch(which)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the library knowledge gives an annotation that role. */
  public static boolean playsRole(
      AnnotationExpr annotation, String role, FileContext file, Frame frame) {
    return isOneOf(annotation, file.knowledge().annotations(role), file.names(), frame);
  }

  /** Whether an annotation is of one of those types. */
  public static boolean isOneOf(
      AnnotationExpr annotation, Collection<String> wanted, TypeNames names, Frame frame) {
    String written = annotation.getNameAsString();
    String simple = written.substring(written.lastIndexOf('.') + 1);
    for (String name : wanted) {
      if (name.endsWith(simple)
          && (written.equals(name) || means(written, simple, name, names, frame))) {
        return true;
      }
    }
    return false;
  }

  private static boolean means(
      String written, String simple, String wanted, TypeNames names, Frame frame) {
    if (!written.equals(simple)) {
      return false;
    }
    TypeRef type = names.resolveSimple(simple, frame);
    return type instanceof TypeRef.Named named && named.name().equals(wanted)
        || type instanceof TypeRef.OneOf oneOf && oneOf.names().contains(wanted);
  }

  /**
   * The text of a string attribute, the first element of an array, with constants by their names;
   * empty when absent or computed otherwise.
   */
  public static Optional<String> text(AnnotationExpr annotation, String attribute) {
    return value(annotation, attribute).flatMap(Annotations::literal);
  }

  /** What an attribute is set to. */
  static Optional<Expression> value(AnnotationExpr annotation, String attribute) {
    if (annotation.isSingleMemberAnnotationExpr() && attribute.equals("value")) {
      return Optional.of(annotation.asSingleMemberAnnotationExpr().getMemberValue());
    }
    if (annotation.isNormalAnnotationExpr()) {
      for (MemberValuePair pair : annotation.asNormalAnnotationExpr().getPairs()) {
        if (pair.getNameAsString().equals(attribute)) {
          return Optional.of(pair.getValue());
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> literal(Expression value) {
    if (value.isStringLiteralExpr()) {
      return Optional.of(value.asStringLiteralExpr().asString());
    }
    if (value.isArrayInitializerExpr()) {
      NodeList<Expression> values = value.asArrayInitializerExpr().getValues();
      return values.isEmpty() ? Optional.empty() : literal(values.get(0));
    }
    if (value instanceof BinaryExpr sum && sum.getOperator() == BinaryExpr.Operator.PLUS) {
      // A constant may stand elsewhere: its name tells more than nothing.
      return literal(sum.getLeft()).flatMap(left -> literal(sum.getRight()).map(left::concat));
    }
    if (value.isFieldAccessExpr()) {
      return Optional.of(value.asFieldAccessExpr().getNameAsString());
    }
    return value.isNameExpr()
        ? Optional.of(value.asNameExpr().getNameAsString())
        : Optional.empty();
  }
}
