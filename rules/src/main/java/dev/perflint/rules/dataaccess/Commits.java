package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.Loop;
import dev.perflint.facts.LoopFlow;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is made durable or visible in a loop: transactions, offsets, indexes. */
final class Commits {
  private static final List<String> CONTEXTS =
      List.of(
          "jakarta.persistence.EntityManager",
          "javax.persistence.EntityManager",
          "org.hibernate.Session");

  private static final Set<String> KEEPING =
      Set.of("persist", "merge", "remove", "save", "saveOrUpdate", "update", "delete");

  private Commits() {}

  /** The pass writes a row itself: of what it calls nobody knows how much that is. */
  static boolean writesHere(Match match) {
    return innermost(match)
        .map(loop -> LoopFlow.in(match.file(), loop.node()).calls())
        .filter(calls -> calls.stream().anyMatch(call -> writes(call, match)))
        .isPresent();
  }

  private static boolean writes(MethodCallExpr call, Match match) {
    FileContext file = match.file();
    Site site = file.siteOf(call, match.site());
    if (file.calls().plays(site, Roles.ROW_WRITE).mayBeReported()) {
      return true;
    }
    return KEEPING.contains(call.getNameAsString())
        && CONTEXTS.stream()
            .anyMatch(
                type ->
                    file.types().resolver().isA(file.calls().owner(site), type).mayBeReported());
  }

  /** Before the match, in the same pass: what is committed then is a batch. */
  static boolean hasInnerLoop(Match match) {
    return innermost(match)
        .flatMap(
            loop ->
                loop.node()
                    .findFirst(
                        Node.class,
                        node -> node != loop.node() && isLoop(node) && !holds(node, match)))
        .isPresent();
  }

  private static boolean holds(Node loop, Match match) {
    return loop.isAncestorOf(match.node());
  }

  private static boolean isLoop(Node node) {
    return node instanceof ForEachStmt
        || node instanceof ForStmt
        || node instanceof WhileStmt
        || node instanceof DoStmt
        || node instanceof MethodCallExpr call && call.getNameAsString().equals("forEach")
        || node instanceof MethodCallExpr batch && batch.getNameAsString().equals("executeBatch");
  }

  private static Optional<Loop> innermost(Match match) {
    return match.loops().stream().findFirst();
  }

  static String message(Match match) {
    String loop = match.elementLoops().stream().findFirst().map(Loop::text).orElse("");
    return "`%s` commits for each element: %s.".formatted(match.callee(), loop);
  }
}
