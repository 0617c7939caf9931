package dev.perflint.rules.cancellation;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import dev.perflint.facts.Calls;
import dev.perflint.match.Match;
import dev.perflint.types.Truth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a publisher is subscribed to, and what becomes of the subscription. */
final class Subscriptions {
  private static final List<String> PUBLISHERS =
      List.of("reactor.core.publisher.Mono", "reactor.core.publisher.Flux");

  /** What is called when all is over: nothing is left then that could wait or cancel. */
  private static final Set<String> ENDINGS =
      Set.of("doFinally", "doOnCancel", "doOnDispose", "onDispose", "onCancel", "doOnError");

  private Subscriptions() {}

  /** Nobody keeps what could end it, and it is no subscriber of the caller's. */
  static boolean isDropped(Match match) {
    return match.node() instanceof MethodCallExpr call
        && call.getParentNode().filter(ExpressionStmt.class::isInstance).isPresent()
        && call.getArguments().stream().allMatch(Subscriptions::isFunction);
  }

  private static boolean isFunction(Expression argument) {
    return argument.isLambdaExpr()
        || argument.isMethodReferenceExpr()
        || argument.isNullLiteralExpr();
  }

  /** The operator of a chain that runs the code around, e.g. {@code flatMap}. */
  static Optional<MethodCallExpr> operator(Match match) {
    for (Node at = match.node();
        at != null && !(at instanceof BodyDeclaration<?>);
        at = at.getParentNode().orElse(null)) {
      if (at instanceof LambdaExpr function) {
        Optional<MethodCallExpr> call =
            Calls.callGiven(function).filter(to -> isOperator(to, match));
        if (call.isPresent()) {
          return call;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isOperator(MethodCallExpr call, Match match) {
    return call.getScope()
        .map(
            scope -> {
              Truth truth = Truth.NO;
              for (String publisher : PUBLISHERS) {
                truth = truth.or(match.file().isA(scope, match.site().scope(), publisher));
              }
              return truth.mayBeReported();
            })
        .orElse(false);
  }

  /** The method returns a publisher of its own: what it starts beside that, nobody waits for. */
  static Optional<String> method(Match match) {
    return match
        .node()
        .findAncestor(MethodDeclaration.class)
        .filter(method -> Set.of("Mono", "Flux").contains(simpleName(method)))
        .map(MethodDeclaration::getNameAsString);
  }

  private static String simpleName(MethodDeclaration method) {
    return method.getType().isClassOrInterfaceType()
        ? method.getType().asClassOrInterfaceType().getNameAsString()
        : "";
  }

  /** What the caller no longer waits for: it is over, or failed, when this runs. */
  static boolean isAtEnd(Match match) {
    return operator(match).filter(call -> ENDINGS.contains(call.getNameAsString())).isPresent();
  }

  private static final Set<String> CREATING = Set.of("create", "push");

  private static final Set<String> EMITTING = Set.of("success", "error", "next", "complete");

  /** The chain tells the sink of a publisher around it how it ends: who asks for that waits. */
  static boolean feedsSink(Match match) {
    for (Node at = match.node();
        at != null && !(at instanceof BodyDeclaration<?>);
        at = at.getParentNode().orElse(null)) {
      if (at instanceof LambdaExpr function
          && function.getParameters().size() == 1
          && Calls.callGiven(function).filter(Subscriptions::creates).isPresent()
          && emits(match.node(), function.getParameter(0).getNameAsString())) {
        return true;
      }
    }
    return false;
  }

  private static boolean creates(MethodCallExpr call) {
    return CREATING.contains(call.getNameAsString());
  }

  private static boolean emits(Node chain, String sink) {
    boolean refers =
        chain
            .findFirst(
                MethodReferenceExpr.class,
                to ->
                    to.getScope().toString().equals(sink) && EMITTING.contains(to.getIdentifier()))
            .isPresent();
    return refers
        || chain
            .findFirst(
                MethodCallExpr.class,
                to ->
                    to.getScope().filter(on -> on.toString().equals(sink)).isPresent()
                        && EMITTING.contains(to.getNameAsString()))
            .isPresent();
  }

  /** {@code subscribeOn} right before it: who names threads for it means it to run beside. */
  static boolean namesThreads(Match match) {
    return match.node() instanceof MethodCallExpr call
        && call.getScope()
            .filter(MethodCallExpr.class::isInstance)
            .filter(before -> before.asMethodCallExpr().getNameAsString().equals("subscribeOn"))
            .isPresent();
  }

  /** Both consumers are given: what fails is not lost, and somebody has thought of it. */
  static boolean handlesErrors(Match match) {
    return match.arguments().size() > 1;
  }
}
