package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.perflint.source.Ancestry;
import dev.perflint.types.Truth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Walks the ways through a body, from the call that takes something to where it is given back. Each
 * statement is entered with all that may be the case there, as bits, and says what may be the case
 * behind it; 0 is a place that is not reached. Where the ways of Java are many, the quieter one is
 * taken: every catch clause catches, and a finally block that may give back does.
 */
final class ReleasePaths {
  private final Fallible fallible;
  private final Expression taking;
  private final NullTests tests;
  private final boolean ownMayFail;
  private final Set<Node> own = Collections.newSetFromMap(new IdentityHashMap<>());
  private final JumpTargets around = new JumpTargets();
  private final Map<ReleaseGap.Kind, Node> gaps = new EnumMap<>(ReleaseGap.Kind.class);
  private Collection<Node> ends = List.of();
  private Node failed;

  /**
   * @param own calls of methods of what is taken
   * @param ownMayFail whether they may fail
   */
  ReleasePaths(FileContext file, Expression taking, List<Node> own, boolean ownMayFail) {
    this.fallible = new Fallible(file);
    this.taking = taking;
    this.tests = new NullTests(taking, TakenReader.isAnswer(taking, file));
    this.failed = taking;
    this.own.addAll(own);
    this.ownMayFail = ownMayFail;
  }

  /** Whether what stands in a node does not run when the node does. */
  static boolean runsElsewhere(Node node) {
    return node instanceof LambdaExpr
        || node instanceof LocalClassDeclarationStmt
        || node instanceof ObjectCreationExpr made && made.getAnonymousClassBody().isPresent();
  }

  /**
   * The first way to lose it.
   *
   * @param ends nodes of the body with which it is given back or is no longer ours
   */
  Optional<ReleaseGap> gap(Statement body, Set<Node> ends) {
    this.ends = ends;
    gaps.clear();
    leave(walk(body, HeldBits.NOT_YET), ReleaseGap.Kind.END, taking);
    return gaps.entrySet().stream()
        .findFirst()
        .map(gap -> new ReleaseGap(gap.getKey(), gap.getValue(), Truth.SURE));
  }

  private void leave(int state, ReleaseGap.Kind kind, Node at) {
    if ((state & HeldBits.HELD) != 0) {
      gaps.putIfAbsent(kind, at);
    }
    if ((state & HeldBits.FAILED) != 0) {
      gaps.putIfAbsent(ReleaseGap.Kind.FAILURE, failed);
    }
  }

  private int walk(Statement statement, int in) {
    if (in == 0) {
      return 0;
    }
    int out = within(statement, in);
    return ends.contains(statement) && !(statement instanceof TryStmt) ? HeldBits.back(out) : out;
  }

  private int within(Statement statement, int in) {
    if (statement instanceof BlockStmt block) {
      return all(block.getStatements(), in);
    }
    if (statement instanceof IfStmt choice) {
      return choice(choice, in);
    }
    if (statement instanceof TryStmt attempt) {
      return attempt(attempt, in);
    }
    if (statement instanceof SwitchStmt select) {
      return select(select, in);
    }
    if (statement instanceof LabeledStmt labeled) {
      return walk(labeled.getStatement(), in);
    }
    if (statement instanceof SynchronizedStmt locked) {
      return walk(locked.getBody(), evaluate(locked.getExpression(), in));
    }
    Optional<LoopParts> loop = LoopParts.of(statement);
    if (loop.isPresent()) {
      return loop(statement, loop.get(), in);
    }
    if (statement instanceof BreakStmt stop) {
      around.jump(in, stop.getLabel().isPresent(), false);
      return 0;
    }
    if (statement instanceof ContinueStmt next) {
      around.jump(in, next.getLabel().isPresent(), true);
      return 0;
    }
    int out = evaluate(statement, in);
    if (statement instanceof ReturnStmt) {
      boolean covered = around.giveBack();
      leave(
          covered || ends.contains(statement) ? HeldBits.back(out) : out,
          ReleaseGap.Kind.EXIT,
          statement);
      return 0;
    }
    if (statement instanceof ThrowStmt) {
      thrown(out, ReleaseGap.Kind.EXIT, statement);
      return 0;
    }
    return out;
  }

  private int all(List<Statement> statements, int in) {
    int state = in;
    for (Statement statement : statements) {
      state = walk(statement, state);
    }
    return state;
  }

  private int choice(IfStmt choice, int in) {
    int tested = evaluate(choice.getCondition(), in);
    boolean absent = tests.isAbsentIn(choice.getCondition());
    boolean present = tests.isPresentIn(choice.getCondition());
    int then = walk(choice.getThenStmt(), absent ? HeldBits.back(tested) : tested);
    int otherwise = present ? HeldBits.back(tested) : tested;
    return then
        | (choice.getElseStmt().isPresent()
            ? walk(choice.getElseStmt().get(), otherwise)
            : otherwise);
  }

  private int loop(Statement statement, LoopParts loop, int in) {
    int head = in;
    for (Node part : loop.before()) {
      head = evaluate(part, head);
    }
    JumpTargets.Target here = around.enter(statement, false, false);
    int left = 0;
    int before = 0;
    while (head != before) {
      before = head;
      int state = head;
      for (Node part : loop.test()) {
        state = evaluate(part, state);
      }
      left |= loop.endless() || loop.atLeastOnce() ? 0 : state;
      state = walk(loop.body(), state) | here.continued;
      for (Node part : loop.after()) {
        state = evaluate(part, state);
      }
      left |= loop.atLeastOnce() && !loop.endless() ? state : 0;
      head |= state;
    }
    around.leave();
    return left | here.broken;
  }

  private int select(SwitchStmt select, int in) {
    int selected = evaluate(select.getSelector(), in);
    JumpTargets.Target here = around.enter(select, false, false);
    boolean complete = false;
    int fallen = 0;
    int out = 0;
    for (SwitchEntry entry : select.getEntries()) {
      complete |= entry.getLabels().isEmpty();
      int end = all(entry.getStatements(), selected | fallen);
      boolean falls = entry.getType() == SwitchEntry.Type.STATEMENT_GROUP;
      fallen = falls ? end : 0;
      out |= falls ? 0 : end;
    }
    around.leave();
    return out | fallen | here.broken | (complete ? 0 : selected);
  }

  private int attempt(TryStmt attempt, int in) {
    boolean finallyGives = attempt.getFinallyBlock().filter(this::mayGiveBack).isPresent();
    around.enter(attempt, false, finallyGives);
    JumpTargets.Target body = around.enter(attempt, !attempt.getCatchClauses().isEmpty(), false);
    body.thrown = in & (HeldBits.NOT_YET | HeldBits.BACK);
    int state = in;
    for (Expression resource : attempt.getResources()) {
      int opened = evaluate(resource, state);
      // From here on the try statement itself sees to it.
      state = ends.contains(attempt) ? HeldBits.back(opened) : opened;
    }
    state = walk(attempt.getTryBlock(), state);
    around.leave();
    int out = state;
    for (CatchClause handler : attempt.getCatchClauses()) {
      failed = body.cause == null ? failed : body.cause;
      out |= walk(handler.getBody(), body.thrown);
    }
    around.leave();
    if (attempt.getFinallyBlock().isEmpty()) {
      return out;
    }
    return finallyGives ? HeldBits.back(out) : walk(attempt.getFinallyBlock().get(), out);
  }

  private boolean mayGiveBack(Node block) {
    for (Node end : ends) {
      if (Ancestry.holds(block, end)) {
        return true;
      }
    }
    return false;
  }

  private void thrown(int state, ReleaseGap.Kind kind, Node at) {
    if (!around.thrown(state, at)) {
      failed = at;
      leave(state, kind, at);
    }
  }

  /** In the order in which a node's parts run; what only some of them do counts as done. */
  private int evaluate(Node node, int in) {
    int state = in;
    if (!runsElsewhere(node)) {
      for (Node part : inOrder(node)) {
        state = evaluate(part, state);
      }
    }
    if (node == taking) {
      return HeldBits.HELD;
    }
    if (ends.contains(node)) {
      return HeldBits.back(state);
    }
    if ((state & HeldBits.HELD) != 0 && mayFail(node)) {
      thrown(HeldBits.FAILED, ReleaseGap.Kind.FAILURE, node);
    }
    return state;
  }

  private boolean mayFail(Node node) {
    return own.contains(node) ? ownMayFail : fallible.mayFail(node);
  }

  private static List<Node> inOrder(Node node) {
    if (!(node instanceof MethodCallExpr call)) {
      return node.getChildNodes();
    }
    List<Node> parts = new ArrayList<>(call.getArguments().size() + 1);
    call.getScope().ifPresent(parts::add);
    parts.addAll(call.getArguments());
    return parts;
  }
}
