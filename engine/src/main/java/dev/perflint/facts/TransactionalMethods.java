package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Methods around which a container opens a transaction, by their annotations and by how they are
 * called.
 */
final class TransactionalMethods {
  /** Values of {@code propagation} and {@code value} with which none is opened. */
  private static final Set<String> NONE = Set.of("NOT_SUPPORTED", "NEVER", "SUPPORTS");

  private static final String ANOTHER = "REQUIRES_NEW";

  /** Parts of the names of managers whose transactions hold no database connection. */
  private static final List<String> OTHER_STORES =
      List.of("kafka", "mongo", "neo4j", "rabbit", "jms", "redis");

  /** The listener runs behind the transaction that its class may speak of. */
  private static final List<String> BEHIND =
      List.of("org.springframework.transaction.event.TransactionalEventListener");

  private final FileContext file;
  private final Map<Node, Boolean> known = new IdentityHashMap<>();

  TransactionalMethods(FileContext file) {
    this.file = file;
  }

  /**
   * Whether a transaction is open in the body. Not where the file shows that the proxy is passed
   * by: a private, static or final method, and one that its own class calls from outside of a
   * transaction, whoever else calls it.
   */
  boolean isTransactional(MethodDeclaration method, Frame member) {
    return known.computeIfAbsent(method, m -> opens(method, member) && !isCalledPastProxy(method));
  }

  /** As {@code REQUIRES_NEW} says, which the outer one then waits for with its own connection. */
  boolean opensAnother(MethodDeclaration method, Frame member) {
    return opens(method, member)
        && find(method, member)
            .or(() -> typeAround(member).flatMap(type -> find(type, member)))
            .filter(annotation -> annotation.toString().contains(ANOTHER))
            .isPresent();
  }

  private static Optional<TypeDeclaration<?>> typeAround(Frame member) {
    return member
        .nearest(Frame.Kind.TYPE)
        .map(Frame::node)
        .filter(TypeDeclaration.class::isInstance)
        .map(type -> (TypeDeclaration<?>) type);
  }

  private boolean opens(MethodDeclaration method, Frame member) {
    if (method.isPrivate()
        || method.isStatic()
        || method.isFinal()
        || method.getBody().isEmpty()
        || !RemoteInterfaces.waits(file.names().resolve(method.getType(), member))) {
      return false;
    }
    Optional<AnnotationExpr> own = find(method, member);
    if (own.isPresent()) {
      return opens(own.get());
    }
    if (!method.isPublic() || Annotations.find(method, BEHIND, file.names(), member).isPresent()) {
      return false;
    }
    return typeAround(member)
        .flatMap(type -> find(type, member))
        .filter(TransactionalMethods::opens)
        .isPresent();
  }

  private Optional<AnnotationExpr> find(NodeWithAnnotations<?> on, Frame frame) {
    return on.getAnnotations().isEmpty()
        ? Optional.empty()
        : Annotations.find(
            on, file.knowledge().annotations(Roles.TRANSACTION), file.names(), frame);
  }

  private static boolean opens(AnnotationExpr annotation) {
    if (annotation.isSingleMemberAnnotationExpr()) {
      return opens(annotation.asSingleMemberAnnotationExpr().getMemberValue());
    }
    return !annotation.isNormalAnnotationExpr()
        || annotation.asNormalAnnotationExpr().getPairs().stream()
            .map(MemberValuePair::getValue)
            .allMatch(TransactionalMethods::opens);
  }

  /** A value that is no propagation and names no manager says nothing against it. */
  private static boolean opens(Expression value) {
    if (value instanceof FieldAccessExpr constant) {
      return !NONE.contains(constant.getNameAsString())
          && !isOtherStore(constant.getNameAsString());
    }
    if (value instanceof NameExpr constant) {
      return !NONE.contains(constant.getNameAsString())
          && !isOtherStore(constant.getNameAsString());
    }
    return !value.isStringLiteralExpr() || !isOtherStore(value.asStringLiteralExpr().asString());
  }

  private static boolean isOtherStore(String manager) {
    String name = manager.toLowerCase(Locale.ROOT);
    return OTHER_STORES.stream().anyMatch(name::contains);
  }

  private boolean isCalledPastProxy(MethodDeclaration method) {
    for (Site site : file.unit().sites().calls(method.getNameAsString())) {
      MethodCallExpr call = site.as(MethodCallExpr.class);
      boolean own =
          call.getArguments().size() == method.getParameters().size()
              && call.getScope().filter(scope -> !scope.isThisExpr()).isEmpty();
      if (own
          && site.frame()
              .member()
              .filter(member -> member.node() instanceof MethodDeclaration)
              .filter(member -> member.node() != method)
              .filter(member -> !opens((MethodDeclaration) member.node(), member))
              .isPresent()) {
        return true;
      }
    }
    return false;
  }
}
