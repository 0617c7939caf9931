package dev.perflint.types;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import dev.perflint.source.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types that a call gives to its lambdas and takes from them. */
final class LambdaTypes {
  private final TypeOracle oracle;
  private final TypeResolver resolver;

  LambdaTypes(TypeOracle oracle, TypeResolver resolver) {
    this.oracle = oracle;
    this.resolver = resolver;
  }

  /** The type of an untyped lambda parameter, from the method that the lambda is passed to. */
  TypeRef parameter(Scope entry) {
    if (!(entry.frame().node() instanceof LambdaExpr lambda)
        || !(lambda.getParentNode().orElse(null) instanceof MethodCallExpr call)) {
      return TypeRef.UNKNOWN;
    }
    int index = lambda.getParameters().indexOf(entry.declaration());
    int argument = indexOf(call.getArguments(), lambda);
    Scope outside = outside(entry, lambda);
    if (argument < 0 || index < 0 || outside == null) {
      return TypeRef.UNKNOWN;
    }
    TypeRef receiver = oracle.receiver(call, outside);
    for (ApiMember method : overloads(receiver, call)) {
      if (argument < method.parameters().size()) {
        Optional<ApiMember> function = resolver.functionalMethod(method.parameters().get(argument));
        if (function.isPresent()
            && function.get().parameters().size() == lambda.getParameters().size()) {
          TypeRef type = function.get().parameters().get(index);
          return type instanceof TypeRef.Variable
              ? TypeRef.UNKNOWN
              : TypeResolver.withoutVariables(type);
        }
      }
    }
    return lambda.getParameters().size() == 1 && !receiver.isSettled()
        ? perElement(call, receiver)
        : TypeRef.UNKNOWN;
  }

  /**
   * While the receiver is symbolic: what every collection and stream hands to such a lambda is one
   * element.
   */
  private TypeRef perElement(MethodCallExpr call, TypeRef receiver) {
    return switch (call.getNameAsString()) {
      case "forEach",
          "map",
          "filter",
          "flatMap",
          "forEachOrdered",
          "anyMatch",
          "allMatch",
          "noneMatch",
          "peek",
          "mapToInt",
          "mapToLong",
          "mapToDouble",
          "mapToObj",
          "removeIf",
          "ifPresent" ->
          resolver.elementOf(receiver);
      default -> TypeRef.UNKNOWN;
    };
  }

  /**
   * The return type of a generic method whose own type variables the arguments bind, e.g. {@code
   * map(x -> x.name())}; empty when the method has none or the receiver is not settled.
   */
  Optional<TypeRef> inferredReturn(MethodCallExpr call, Scope scope) {
    if (call.getArguments().isEmpty()) {
      return Optional.empty();
    }
    TypeRef receiver = oracle.receiver(call, scope);
    List<ApiMember> overloads = overloads(receiver, call);
    if (overloads.size() != 1 || overloads.get(0).typeParameters().isEmpty()) {
      return Optional.empty();
    }
    ApiMember method = overloads.get(0);
    Map<String, TypeRef> bindings = new HashMap<>();
    for (int i = 0; i < Math.min(method.parameters().size(), call.getArguments().size()); i++) {
      bind(method.parameters().get(i), call.getArgument(i), scope, bindings);
    }
    return Optional.of(
        TypeResolver.withoutVariables(TypeResolver.substitute(method.type(), bindings)));
  }

  private void bind(
      TypeRef parameter, Expression argument, Scope scope, Map<String, TypeRef> bindings) {
    if (argument instanceof LambdaExpr lambda) {
      resolver
          .functionalMethod(parameter)
          .filter(function -> isGeneric(function.type()))
          .ifPresent(function -> unify(function.type(), oracle.bodyOf(lambda, scope), bindings));
      return;
    }
    if (argument instanceof MethodReferenceExpr reference) {
      resolver
          .functionalMethod(parameter)
          .map(ApiMember::type)
          .filter(TypeRef.Variable.class::isInstance)
          .ifPresent(
              result ->
                  bindings.putIfAbsent(
                      ((TypeRef.Variable) result).name(), resultOf(reference, scope)));
    } else {
      unify(parameter, oracle.of(argument, scope), bindings);
    }
  }

  private static boolean isGeneric(TypeRef type) {
    return type instanceof TypeRef.Variable
        || type instanceof TypeRef.Named named && !named.arguments().isEmpty();
  }

  /** What the method returns that a reference names, if all of that name return the same. */
  private TypeRef resultOf(MethodReferenceExpr reference, Scope scope) {
    TypeRef owner =
        reference.getScope() instanceof TypeExpr type
            ? oracle.names().resolve(type.getType(), scope.frame())
            : oracle.valueOrType(reference.getScope(), scope);
    return owner instanceof TypeRef.Named named
        ? resolver.returnOfAny(named, reference.getIdentifier())
        : TypeRef.UNKNOWN;
  }

  private void unify(TypeRef parameter, TypeRef argument, Map<String, TypeRef> bindings) {
    if (parameter instanceof TypeRef.Variable variable) {
      if (!(argument instanceof TypeRef.Unknown)) {
        bindings.putIfAbsent(variable.name(), Primitives.boxed(argument));
      }
    } else if (parameter instanceof TypeRef.ArrayOf array) {
      unify(
          array.component(),
          argument instanceof TypeRef.ArrayOf other ? other.component() : argument,
          bindings);
    } else if (parameter instanceof TypeRef.Named named && !named.arguments().isEmpty()) {
      List<TypeRef> seen = resolver.argumentsAs(argument, named.name()).orElse(List.of());
      for (int i = 0; i < Math.min(seen.size(), named.arguments().size()); i++) {
        unify(named.arguments().get(i), seen.get(i), bindings);
      }
    }
  }

  private List<ApiMember> overloads(TypeRef receiver, MethodCallExpr call) {
    int arity = call.getArguments().size();
    return receiver instanceof TypeRef.Named named
        ? resolver
            .members(
                named,
                m ->
                    m.kind() == ApiMember.Kind.METHOD
                        && m.name().equals(call.getNameAsString())
                        && m.accepts(arity))
            .found()
        : List.of();
  }

  private static int indexOf(List<Expression> arguments, Node wanted) {
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i) == wanted) {
        return i;
      }
    }
    return -1;
  }

  private static Scope outside(Scope entry, LambdaExpr lambda) {
    Scope at = entry;
    while (at != null && at.frame().node() == lambda) {
      at = at.outer().orElse(null);
    }
    return at;
  }
}
