package dev.perflint.rules.runtime;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import dev.perflint.facts.Annotations;
import dev.perflint.facts.FileContext;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The methods of a file of which an annotation asks something that a proxy has to do. */
final class ProxiedMethods {
  /**
   * One of them.
   *
   * @param asked what its annotations ask for, in their order
   */
  record Proxied(MethodDeclaration method, Frame frame, List<AnnotationExpr> asked) {
    /** Whether it asks for that, by the simple name of an annotation. */
    Optional<AnnotationExpr> asks(String name) {
      return asked.stream()
          .filter(annotation -> annotation.getName().getIdentifier().equals(name))
          .findFirst();
    }
  }

  private final FileContext file;
  private final Map<String, List<Proxied>> byName = new HashMap<>();

  private ProxiedMethods(FileContext file) {
    this.file = file;
    for (Site site : file.unit().sites(MethodDeclaration.class)) {
      MethodDeclaration method = site.as(MethodDeclaration.class);
      List<AnnotationExpr> asked = asked(method, site.frame());
      if (!asked.isEmpty()) {
        byName
            .computeIfAbsent(method.getNameAsString(), name -> new ArrayList<>())
            .add(new Proxied(method, site.frame(), asked));
      }
    }
  }

  /** Those of a file. */
  static ProxiedMethods of(FileContext file) {
    return file.once(ProxiedMethods.class, ProxiedMethods::new);
  }

  private List<AnnotationExpr> asked(MethodDeclaration method, Frame frame) {
    List<AnnotationExpr> asked = new ArrayList<>(2);
    for (AnnotationExpr annotation : method.getAnnotations()) {
      if (Annotations.playsRole(annotation, Roles.PROXIED, file, frame)) {
        asked.add(annotation);
      }
    }
    return asked;
  }

  /** The one around a site, if that stands in one. */
  Optional<Proxied> around(Site site) {
    return site.frame().member().map(Frame::node).flatMap(this::of);
  }

  /** The one that a node declares. */
  Optional<Proxied> of(Node node) {
    return node instanceof MethodDeclaration method
        ? byName.getOrDefault(method.getNameAsString(), List.of()).stream()
            .filter(proxied -> proxied.method() == method)
            .findFirst()
        : Optional.empty();
  }

  /** The one that a call or reference means on the object itself, so that no proxy sees it. */
  Optional<Proxied> calledOnSelf(Site site) {
    if (byName.isEmpty()) {
      return Optional.empty();
    }
    if (site.node() instanceof MethodCallExpr call) {
      boolean own = call.getScope().filter(scope -> !scope.isThisExpr()).isEmpty();
      return own
          ? named(call.getNameAsString(), call.getArguments().size(), site)
          : Optional.empty();
    }
    return site.node() instanceof MethodReferenceExpr reference && reference.getScope().isThisExpr()
        ? named(reference.getIdentifier(), -1, site)
        : Optional.empty();
  }

  /** Empty where an overload takes as many arguments: it may be the one that is meant. */
  private Optional<Proxied> named(String name, int arity, Site site) {
    List<Proxied> candidates = byName.getOrDefault(name, List.of());
    Optional<Frame> type = site.frame().nearest(Frame.Kind.TYPE);
    if (candidates.isEmpty() || type.isEmpty()) {
      return Optional.empty();
    }
    List<MethodDeclaration> fitting =
        file.unit().sites(MethodDeclaration.class).stream()
            .filter(declared -> isIn(type.get(), declared))
            .map(declared -> declared.as(MethodDeclaration.class))
            .filter(method -> method.getNameAsString().equals(name))
            .filter(method -> arity < 0 || method.getParameters().size() == arity)
            .toList();
    return fitting.size() == 1 ? of(fitting.get(0)) : Optional.empty();
  }

  private static boolean isIn(Frame type, Site declared) {
    return declared.frame().nearest(Frame.Kind.TYPE).filter(around -> around == type).isPresent();
  }
}
