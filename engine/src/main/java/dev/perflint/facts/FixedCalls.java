package dev.perflint.facts;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.Optional;

/** Calls without a receiver of methods that nobody overrides. */
final class FixedCalls {
  private FixedCalls() {}

  /** The private, static or final method of the type around; empty where an overload fits too. */
  static Optional<MethodDeclaration> target(MethodCallExpr call) {
    return PrivateCalls.typeAround(call)
        .flatMap(type -> PrivateCalls.onlyFitting(call, type))
        .filter(FixedCalls::isFixed);
  }

  private static boolean isFixed(MethodDeclaration method) {
    return method.isPrivate() || method.isStatic() || method.isFinal();
  }
}
