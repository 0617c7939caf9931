package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.perflint.facts.LoopFlow;
import dev.perflint.facts.Variable;
import dev.perflint.match.Match;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Loops in which what is asked next, or whether anything is, depends on what came before: nobody
 * can send all of it together.
 */
final class EarlierAnswers {
  private static final Set<String> FILLS =
      Set.of("add", "addAll", "put", "putAll", "addFirst", "addLast");

  private static final int MOST_VARIABLES = 4;

  private EarlierAnswers() {}

  /** Whether they decide about an argument of the call, or about leaving the loop. */
  static boolean decide(Match match) {
    return match.elementLoops().stream()
        .map(loop -> loop.node())
        .filter(Statement.class::isInstance)
        .anyMatch(loop -> decide(match, loop));
  }

  private static boolean decide(Match match, Node loop) {
    LoopFlow flow = LoopFlow.in(match.file(), loop);
    return match.arguments().stream().anyMatch(argument -> depends(argument, match, flow, 0))
        || condition(loop).filter(test -> depends(test, match, flow, 0)).isPresent()
        || loop.findAll(IfStmt.class).stream()
            .anyMatch(test -> leaves(test) && depends(test.getCondition(), match, flow, 0));
  }

  private static Optional<Expression> condition(Node loop) {
    if (loop instanceof ForStmt counted) {
      return counted.getCompare();
    }
    return loop instanceof WhileStmt repeat ? Optional.of(repeat.getCondition()) : Optional.empty();
  }

  private static boolean leaves(IfStmt test) {
    Statement taken = test.getThenStmt();
    Optional<? extends Node> last =
        taken.isBlockStmt() ? taken.asBlockStmt().getStatements().getLast() : Optional.of(taken);
    return last.filter(end -> end instanceof ReturnStmt || end instanceof BreakStmt).isPresent();
  }

  /** On a variable from outside of the loop that a pass changes once it has its answer. */
  private static boolean depends(Expression value, Match match, LoopFlow flow, int hops) {
    for (NameExpr name : value.findAll(NameExpr.class)) {
      Optional<Variable> variable =
          Variable.meantBy(name, match.file().siteOf(name, match.site()).scope());
      if (variable.isEmpty()) {
        continue;
      }
      if (!flow.declares(variable.get())) {
        if (flow.uses(variable.get()).stream().anyMatch(use -> takesIn(use.node(), match))) {
          return true;
        }
      } else if (hops < MOST_VARIABLES) {
        List<Expression> given = StatementOrigins.values(name, match);
        if (given.stream().anyMatch(each -> depends(each, match, flow, hops + 1))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Is set, or gets more, behind the call in the loop. */
  private static boolean takesIn(Node use, Match match) {
    if (Node.NODE_BY_BEGIN_POSITION.compare(use, match.node()) < 0) {
      return false;
    }
    Node parent = use.getParentNode().orElse(null);
    return parent instanceof AssignExpr given && given.getTarget() == use
        || parent instanceof MethodCallExpr call
            && call.getScope().orElse(null) == use
            && FILLS.contains(call.getNameAsString());
  }
}
