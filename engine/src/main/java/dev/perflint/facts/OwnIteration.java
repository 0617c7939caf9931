package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import java.util.Optional;

/**
 * A private method that runs the function it is given for each element of what it is given beside,
 * as {@code each(orders, order -> ...)} does.
 */
final class OwnIteration {
  private final FileContext file;
  private final PrivateCalls calls;

  OwnIteration(FileContext file) {
    this.file = file;
    this.calls = new PrivateCalls(file);
  }

  /** What the called method goes through; empty when it does not run the function in a loop. */
  Optional<Expression> source(MethodCallExpr call, Node function) {
    int index = call.getArguments().indexOf(function);
    Optional<MethodDeclaration> method = index < 0 ? Optional.empty() : calls.target(call);
    if (method.isEmpty() || method.get().getParameter(index).isVarArgs()) {
      return Optional.empty();
    }
    String name = method.get().getParameter(index).getNameAsString();
    return method.get().findAll(ForEachStmt.class).stream()
        .filter(loop -> runs(name, loop))
        .flatMap(loop -> argument(loop.getIterable(), method.get(), call).stream())
        .findFirst();
  }

  /** One after the other: what each pass hands to another thread runs beside the next ones. */
  private boolean runs(String function, ForEachStmt loop) {
    return loop.getBody()
        .findFirst(
            MethodCallExpr.class,
            inner ->
                inner.getScope().orElse(null) instanceof NameExpr called
                    && called.getNameAsString().equals(function)
                    && !SurroundingsReader.of(file).runsElsewhere(inner, loop))
        .isPresent();
  }

  private static Optional<Expression> argument(
      Expression iterable, MethodDeclaration method, MethodCallExpr call) {
    if (iterable instanceof NameExpr name) {
      for (Parameter parameter : method.getParameters()) {
        if (parameter.getNameAsString().equals(name.getNameAsString())) {
          return Optional.of(call.getArgument(method.getParameters().indexOf(parameter)));
        }
      }
    }
    return Optional.empty();
  }
}
