package dev.perflint.rules.buffers;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.ValueUses;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.List;

/** Whether an array or buffer is only lent to others, so that the next call could use it again. */
final class Borrowing {
  private Borrowing() {}

  /** What happens to it; a variable may be given one array or buffer after the other. */
  static List<ValueUses.Use> uses(Match match) {
    FileContext file = match.file();
    Class<?> kind = match.node().getClass();
    ValueUses.Way way =
        new ValueUses.Way(
            site -> file.calls().plays(site, Roles.VIEWS).isShown(),
            other -> other.isArrayCreationExpr() && kind == ArrayCreationExpr.class,
            false);
    return ValueUses.of(file, (Expression) match.node(), way).stream()
        .filter(use -> use.kind() != ValueUses.Kind.RETURNED)
        .toList();
  }

  /**
   * SURE or LIKELY when it is used, and all that gets hold of it are members known to give it back;
   * code that cannot be seen may keep it, as may a lambda that runs later.
   */
  static Truth isOnlyLent(Match match) {
    List<ValueUses.Use> uses = uses(match);
    Truth truth = Truth.of(!uses.isEmpty());
    for (ValueUses.Use use : uses) {
      truth = truth.and(isLent(use, match));
    }
    return truth;
  }

  private static Truth isLent(ValueUses.Use use, Match match) {
    if (use.via().isEmpty() && functionAround(use.node()) != functionAround(match.node())) {
      return Truth.NO;
    }
    return switch (use.kind()) {
      case RECEIVER, ELEMENT -> Truth.SURE;
      case ARGUMENT -> borrows(use.node(), match);
      case CLOSED, RETURNED, ESCAPES -> Truth.NO;
    };
  }

  private static Truth borrows(Node call, Match match) {
    Site site = match.file().siteOf(call, match.site());
    Truth truth = match.file().calls().plays(site, Roles.BORROWS);
    // What the knowledge does not list may keep it.
    return truth.isNo() ? Truth.UNKNOWN : truth;
  }

  /** The lambda or member whose run the node belongs to. */
  private static Node functionAround(Node node) {
    Node at = node;
    while (!(at instanceof LambdaExpr || at instanceof BodyDeclaration<?>)) {
      at = at.getParentNode().orElseThrow();
    }
    return at;
  }
}
