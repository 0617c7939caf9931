package dev.perflint.source;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** How a statement is left: at its end, or by a jump whichever way it takes. */
public final class Exits {
  /** Branches in and after branches that are looked at; beyond, a statement is left at its end. */
  private static final int DEEPEST = 60;

  /** Generated code has blocks of thousands, and each place in them asks. */
  private static final int MOST = 60;

  private Exits() {}

  /** Whether control never reaches what follows: a return, throw, break, continue or yield. */
  public static boolean always(Statement statement) {
    return always(statement, Exits::isJump);
  }

  /**
   * Whether each way through a statement ends in a jump of some kind.
   *
   * @param counts asked of what is no block, branch, lock or attempt
   */
  public static boolean always(Statement statement, Predicate<Statement> counts) {
    return always(statement, counts, 0);
  }

  private static boolean always(Statement statement, Predicate<Statement> counts, int depth) {
    Statement last = last(statement);
    if (depth >= DEEPEST) {
      return false;
    }
    if (last instanceof IfStmt choice) {
      return choice.getElseStmt().isPresent()
          && always(choice.getThenStmt(), counts, depth + 1)
          && always(choice.getElseStmt().get(), counts, depth + 1);
    }
    if (last instanceof SynchronizedStmt lock) {
      return always(lock.getBody(), counts, depth + 1);
    }
    if (last instanceof TryStmt attempt) {
      return always(attempt.getTryBlock(), counts, depth + 1)
          && attempt.getCatchClauses().stream()
              .allMatch(clause -> always(clause.getBody(), counts, depth + 1));
    }
    return counts.test(last);
  }

  /**
   * The branches of a block by which it may be left before it gets to a statement, in their order:
   * {@code if (done) return;}. Of a long block the first statements alone are looked at.
   */
  public static List<IfStmt> before(Statement here, BlockStmt block) {
    List<IfStmt> exits = List.of();
    NodeList<Statement> statements = block.getStatements();
    for (int i = 0; i < Math.min(MOST, statements.size()) && statements.get(i) != here; i++) {
      if (statements.get(i) instanceof IfStmt choice && always(choice.getThenStmt())) {
        exits = exits.isEmpty() ? new ArrayList<>(1) : exits;
        exits.add(choice);
      }
    }
    return exits;
  }

  /** The last of blocks in blocks; an empty block itself. */
  private static Statement last(Statement statement) {
    Statement last = statement;
    while (last instanceof BlockStmt block && !block.isEmpty()) {
      NodeList<Statement> statements = block.getStatements();
      last = statements.get(statements.size() - 1);
    }
    return last;
  }

  private static boolean isJump(Statement statement) {
    return statement.isReturnStmt()
        || statement.isThrowStmt()
        || statement.isBreakStmt()
        || statement.isContinueStmt()
        || statement.isYieldStmt();
  }
}
