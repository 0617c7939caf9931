package dev.perflint.rules.concurrency;

import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.NameIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the file shows a field of that name to be set to. */
final class FieldValues {
  private FieldValues() {}

  static List<Expression> of(String name, Optional<Expression> initializer, FileContext file) {
    List<Expression> values = new ArrayList<>();
    initializer.ifPresent(values::add);
    for (Expression use : NameIndex.of(file).uses(name)) {
      if (use.getParentNode().orElse(null) instanceof AssignExpr assign
          && assign.getTarget() == use) {
        values.add(assign.getValue());
      }
    }
    return values;
  }
}
