package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.List;
import java.util.Optional;

/** Calls without a receiver of methods that nobody overrides. */
final class FixedCalls {
  private FixedCalls() {}

  /** The private, static or final method of the type around; empty where an overload fits too. */
  static Optional<MethodDeclaration> target(MethodCallExpr call) {
    Node at = call;
    while (at != null && !(at instanceof TypeDeclaration<?>)) {
      at = at.getParentNode().orElse(null);
    }
    if (!(at instanceof TypeDeclaration<?> type)) {
      return Optional.empty();
    }
    List<MethodDeclaration> fitting =
        type.getMethodsByName(call.getNameAsString()).stream()
            .filter(m -> m.getParameters().size() == call.getArguments().size())
            .toList();
    return fitting.size() == 1 && isFixed(fitting.get(0))
        ? Optional.of(fitting.get(0))
        : Optional.empty();
  }

  private static boolean isFixed(MethodDeclaration method) {
    return method.isPrivate() || method.isStatic() || method.isFinal();
  }
}
