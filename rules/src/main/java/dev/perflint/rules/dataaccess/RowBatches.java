package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.Loop;
import dev.perflint.facts.LoopFlow;
import dev.perflint.facts.RowWrites;
import dev.perflint.facts.Variable;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.rule.Rule;
import dev.perflint.source.Site;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import java.util.Optional;

/** Whether the rows that a loop writes one by one could be sent together. */
final class RowBatches {
  private RowBatches() {}

  static boolean needsAnswer(Match match) {
    return RowWrites.needsAnswer(match.file(), match.site(), false);
  }

  /**
   * The element is the database, or says which one: {@code shard.jdbc().update(...)}, {@code
   * templates.get(tenant).update(...)}. A batch goes to one.
   */
  static boolean isElsewhere(Match match) {
    return isOnElement(match)
        || match.elementLoops().stream()
            .map(loop -> LoopFlow.in(match.file(), loop.node()))
            .anyMatch(
                flow ->
                    StatementOrigins.of(match).calls().stream()
                        .anyMatch(call -> opensBy(call, flow)));
  }

  /** What the match is called on begins with a variable of the loop's own. */
  static boolean isOnElement(Match match) {
    return match.elementLoops().stream()
        .map(loop -> LoopFlow.in(match.file(), loop.node()))
        .anyMatch(
            flow ->
                StatementOrigins.of(match).roots().stream()
                    .anyMatch(root -> isOf(root, flow, match)));
  }

  private static boolean isOf(NameExpr root, LoopFlow flow, Match match) {
    return Variable.meantBy(root, match.file().siteOf(root, match.site()).scope())
        .filter(flow::declares)
        .isPresent();
  }

  /** The first call of a chain, which opens or looks up what the others work on. */
  private static boolean opensBy(MethodCallExpr call, LoopFlow flow) {
    boolean first = call.getScope().filter(MethodCallExpr.class::isInstance).isEmpty();
    return first
        && !StatementTexts.takesText(call)
        && call.getArguments().stream().anyMatch(flow::varies);
  }

  /**
   * The loop asks the database something else on each pass, so that the rows are not all known
   * before: what is asked may depend on them, and round trips stay.
   */
  static Truth asksMore(Match match) {
    Truth more = Truth.NO;
    FileContext file = match.file();
    for (Loop loop : match.elementLoops()) {
      for (MethodCallExpr call : LoopFlow.in(file, loop.node()).calls()) {
        if (call != match.node()) {
          more = more.or(asks(file, file.siteOf(call, match.site())));
        }
      }
    }
    return more;
  }

  private static Truth asks(FileContext file, Site call) {
    boolean writesRow =
        file.calls().plays(call, Roles.ROW_WRITE).mayBeReported()
            && !RowWrites.needsAnswer(file, call, false);
    if (writesRow) {
      return Truth.NO;
    }
    // Of a library that is not scanned along nobody can say what it does.
    Truth through =
        Statements.mayRunQuery(file, call)
            .and(Statements.mayWriteRow(file, call).not())
            .and(Truth.open(new Question.IsForeign(file.calls().owner(call))).not());
    return file.calls().plays(call, Roles.QUERY).or(Repositories.isCall(file, call)).or(through);
  }

  /** A handler in the loop goes on with the next row when one fails. */
  static boolean toleratesFailure(Match match) {
    Optional<Node> loop = match.elementLoops().stream().findFirst().map(Loop::node);
    Node last = match.node();
    Node at = last.getParentNode().orElse(null);
    while (loop.isPresent()
        && at != null
        && !(at instanceof BodyDeclaration<?>)
        && at != loop.get()) {
      if (at instanceof TryStmt attempt
          && attempt.getTryBlock() == last
          && attempt.getCatchClauses().stream().anyMatch(RowBatches::goesOn)) {
        return true;
      }
      last = at;
      at = at.getParentNode().orElse(null);
    }
    return false;
  }

  private static boolean goesOn(CatchClause handler) {
    return handler.getBody().getStatements().getLast().filter(RowBatches::leaves).isEmpty();
  }

  private static boolean leaves(Statement last) {
    return last.isThrowStmt() || last.isReturnStmt() || last.isBreakStmt();
  }

  static String message(Match match) {
    String loop = match.elementLoops().stream().findFirst().map(Loop::text).orElse("");
    String way = match.known().isPresent() ? "" : Rule.VIA;
    return "`%s` sends one row%s for each element: %s.".formatted(match.callee(), way, loop);
  }
}
