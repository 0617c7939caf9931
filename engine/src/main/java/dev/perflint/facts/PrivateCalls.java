package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.source.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Calls of a type's own private methods, the only ones of which one file shows both ends for sure.
 */
final class PrivateCalls {
  private final FileContext file;

  PrivateCalls(FileContext file) {
    this.file = file;
  }

  /** The private method that a call means, if it means one and no overload fits as well. */
  Optional<MethodDeclaration> target(MethodCallExpr call) {
    return declaredHere(call).filter(MethodDeclaration::isPrivate);
  }

  /** The method of the type around that a call on the object itself names, whoever overrides it. */
  static Optional<MethodDeclaration> declaredHere(MethodCallExpr call) {
    return typeAround(call)
        .filter(type -> isOwn(call, type))
        .flatMap(type -> onlyFitting(call, type));
  }

  /** The method of the type that takes so many arguments; empty where an overload does too. */
  static Optional<MethodDeclaration> onlyFitting(MethodCallExpr call, TypeDeclaration<?> type) {
    MethodDeclaration fitting = null;
    for (Node member : type.getMembers()) {
      if (member instanceof MethodDeclaration method
          && method.getNameAsString().equals(call.getNameAsString())
          && method.getParameters().size() == call.getArguments().size()) {
        if (fitting != null) {
          return Optional.empty();
        }
        fitting = method;
      }
    }
    return Optional.ofNullable(fitting);
  }

  /**
   * All calls of the private method whose result a {@code return} gives; empty when it is not
   * private, when a reference to it goes elsewhere, or when the statement belongs to a lambda.
   */
  List<MethodCallExpr> callersOf(Node statement) {
    Node at = statement;
    while (at != null && !(at instanceof LambdaExpr) && !(at instanceof BodyDeclaration<?>)) {
      at = at.getParentNode().orElse(null);
    }
    if (!(at instanceof MethodDeclaration method) || !method.isPrivate()) {
      return List.of();
    }
    return callsOf(method);
  }

  /** The same of any method. */
  List<MethodCallExpr> callsOf(MethodDeclaration method) {
    for (Site site : file.unit().sites(MethodReferenceExpr.class)) {
      if (site.as(MethodReferenceExpr.class).getIdentifier().equals(method.getNameAsString())) {
        return List.of();
      }
    }
    List<MethodCallExpr> callers = new ArrayList<>();
    for (Site site : file.unit().sites().calls(method.getNameAsString())) {
      MethodCallExpr call = site.as(MethodCallExpr.class);
      if (declaredHere(call).filter(found -> found == method).isPresent()) {
        callers.add(call);
      }
    }
    return callers;
  }

  /**
   * What all callers of a private method hand it; empty where others may call it, and for
   * parameters of a varying number.
   */
  List<Expression> given(Parameter parameter) {
    if (!(parameter.getParentNode().orElse(null) instanceof MethodDeclaration method)
        || !method.isPrivate()
        || parameter.isVarArgs()) {
      return List.of();
    }
    int index = method.getParameters().indexOf(parameter);
    return callsOf(method).stream().map(call -> call.getArgument(index)).toList();
  }

  /** The method, constructor, initialiser or field around a node. */
  static Optional<Node> memberAround(Node node) {
    Node at = node;
    while (at != null
        && !(at instanceof BodyDeclaration<?> && !(at instanceof TypeDeclaration<?>))) {
      at = at.getParentNode().orElse(null);
    }
    return Optional.ofNullable(at);
  }

  static boolean isOwn(MethodCallExpr call, TypeDeclaration<?> type) {
    Expression scope = call.getScope().orElse(null);
    return scope == null
        || scope.isThisExpr()
        || scope instanceof NameExpr name && name.getNameAsString().equals(type.getNameAsString());
  }

  static Optional<TypeDeclaration<?>> typeAround(Node node) {
    Node at = node;
    while (at != null && !(at instanceof TypeDeclaration<?>)) {
      at = at.getParentNode().orElse(null);
    }
    return Optional.ofNullable((TypeDeclaration<?>) at);
  }
}
