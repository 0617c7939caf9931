package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.perflint.facts.Loop;
import dev.perflint.facts.LoopFlow;
import dev.perflint.facts.Variable;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import java.util.List;
import java.util.Optional;

/** Numbers of pages or rows that a loop counts up. */
final class GrowingOffsets {
  /** A loop with a known end that is not far skips next to nothing. */
  private static final double FEW = 20;

  private GrowingOffsets() {}

  static boolean goesOn(Match match) {
    return loop(match).isPresent();
  }

  private static Optional<Loop> loop(Match match) {
    List<NameExpr> counters = counters(match);
    return match.loops().stream()
        .filter(loop -> loop.factor() > FEW && loop.kind() != Loop.Kind.RETRY)
        .filter(loop -> counters.stream().anyMatch(name -> isCountedUp(name, loop, match)))
        .findFirst();
  }

  /** The variables that decide which page it is. */
  private static List<NameExpr> counters(Match match) {
    if (match.arguments().isEmpty()) {
      // `page = page.next()`: what it is assigned to decides the page of the pass that follows.
      return match.node().getParentNode().orElse(null) instanceof AssignExpr given
              && given.getTarget() instanceof NameExpr name
          ? List.of(name)
          : List.of();
    }
    return match.argument(0).map(page -> page.findAll(NameExpr.class)).orElse(List.of());
  }

  private static boolean isCountedUp(NameExpr name, Loop loop, Match match) {
    Site site = match.file().siteOf(name, match.site());
    LoopFlow flow = LoopFlow.in(match.file(), loop.node());
    return Variable.meantBy(name, site.scope())
        .filter(variable -> !flow.declares(variable))
        .map(flow::uses)
        .orElse(List.of())
        .stream()
        .anyMatch(use -> use.writes() && isStep(use.node(), match));
  }

  /** Grows by what it was, so that it is not the key of the last row, nor set back to none. */
  private static boolean isStep(Expression written, Match match) {
    if (written.getParentNode().orElse(null) instanceof UnaryExpr step) {
      UnaryExpr.Operator operator = step.getOperator();
      return operator == UnaryExpr.Operator.POSTFIX_INCREMENT
          || operator == UnaryExpr.Operator.PREFIX_INCREMENT;
    }
    if (!(written.getParentNode().orElse(null) instanceof AssignExpr given)) {
      return false;
    }
    Expression value = given.getValue();
    boolean nextPage =
        value == match.node()
            && value instanceof MethodCallExpr next
            && next.getArguments().isEmpty();
    boolean sum =
        given.getOperator() == AssignExpr.Operator.ASSIGN
            && value instanceof BinaryExpr added
            && added.getOperator() == BinaryExpr.Operator.PLUS
            && added.getLeft().equals(written);
    return nextPage || sum || given.getOperator() == AssignExpr.Operator.PLUS;
  }

  static String message(Match match) {
    String text = loop(match).map(Loop::text).orElse("loop");
    return "`%s` skips all rows of the pages before, in each pass of the %s."
        .formatted(what(match), text);
  }

  private static String what(Match match) {
    return match.node() instanceof ObjectCreationExpr made
        ? "new " + made.getType().getNameAsString()
        : match.callee();
  }
}
