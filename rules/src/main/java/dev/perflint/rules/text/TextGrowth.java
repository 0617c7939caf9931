package dev.perflint.rules.text;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.Loop;
import dev.perflint.facts.LoopFlow;
import dev.perflint.facts.Variable;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.List;
import java.util.Optional;

/** Assignments that make a text longer, and the loops in which it only grows. */
final class TextGrowth {
  private static final String STRING = "java.lang.String";

  private TextGrowth() {}

  /** {@code s += x}, {@code s = s + x} or {@code s = s.concat(x)} of a String. */
  static Truth isAppend(FileContext file, Site site) {
    AssignExpr assign = site.as(AssignExpr.class);
    return isAppend(assign) ? file.isA(assign.getTarget(), site.scope(), STRING) : Truth.NO;
  }

  private static boolean isAppend(AssignExpr assign) {
    return switch (assign.getOperator()) {
      case PLUS -> true;
      case ASSIGN ->
          start(assign.getValue()) != assign.getValue()
              && start(assign.getValue()).toString().equals(assign.getTarget().toString());
      default -> false;
    };
  }

  /** What the text of a concatenation starts with. */
  private static Expression start(Expression text) {
    Expression at = text;
    while (true) {
      if (at instanceof BinaryExpr sum && sum.getOperator() == BinaryExpr.Operator.PLUS) {
        at = sum.getLeft();
      } else if (at instanceof MethodCallExpr call
          && call.getNameAsString().equals("concat")
          && call.getScope().isPresent()) {
        at = call.getScope().get();
      } else {
        return at;
      }
    }
  }

  /** The variable that grows; empty when another file declares it or it belongs to an object. */
  static Optional<Variable> variable(Match match) {
    return Variable.meantBy(match.site().as(AssignExpr.class).getTarget(), match.site().scope());
  }

  /** The loops that only make the text longer, innermost first. */
  static List<Loop> loops(Match match) {
    return variable(match)
        .map(
            text ->
                match.file().loops().repeating(match.site()).stream()
                    .filter(loop -> loop.kind() != Loop.Kind.RETRY)
                    .filter(loop -> ShortLoops.goesThroughData(match, loop))
                    .filter(loop -> onlyGrows(text, loop.node(), match.file()))
                    .toList())
        .orElse(List.of());
  }

  private static boolean onlyGrows(Variable text, Node loop, FileContext file) {
    LoopFlow flow = LoopFlow.in(file, loop);
    return !flow.declares(text)
        && flow.uses(text).stream().allMatch(use -> isOwn(use.node()) || isEmptyTest(use.node()))
        && !flow.callsMention(text, file);
  }

  /** Whether a mention of the variable belongs to an append. */
  private static boolean isOwn(Expression mention) {
    Node at = mention;
    while (at.getParentNode().orElse(null) instanceof Expression outer) {
      if (outer instanceof AssignExpr assign) {
        return isAppend(assign)
            && (assign.getTarget() == mention
                || assign.getOperator() == AssignExpr.Operator.ASSIGN
                    && start(assign.getValue()) == mention);
      }
      at = outer;
    }
    return false;
  }

  /**
   * {@code s.isEmpty()}, {@code s.length() > 0}, {@code s.equals("")}: a builder can tell as well.
   */
  private static boolean isEmptyTest(Expression mention) {
    Node parent = mention.getParentNode().orElse(null);
    if (!(parent instanceof MethodCallExpr call)) {
      return false;
    }
    return switch (call.getNameAsString()) {
      case "isEmpty" -> call.getScope().filter(scope -> scope == mention).isPresent();
      case "length" ->
          call.getParentNode().orElse(null) instanceof BinaryExpr test
              && (isZero(test.getRight()) || isZero(test.getLeft()));
      case "equals" ->
          call.getArguments().size() == 1
              && (isEmptyText(call.getArgument(0))
                  || call.getScope().filter(TextGrowth::isEmptyText).isPresent());
      default -> false;
    };
  }

  private static boolean isZero(Expression number) {
    return number.isIntegerLiteralExpr() && number.asIntegerLiteralExpr().getValue().equals("0");
  }

  private static boolean isEmptyText(Expression text) {
    return text.isStringLiteralExpr() && text.asStringLiteralExpr().getValue().isEmpty();
  }

  /** Whether no earlier statement makes the same text longer in the same loop. */
  static boolean isFirst(Match match) {
    List<Loop> loops = loops(match);
    if (loops.isEmpty()) {
      return false;
    }
    Node outermost = loops.get(loops.size() - 1).node();
    Variable text = variable(match).orElseThrow();
    for (LoopFlow.Use use : LoopFlow.in(match.file(), outermost).uses(text)) {
      Node parent = use.node().getParentNode().orElse(null);
      if (parent instanceof AssignExpr assign
          && assign.getTarget() == use.node()
          && isAppend(assign)) {
        if (assign == match.node()) {
          return true;
        }
        Site site = match.file().siteOf(assign, match.site());
        boolean grows =
            loops(new Match(match.file(), site, Optional.empty())).stream()
                .anyMatch(loop -> loop.node() == outermost);
        if (grows) {
          return false;
        }
      }
    }
    return false;
  }

  /** Whether every pass adds the same, as padding and indentation do. */
  static boolean addsTheSame(Match match) {
    Variable text = variable(match).orElseThrow();
    return loops(match).stream()
        .allMatch(
            loop -> {
              LoopFlow flow = LoopFlow.in(match.file(), loop.node());
              return flow.uses(text).stream()
                  .map(use -> use.node().getParentNode().orElse(null))
                  .filter(AssignExpr.class::isInstance)
                  .noneMatch(append -> adds(((AssignExpr) append), flow));
            });
  }

  /** Whether what it adds differs from pass to pass. */
  private static boolean adds(AssignExpr append, LoopFlow flow) {
    if (append.getOperator() == AssignExpr.Operator.PLUS) {
      return flow.varies(append.getValue());
    }
    Expression at = append.getValue();
    while (true) {
      if (at instanceof BinaryExpr sum) {
        if (flow.varies(sum.getRight())) {
          return true;
        }
        at = sum.getLeft();
      } else if (at instanceof MethodCallExpr call
          && start(call) != call
          && call.getScope().isPresent()) {
        if (call.getArguments().stream().anyMatch(flow::varies)) {
          return true;
        }
        at = call.getScope().get();
      } else {
        return false;
      }
    }
  }
}
