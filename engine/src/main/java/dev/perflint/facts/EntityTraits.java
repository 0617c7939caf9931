package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Frame;
import dev.perflint.types.TypeMembers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an entity, or a class that entities extend, says of how its rows are written. */
public final class EntityTraits {
  /** The database gives a row its key when it is inserted. */
  public static final String IDENTITY_KEY = "identity-key";

  /** Other rows go, or code runs, when a persistence context removes one. */
  public static final String REMOVES_MORE = "removes-more";

  /** It is an entity, or a class that entities extend. */
  public static final String ENTITY = "entity";

  /** A row of it has large columns, or brings other rows along. */
  public static final String WIDE = "wide";

  private static final List<String> LARGE =
      List.of("jakarta.persistence.Lob", "javax.persistence.Lob");

  /** It refers to one row by that property, whose setter does nothing but keep it. */
  private static final String REFERS_BY = "refers-by:";

  private static final Pattern IDENTITY = Pattern.compile("\\bIDENTITY\\b");

  private static final Pattern ALONG =
      Pattern.compile("\\bcascade\\s*=[^)]*\\b(ALL|REMOVE)\\b|\\borphanRemoval\\s*=\\s*true");

  private static final List<String> ASSOCIATIONS =
      List.of(Roles.LAZY_ASSOCIATION, Roles.EAGER_ASSOCIATION);

  private EntityTraits() {}

  /**
   * That it refers to one other row by that property, and that its setter, where it is written,
   * asks nothing of what it is given.
   */
  public static String refersBy(String property) {
    return REFERS_BY + property.toLowerCase(Locale.ROOT);
  }

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
    traits.add(ENTITY);
    if (annotated.stream().anyMatch(on -> isWide(on, frame, file))) {
      traits.add(WIDE);
    }
    traits.addAll(AssignedKeys.of(type, frame, file));
    traits.addAll(UniqueProperties.ofEntity(type, entity));
    for (Node member : TypeMembers.of(type)) {
      property(member, frame, file)
          .filter(property -> isPlainlySet(property, type))
          .ifPresent(property -> traits.add(refersBy(property)));
    }
    return traits;
  }

  /** Of a field or getter that maps a reference to one row. */
  private static Optional<String> property(Node member, Frame frame, FileContext file) {
    if (!(member instanceof NodeWithAnnotations<?> on)
        || Annotations.ofRole(on, Roles.EAGER_ASSOCIATION, file, frame).isEmpty()) {
      return Optional.empty();
    }
    if (member instanceof FieldDeclaration field) {
      return Optional.of(field.getVariable(0).getNameAsString());
    }
    return member instanceof MethodDeclaration getter && getter.getNameAsString().startsWith("get")
        ? Optional.of(getter.getNameAsString().substring("get".length()))
        : Optional.empty();
  }

  /** A setter that calls something may keep both sides of a relation, which loads the other one. */
  private static boolean isPlainlySet(String property, Node type) {
    String setter = "set" + property;
    return TypeMembers.of(type).stream()
        .filter(MethodDeclaration.class::isInstance)
        .map(MethodDeclaration.class::cast)
        .filter(method -> method.getNameAsString().equalsIgnoreCase(setter))
        .allMatch(method -> method.findFirst(MethodCallExpr.class).isEmpty());
  }

  /** What is loaded eagerly without being told to, as one row is, may be in the context already. */
  private static boolean isWide(NodeWithAnnotations<?> on, Frame frame, FileContext file) {
    return Annotations.find(on, LARGE, file.names(), frame).isPresent()
        || ASSOCIATIONS.stream()
            .map(role -> Annotations.ofRole(on, role, file, frame))
            .flatMap(Optional::stream)
            .anyMatch(Associations::isEager);
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
