package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Frame;
import dev.perflint.types.TypeMembers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an entity, or a class that entities extend, says of how its rows are written. */
public final class EntityTraits {
  /** The database gives a row its key when it is inserted. */
  public static final String IDENTITY_KEY = "identity-key";

  /** Other rows go, or code runs, when a persistence context removes one. */
  public static final String REMOVES_MORE = "removes-more";

  private static final Pattern IDENTITY = Pattern.compile("\\bIDENTITY\\b");

  private static final Pattern ALONG =
      Pattern.compile("\\bcascade\\s*=[^)]*\\b(ALL|REMOVE)\\b|\\borphanRemoval\\s*=\\s*true");

  private static final List<String> ASSOCIATIONS =
      List.of(Roles.LAZY_ASSOCIATION, Roles.EAGER_ASSOCIATION);

  private EntityTraits() {}

  /** Those of a declared type; none where it is no entity. */
  public static List<String> of(Node type, Frame frame, FileContext file) {
    if (!(type instanceof NodeWithAnnotations<?> entity)
        || Annotations.ofRole(entity, Roles.ENTITY, file, frame).isEmpty()) {
      return List.of();
    }
    List<NodeWithAnnotations<?>> annotated = new ArrayList<>();
    annotated.add(entity);
    for (Node member : TypeMembers.of(type)) {
      if (member instanceof NodeWithAnnotations<?> on && !on.getAnnotations().isEmpty()) {
        annotated.add(on);
      }
    }
    List<String> traits = new ArrayList<>(2);
    if (annotated.stream().anyMatch(on -> hasIdentity(on, frame, file))) {
      traits.add(IDENTITY_KEY);
    }
    if (annotated.stream().anyMatch(on -> removesMore(on, frame, file))) {
      traits.add(REMOVES_MORE);
    }
    return traits;
  }

  private static boolean hasIdentity(NodeWithAnnotations<?> on, Frame frame, FileContext file) {
    return Annotations.ofRole(on, Roles.GENERATED_ID, file, frame)
        .filter(annotation -> IDENTITY.matcher(annotation.toString()).find())
        .isPresent();
  }

  private static boolean removesMore(NodeWithAnnotations<?> on, Frame frame, FileContext file) {
    if (Annotations.ofRole(on, Roles.ACTS_ON_REMOVAL, file, frame).isPresent()) {
      return true;
    }
    for (String role : ASSOCIATIONS) {
      Optional<AnnotationExpr> association = Annotations.ofRole(on, role, file, frame);
      if (association.filter(a -> ALONG.matcher(a.toString()).find()).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
