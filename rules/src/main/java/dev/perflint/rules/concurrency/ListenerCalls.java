package dev.perflint.rules.concurrency;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Functions that tell listeners of something. What these do is up to whoever registers them, so
 * that the code that calls them cannot know that it is quick.
 */
final class ListenerCalls {
  private static final Pattern LISTENER =
      Pattern.compile("([\\w.]+\\.)?[A-Z]\\w*(Listener|Subscriber|Observer|Callback)");

  private ListenerCalls() {}

  /** The name of the method of a listener that one of the functions calls for its effect. */
  static Optional<String> in(List<Expression> functions, Match match) {
    return functions.stream()
        .filter(ListenerCalls::isRunForItsEffect)
        .flatMap(lambda -> lambda.findAll(MethodCallExpr.class).stream())
        .filter(ListenerCalls::isForItsEffect)
        .flatMap(call -> told(call, match).stream())
        .findFirst();
  }

  private static boolean isRunForItsEffect(Expression function) {
    return function instanceof LambdaExpr
        && function.getParentNode().orElse(null) instanceof MethodCallExpr taker
        && taker.getNameAsString().startsWith("forEach");
  }

  private static boolean isForItsEffect(MethodCallExpr call) {
    return call.getParentNode().filter(ExpressionStmt.class::isInstance).isPresent();
  }

  private static Optional<String> told(MethodCallExpr call, Match match) {
    Site site = match.file().siteOf(call, match.site());
    if (call.getScope().filter(on -> isListener(on, site, match)).isPresent()) {
      return Optional.of(call.getNameAsString());
    }
    return call.getScope().isEmpty() ? toldBy(call, match) : Optional.empty();
  }

  /** {@code tell(listener, event)}, a method of its own that does so. */
  private static Optional<String> toldBy(MethodCallExpr call, Match match) {
    List<MethodDeclaration> fitting =
        match.file().unit().sites(MethodDeclaration.class).stream()
            .map(site -> site.as(MethodDeclaration.class))
            .filter(method -> method.getNameAsString().equals(call.getNameAsString()))
            .filter(method -> method.getParameters().size() == call.getArguments().size())
            .toList();
    return fitting.size() == 1 && fitting.get(0).isPrivate()
        ? fitting.get(0).findAll(MethodCallExpr.class).stream()
            .filter(inner -> isForItsEffect(inner) && isOnListener(inner, fitting.get(0)))
            .map(MethodCallExpr::getNameAsString)
            .findFirst()
        : Optional.empty();
  }

  private static boolean isOnListener(MethodCallExpr call, MethodDeclaration method) {
    return call.getScope()
        .filter(NameExpr.class::isInstance)
        .flatMap(name -> method.getParameterByName(name.asNameExpr().getNameAsString()))
        .map(Parameter::getType)
        .filter(ClassOrInterfaceType.class::isInstance)
        .filter(type -> isNamedSo(type.asClassOrInterfaceType().getNameAsString()))
        .isPresent();
  }

  private static boolean isListener(Expression on, Site site, Match match) {
    return on instanceof NameExpr
        && match.file().typeOf(on, site.scope()) instanceof TypeRef.Named named
        && isNamedSo(named.name());
  }

  private static boolean isNamedSo(String type) {
    return LISTENER.matcher(type).matches();
  }
}
