package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lambdas, method references and tasks that are handed to a library to be run for each request,
 * message or tick: entry points of their own, whatever runs the method that hands them over.
 */
public final class Handlers {
  private static final Set<String> VERBS =
      Set.of("get", "post", "put", "patch", "delete", "head", "options");

  /**
   * A function that is an entry point.
   *
   * @param label e.g. "GET /prices"; {@code ""} when the code does not say
   */
  public record Handler(Expression function, EntryKind kind, String label, Truth truth) {}

  private final FileContext file;
  private final Map<Node, Optional<Handler>> known = new IdentityHashMap<>();

  Handlers(FileContext file) {
    this.file = file;
  }

  /** What a lambda or method reference handles; empty for one that its caller runs. */
  public Optional<Handler> of(Node function) {
    if (!(function instanceof LambdaExpr) && !(function instanceof MethodReferenceExpr)) {
      return Optional.empty();
    }
    return known.computeIfAbsent(function, f -> find((Expression) f));
  }

  /**
   * The task of a named class that is made for a timer, {@code timer.schedule(new Cleanup(), 60)}:
   * its method {@code run} is the handler, wherever it stands.
   */
  public Optional<Handler> ofTask(ObjectCreationExpr made) {
    return made.getAnonymousClassBody().isEmpty()
            && made.getParentNode().orElse(null) instanceof MethodCallExpr call
            && !file.knowledge().membersNamed(call.getNameAsString(), Roles.HANDLES).isEmpty()
        ? find(made).filter(handler -> handler.kind() == EntryKind.SCHEDULED)
        : Optional.empty();
  }

  /** The innermost frame to which what stands in this one belongs: a member, or a handler in it. */
  public Optional<Frame> owner(Frame frame) {
    for (Frame at = frame; at != null; at = at.parent()) {
      if (at.isMember() || at.kind() == Frame.Kind.LAMBDA && of(at.node()).isPresent()) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private Optional<Handler> find(Expression function) {
    Optional<Site> call =
        Calls.callGiven(function).flatMap(around -> file.unit().sites().at(around));
    if (call.isEmpty()) {
      return Optional.empty();
    }
    Optional<Calls.Known> meant = meant(call.get());
    if (meant.isEmpty()) {
      return Optional.empty();
    }
    EntryKind kind = EntryKind.of(meant.get().member().kind()).orElseThrow();
    MethodCallExpr taker = call.get().as(MethodCallExpr.class);
    String label =
        kind == EntryKind.SCHEDULED ? Schedules.of(taker, call.get().scope()) : label(taker);
    return Optional.of(new Handler(function, kind, label, meant.get().truth()));
  }

  /** Several libraries have a method of that name: what is shown comes before what may be. */
  private Optional<Calls.Known> meant(Site call) {
    List<Calls.Known> possible =
        file.calls().known(call, Roles.HANDLES).stream()
            .filter(known -> EntryKind.of(known.member().kind()).isPresent())
            .filter(known -> known.truth().mayBeReported())
            .toList();
    return possible.stream()
        .filter(known -> known.truth().isShown())
        .findFirst()
        .or(() -> possible.stream().findFirst());
  }

  /** The first text in the chain of calls up to the one that takes the handler, with its verb. */
  private static String label(MethodCallExpr call) {
    Expression at = call;
    while (at instanceof MethodCallExpr link) {
      List<String> texts =
          link.getArguments().stream()
              .filter(Expression::isStringLiteralExpr)
              .map(text -> text.asStringLiteralExpr().asString())
              .toList();
      if (!texts.isEmpty()) {
        String name = link.getNameAsString().toLowerCase(Locale.ROOT);
        return VERBS.contains(name)
            ? name.toUpperCase(Locale.ROOT) + " " + texts.get(0)
            : texts.get(0);
      }
      at = link.getScope().orElse(null);
    }
    return "";
  }
}
