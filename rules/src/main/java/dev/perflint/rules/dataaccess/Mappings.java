package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import dev.perflint.facts.Annotations;
import dev.perflint.facts.Associations;
import dev.perflint.facts.FileContext;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.Optional;

/** What the annotations of an entity say of its associations. */
final class Mappings {
  private Mappings() {}

  /** An association with many that is loaded with each row. */
  static Truth isEagerMany(FileContext file, Site site) {
    AnnotationExpr annotation = (AnnotationExpr) site.node();
    return Truth.of(
        Associations.isEager(annotation)
            && Annotations.playsRole(annotation, Roles.LAZY_ASSOCIATION, file, site.frame()));
  }

  /** Hibernate's own annotation says so beside that of the association. */
  static Truth isEagerManyByOption(FileContext file, Site site) {
    AnnotationExpr annotation = (AnnotationExpr) site.node();
    return Truth.of(
        Associations.isNotLazy(annotation)
            && Annotations.playsRole(annotation, Roles.LAZY_OPTION, file, site.frame())
            && annotated(site)
                .flatMap(on -> Annotations.ofRole(on, Roles.LAZY_ASSOCIATION, file, site.frame()))
                .isPresent());
  }

  /** Hibernate is told to load what many rows refer to at once. */
  static boolean isLoadedTogether(Match match) {
    return annotated(match.site())
        .flatMap(
            on -> Annotations.ofRole(on, Roles.LOADS_TOGETHER, match.file(), match.site().frame()))
        .isPresent();
  }

  /** "`roles` of User". */
  static String association(Match match) {
    String type = typeAround(match.site()).map(TypeDeclaration::getNameAsString).orElse("?");
    return "`%s` of %s".formatted(property(match.site()), type);
  }

  static Optional<TypeDeclaration<?>> typeAround(Site site) {
    return site.frame()
        .nearest(Frame.Kind.TYPE)
        .map(Frame::node)
        .filter(TypeDeclaration.class::isInstance)
        .map(type -> (TypeDeclaration<?>) type);
  }

  private static Optional<NodeWithAnnotations<?>> annotated(Site site) {
    return site.node()
        .getParentNode()
        .filter(NodeWithAnnotations.class::isInstance)
        .map(on -> (NodeWithAnnotations<?>) on);
  }

  private static String property(Site site) {
    Node on = site.node().getParentNode().orElse(null);
    if (on instanceof FieldDeclaration field) {
      return field.getVariable(0).getNameAsString();
    }
    return on instanceof MethodDeclaration getter ? getter.getNameAsString() : "?";
  }
}
