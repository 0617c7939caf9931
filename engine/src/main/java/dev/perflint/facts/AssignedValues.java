package dev.perflint.facts;

import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import dev.perflint.source.Ancestry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a local variable is given after its declaration. */
final class AssignedValues {
  private AssignedValues() {}

  /** In the order of the text; asked through the index of names, since it is asked often. */
  static List<Expression> of(Variable variable, FileContext file) {
    Optional<BlockStmt> block = variable.declaration().findAncestor(BlockStmt.class);
    List<Expression> values = new ArrayList<>(1);
    for (Expression use : NameIndex.of(file).uses(variable.name())) {
      if (use instanceof NameExpr
          && use.getParentNode().orElse(null) instanceof AssignExpr assign
          && assign.getTarget() == use
          && block.filter(around -> Ancestry.holds(around, assign)).isPresent()) {
        values.add(assign.getValue());
      }
    }
    return values;
  }
}
