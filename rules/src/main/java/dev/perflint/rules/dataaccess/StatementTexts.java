package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.facts.Literals;
import dev.perflint.facts.Loop;
import dev.perflint.facts.LoopFlow;
import dev.perflint.match.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The text of a statement that runs in a loop: the same on each pass, or another one. */
final class StatementTexts {
  /** Calls whose first argument is the text of a statement. */
  private static final Set<String> TAKING_TEXT =
      Set.of("prepareStatement", "prepareCall", "sql", "createUpdate");

  private static final int MOST_VARIABLES = 3;

  private StatementTexts() {}

  static boolean takesText(MethodCallExpr call) {
    return TAKING_TEXT.contains(call.getNameAsString()) && !call.getArguments().isEmpty();
  }

  /** Whether some pass of the loops around may run another text than the one before. */
  static boolean differ(Match match) {
    return of(match).stream().anyMatch(text -> varies(text, match));
  }

  private static List<Expression> of(Match match) {
    List<Expression> texts = new ArrayList<>();
    match
        .known()
        .filter(known -> known.kind().equals("text"))
        .flatMap(known -> match.argument(0))
        .ifPresent(texts::add);
    StatementOrigins.of(match).calls().stream()
        .filter(StatementTexts::takesText)
        .forEach(call -> texts.add(call.getArgument(0)));
    if (match.known().isEmpty() && match.node() instanceof MethodCallExpr call) {
      texts.addAll(HandedTexts.of(call));
    }
    return texts;
  }

  /** The innermost loop prepares what the match runs. */
  static boolean isPreparedInLoop(Match match) {
    Optional<Loop> loop = match.loops().stream().findFirst();
    return loop.isPresent()
        && StatementOrigins.of(match).calls().stream()
            .anyMatch(
                call ->
                    call.getNameAsString().equals("prepareStatement")
                        && loop.get().node().isAncestorOf(call));
  }

  static String message(Match match) {
    String loop = match.elementLoops().stream().findFirst().map(Loop::text).orElse("");
    return "`%s` runs a statement that is prepared again for each element: %s."
        .formatted(match.callee(), loop);
  }

  private static boolean varies(Expression text, Match match) {
    return varies(text, match, 0);
  }

  private static boolean varies(Expression text, Match match, int hops) {
    if (Literals.text(text, match.site().scope()).isPresent()) {
      return false;
    }
    if (text instanceof NameExpr name && hops < MOST_VARIABLES) {
      List<Expression> given = StatementOrigins.values(name, match);
      if (given.size() == 1) {
        return varies(given.get(0), match, hops + 1);
      }
    }
    return match.elementLoops().stream()
        .anyMatch(loop -> LoopFlow.in(match.file(), loop.node()).varies(text));
  }
}
