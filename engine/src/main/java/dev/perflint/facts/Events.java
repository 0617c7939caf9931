package dev.perflint.facts;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import dev.perflint.types.MethodRef;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.List;
import java.util.Optional;

/**
 * Events that a container hands on: who publishes one calls whoever listens to exactly its type.
 */
public final class Events {
  /** Conditions and lists of types decide at run time; whoever has one is not linked. */
  private static final List<String> DECIDING = List.of("condition", "classes", "value");

  private static final String WITHIN = "BEFORE_COMMIT";

  private Events() {}

  /**
   * What a method listens to.
   *
   * @param event its type
   * @param deferred whether it runs when the transaction of the one who publishes is over
   */
  public record Heard(TypeRef event, boolean deferred) {}

  /** The listeners of what a call publishes, as one method; empty for other calls. */
  public static Optional<MethodRef> published(FileContext file, Site site) {
    if (!(site.node() instanceof MethodCallExpr call)
        || call.getArguments().size() != 1
        || file.knowledge().membersNamed(call.getNameAsString(), Roles.PUBLISHES_EVENT).isEmpty()
        || !file.calls().plays(site, Roles.PUBLISHES_EVENT).mayBeReported()) {
      return Optional.empty();
    }
    Expression event = call.getArgument(0);
    TypeRef type = file.erased(file.typeOf(event, site.scope()));
    return type instanceof TypeRef.Unknown || type instanceof TypeRef.ArrayOf
        ? Optional.empty()
        : Optional.of(new MethodRef(type, MemberNames.LISTENERS, 1));
  }

  /** The event that a method is called for; empty for one that a condition may keep silent. */
  public static Optional<Heard> heard(MethodDeclaration method, Frame frame, FileContext file) {
    if (method.getParameters().size() != 1) {
      return Optional.empty();
    }
    Optional<AnnotationExpr> plain = find(method, Roles.HEARS_EVENT, frame, file);
    Optional<AnnotationExpr> atCommit = find(method, Roles.HEARS_AT_COMMIT, frame, file);
    Optional<AnnotationExpr> annotation = plain.or(() -> atCommit);
    boolean listens =
        annotation.isPresent() ? isPlain(annotation.get()) : isListener(method, frame, file);
    boolean deferred =
        atCommit.isPresent()
            && Annotations.text(atCommit.get(), "phase").filter(WITHIN::equals).isEmpty();
    return listens
        ? Optional.of(
            new Heard(
                file.erased(file.names().resolve(method.getParameter(0).getType(), frame)),
                deferred))
        : Optional.empty();
  }

  private static Optional<AnnotationExpr> find(
      MethodDeclaration method, String role, Frame frame, FileContext file) {
    return method.getAnnotations().isEmpty()
        ? Optional.empty()
        : Annotations.find(method, file.knowledge().annotations(role), file.names(), frame);
  }

  private static boolean isPlain(AnnotationExpr annotation) {
    return annotation.isMarkerAnnotationExpr()
        || annotation.isNormalAnnotationExpr()
            && annotation.asNormalAnnotationExpr().getPairs().stream()
                .noneMatch(pair -> DECIDING.contains(pair.getNameAsString()));
  }

  private static boolean isListener(MethodDeclaration method, Frame frame, FileContext file) {
    Optional<Frame> type =
        method.getNameAsString().equals("onApplicationEvent")
            ? frame.nearest(Frame.Kind.TYPE).filter(t -> t.node() instanceof TypeDeclaration<?>)
            : Optional.empty();
    return type.isPresent()
        && file.knowledge().types(Roles.HEARS_EVENT).stream()
            .anyMatch(name -> file.roles().typeIsA(type.get(), name).equals(Truth.SURE));
  }
}
