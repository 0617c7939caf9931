package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import dev.perflint.facts.Annotations;
import dev.perflint.facts.Associations;
import dev.perflint.facts.FileContext;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Methods that Lombok writes for an entity, and what they touch. */
final class GeneratedMethods {
  /** One that Lombok writes, by the annotation that asks for it alone. */
  private enum Written {
    TO_STRING("lombok.ToString", "toString", "toString()"),
    EQUALS("lombok.EqualsAndHashCode", "hashCode", "equals() and hashCode()");

    private final String annotation;
    private final String method;
    private final String text;

    Written(String annotation, String method, String text) {
      this.annotation = annotation;
      this.method = method;
      this.text = text;
    }

    String simpleName() {
      return annotation.substring(annotation.lastIndexOf('.') + 1);
    }
  }

  private static final List<String> ALL = List.of("lombok.Data", "lombok.Value");

  private GeneratedMethods() {}

  /** An annotation of an entity by which something is written that loads. */
  static Truth load(FileContext file, Site site) {
    return Truth.of(Mappings.typeAround(site).isPresent() && !loading(file, site).isEmpty());
  }

  /** The methods that this very annotation brings, with the lazy fields that they touch. */
  private static List<String> loading(FileContext file, Site site) {
    AnnotationExpr annotation = (AnnotationExpr) site.node();
    TypeDeclaration<?> type = Mappings.typeAround(site).orElseThrow();
    if (annotation.getParentNode().orElse(null) != type || !isEntity(type, file, site)) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    for (Written written : Written.values()) {
      if (brings(annotation, written, type, file, site)) {
        List<String> fields = touched(written, type, file, site);
        if (!fields.isEmpty()) {
          found.add(written.text + " that load `" + String.join("`, `", fields) + "`");
        }
      }
    }
    return found;
  }

  private static boolean isEntity(TypeDeclaration<?> type, FileContext file, Site site) {
    return Annotations.ofRole(type, Roles.ENTITY, file, site.frame()).isPresent();
  }

  /** Its own annotation speaks where there is one beside {@code @Data}. */
  private static boolean brings(
      AnnotationExpr annotation,
      Written written,
      TypeDeclaration<?> type,
      FileContext file,
      Site site) {
    if (!type.getMethodsByName(written.method).isEmpty()) {
      return false;
    }
    Optional<AnnotationExpr> own = own(written, type, file, site);
    return own.isPresent()
        ? own.get() == annotation
        : Annotations.isOneOf(annotation, ALL, file.names(), site.frame());
  }

  private static Optional<AnnotationExpr> own(
      Written written, TypeDeclaration<?> type, FileContext file, Site site) {
    return Annotations.find(type, List.of(written.annotation), file.names(), site.frame());
  }

  private static List<String> touched(
      Written written, TypeDeclaration<?> type, FileContext file, Site site) {
    Optional<AnnotationExpr> own = own(written, type, file, site);
    List<String> excluded = names(own, "exclude");
    List<String> only = names(own, "of");
    boolean explicit =
        own.filter(a -> a.toString().replace(" ", "").contains("onlyExplicitlyIncluded=true"))
            .isPresent();
    Associations associations = new Associations(file);
    Site body = file.siteOf(type, site);
    List<String> touched = new ArrayList<>();
    for (FieldDeclaration field : type.getFields()) {
      for (VariableDeclarator variable : field.getVariables()) {
        String name = variable.getNameAsString();
        boolean included =
            only.isEmpty()
                ? !excluded.contains(name) && (!explicit || says(field, written, "Include"))
                : only.contains(name);
        if (included
            && !says(field, written, "Exclude")
            && !(written == Written.EQUALS && (field.isTransient() || isBag(field, variable)))
            && associations.isLazy(field, variable, body)) {
          touched.add(name);
        }
      }
    }
    return touched;
  }

  /**
   * Hibernate compares a list without positions by what it is, not by its elements, so as not to
   * load them.
   */
  private static boolean isBag(FieldDeclaration field, VariableDeclarator variable) {
    String type = variable.getTypeAsString();
    return (type.startsWith("List<") || type.startsWith("Collection<"))
        && field.getAnnotations().stream()
            .noneMatch(a -> a.getNameAsString().endsWith("OrderColumn"));
  }

  /** {@code @ToString.Exclude}. */
  private static boolean says(FieldDeclaration field, Written written, String what) {
    return field.getAnnotations().stream()
        .anyMatch(a -> a.getNameAsString().endsWith(written.simpleName() + "." + what));
  }

  private static List<String> names(Optional<AnnotationExpr> annotation, String attribute) {
    List<String> names = new ArrayList<>();
    if (annotation.isPresent() && annotation.get().isNormalAnnotationExpr()) {
      for (MemberValuePair pair : annotation.get().asNormalAnnotationExpr().getPairs()) {
        Expression value = pair.getValue();
        if (pair.getNameAsString().equals(attribute)) {
          value.findAll(StringLiteralExpr.class).forEach(text -> names.add(text.asString()));
        }
      }
    }
    return names;
  }

  static String message(Match match) {
    AnnotationExpr annotation = (AnnotationExpr) match.node();
    String type = Mappings.typeAround(match.site()).orElseThrow().getNameAsString();
    return "`@%s` gives %s %s."
        .formatted(
            annotation.getName().getIdentifier(),
            type,
            String.join(", and ", loading(match.file(), match.site())));
  }
}
