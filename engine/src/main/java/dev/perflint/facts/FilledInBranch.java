package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.IfStmt;
import dev.perflint.source.Ancestry;
import dev.perflint.source.Scope;
import java.util.List;
import java.util.Optional;

/**
 * Loops that have something to go through only where one branch was taken: {@code List<Order> late
 * = List.of(); if (all) { late = find(); }}.
 */
final class FilledInBranch {
  private FilledInBranch() {}

  /**
   * Whether a loop goes through such a variable.
   *
   * @param loop a statement, or the call that runs a function for each element
   */
  static boolean is(Node loop, Scope scope, FileContext file) {
    return LoopSource.of(loop)
        .flatMap(source -> Variable.meantBy(ChainSteps.begin(source, ChainSteps::keepsSize), scope))
        .filter(variable -> variable.kind() == Variable.Kind.LOCAL)
        .filter(variable -> variable.initializer().filter(AddedElements::isNothing).isPresent())
        .flatMap(variable -> onlyValue(variable, file))
        .flatMap(value -> value.findAncestor(IfStmt.class))
        .filter(branch -> !Ancestry.holds(branch, loop))
        .isPresent();
  }

  /** What it is given; empty where it is given more than once, or filled otherwise. */
  private static Optional<Expression> onlyValue(Variable variable, FileContext file) {
    List<Expression> values =
        AssignedValues.of(variable, file).stream()
            .filter(value -> !AddedElements.isNothing(value))
            .toList();
    boolean filled =
        NameIndex.of(file).uses(variable.name()).stream()
            .flatMap(use -> Calls.callOn(use).stream())
            .anyMatch(call -> call.getNameAsString().startsWith("add"));
    return values.size() == 1 && !filled ? Optional.of(values.get(0)) : Optional.empty();
  }
}
