package dev.perflint.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import dev.perflint.facts.Annotations;
import dev.perflint.facts.FileContext;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The packages whose interfaces are all repositories, as MyBatis' {@code @MapperScan} has it. A
 * scan that wants a mark of its own on each says nothing of the others.
 */
final class RepositoryScans {
  private static final Set<String> PACKAGES = Set.of("value", "basePackages");
  private static final Set<String> FILTERS = Set.of("annotationClass", "markerInterface");

  private RepositoryScans() {}

  static List<String> of(Node node, Frame frame, FileContext file) {
    if (!(node instanceof TypeDeclaration<?> type) || type.getAnnotations().isEmpty()) {
      return List.of();
    }
    Optional<AnnotationExpr> scan =
        Annotations.find(
            type, file.knowledge().annotations(Roles.SCANS_REPOSITORIES), file.names(), frame);
    return scan.map(RepositoryScans::packages).orElse(List.of());
  }

  private static List<String> packages(AnnotationExpr scan) {
    List<String> packages = new ArrayList<>();
    if (scan.isSingleMemberAnnotationExpr()) {
      add(scan.asSingleMemberAnnotationExpr().getMemberValue(), packages);
    } else if (scan.isNormalAnnotationExpr()) {
      for (MemberValuePair pair : scan.asNormalAnnotationExpr().getPairs()) {
        if (FILTERS.contains(pair.getNameAsString())) {
          return List.of();
        }
        if (PACKAGES.contains(pair.getNameAsString())) {
          add(pair.getValue(), packages);
        }
      }
    }
    return packages;
  }

  /** A placeholder or a pattern names no package. */
  private static void add(Expression value, List<String> into) {
    for (StringLiteralExpr text : value.findAll(StringLiteralExpr.class)) {
      if (text.asString().matches("[\\w.]+")) {
        into.add(text.asString());
      }
    }
  }
}
