package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import dev.perflint.source.Ancestry;
import dev.perflint.source.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the local variables of a file are given after their declarations. */
final class AssignedValues {
  /** By the name that they are made to. */
  private final Map<String, List<AssignExpr>> assignments = new HashMap<>();

  private AssignedValues(FileContext file) {
    for (Site site : file.unit().sites().of(AssignExpr.class)) {
      AssignExpr assign = site.as(AssignExpr.class);
      if (assign.getTarget() instanceof NameExpr target) {
        assignments.computeIfAbsent(target.getNameAsString(), n -> new ArrayList<>(2)).add(assign);
      }
    }
  }

  /** In the order of the text. */
  static List<Expression> of(Variable variable, FileContext file) {
    return file.once(AssignedValues.class, AssignedValues::new)
        .of(variable.name(), variable.declaration());
  }

  private List<Expression> of(String name, Node declaration) {
    List<AssignExpr> made = assignments.getOrDefault(name, List.of());
    BlockStmt block =
        made.isEmpty() ? null : declaration.findAncestor(BlockStmt.class).orElse(null);
    if (block == null) {
      return List.of();
    }
    List<Expression> values = new ArrayList<>(made.size());
    for (AssignExpr assign : made) {
      if (Ancestry.holds(block, assign)) {
        values.add(assign.getValue());
      }
    }
    return values;
  }
}
