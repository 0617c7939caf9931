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
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.perflint.types.Truth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks the ways through a body, from the call that takes something to where it is given back. Each
 * statement is entered with all that may be the case there, as bits, and says what may be the case
 * behind it; 0 is a place that is not reached. Where the ways of Java are many, the quieter one is
 * taken: every catch clause catches, and a finally block that may give back does.
 */
final class ReleasePaths {
  private static final int NOT_YET = 1;
  private static final int HELD = 2;
  private static final int BACK = 4;

  /** Held, and a call has failed since. */
  private static final int FAILED = 8;

  /** What a break, continue or exception within a statement leads to. */
  private static final class Around {
    final Statement statement;
    final boolean catches;
    final boolean givesBack;
    int broken;
    int continued;
    int thrown;
    @Nullable Node cause;

    Around(Statement statement, boolean catches, boolean givesBack) {
      this.statement = statement;
      this.catches = catches;
      this.givesBack = givesBack;
    }
  }

  private final Fallible fallible;
  private final Expression taking;
  private final NullTests tests;
  private final boolean ownMayFail;
  private final Set<Node> own = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Around> around = new ArrayDeque<>();
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
    this.tests = new NullTests(taking);
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
    around.clear();
    leave(walk(body, NOT_YET), ReleaseGap.Kind.END, taking);
    return gaps.entrySet().stream()
        .findFirst()
        .map(gap -> new ReleaseGap(gap.getKey(), gap.getValue(), Truth.SURE));
  }

  private void leave(int state, ReleaseGap.Kind kind, Node at) {
    if ((state & HELD) != 0) {
      gaps.putIfAbsent(kind, at);
    }
    if ((state & FAILED) != 0) {
      gaps.putIfAbsent(ReleaseGap.Kind.FAILURE, failed);
    }
  }

  private static int back(int state) {
    return (state & (HELD | FAILED)) == 0 ? state : state & NOT_YET | BACK;
  }

  private int walk(Statement statement, int in) {
    if (in == 0) {
      return 0;
    }
    int out = within(statement, in);
    return ends.contains(statement) && !(statement instanceof TryStmt) ? back(out) : out;
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
    Optional<LoopParts> loop = LoopParts.of(statement);
    if (loop.isPresent()) {
      return loop(statement, loop.get(), in);
    }
    if (statement instanceof BreakStmt stop) {
      jump(in, stop.getLabel().isPresent(), false);
      return 0;
    }
    if (statement instanceof ContinueStmt next) {
      jump(in, next.getLabel().isPresent(), true);
      return 0;
    }
    int out = evaluate(statement, in);
    if (statement instanceof ReturnStmt) {
      boolean covered = around.stream().anyMatch(outer -> outer.givesBack);
      leave(covered || ends.contains(statement) ? back(out) : out, ReleaseGap.Kind.EXIT, statement);
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
    int then = walk(choice.getThenStmt(), absent ? back(tested) : tested);
    int otherwise = present ? back(tested) : tested;
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
    Around here = new Around(statement, false, false);
    around.push(here);
    int left = loop.endless() || loop.atLeastOnce() ? 0 : head;
    int before = 0;
    while (head != before) {
      before = head;
      int state = head;
      for (Node part : loop.test()) {
        state = evaluate(part, state);
      }
      state = walk(loop.body(), state) | here.continued;
      for (Node part : loop.after()) {
        state = evaluate(part, state);
      }
      left |= loop.endless() ? 0 : state;
      head |= state;
    }
    around.pop();
    return left | here.broken;
  }

  private int select(SwitchStmt select, int in) {
    int selected = evaluate(select.getSelector(), in);
    Around here = new Around(select, false, false);
    around.push(here);
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
    around.pop();
    return out | fallen | here.broken | (complete ? 0 : selected);
  }

  private int attempt(TryStmt attempt, int in) {
    boolean finallyGives = attempt.getFinallyBlock().filter(this::mayGiveBack).isPresent();
    Around whole = new Around(attempt, false, finallyGives);
    around.push(whole);
    Around body = new Around(attempt, !attempt.getCatchClauses().isEmpty(), false);
    around.push(body);
    body.thrown = in & (NOT_YET | BACK);
    int state = in;
    for (Expression resource : attempt.getResources()) {
      int opened = evaluate(resource, state);
      // From here on the try statement itself sees to it.
      state = ends.contains(attempt) ? back(opened) : opened;
    }
    state = walk(attempt.getTryBlock(), state);
    around.pop();
    int out = state;
    for (CatchClause handler : attempt.getCatchClauses()) {
      failed = body.cause == null ? failed : body.cause;
      out |= walk(handler.getBody(), body.thrown);
    }
    around.pop();
    if (attempt.getFinallyBlock().isEmpty()) {
      return out;
    }
    return finallyGives ? back(out) : walk(attempt.getFinallyBlock().get(), out);
  }

  private boolean mayGiveBack(Node block) {
    for (Node end : ends) {
      if (block.isAncestorOf(end)) {
        return true;
      }
    }
    return false;
  }

  /** Labels lead further out than to the next loop: of them nothing is said. */
  private void jump(int in, boolean labeled, boolean toLoop) {
    int state = labeled ? 0 : in;
    for (Around outer : around) {
      boolean loop = LoopParts.of(outer.statement).isPresent();
      if (loop && toLoop) {
        outer.continued |= state;
        return;
      }
      if (loop || outer.statement instanceof SwitchStmt && !toLoop) {
        outer.broken |= state;
        return;
      }
      state = outer.givesBack ? back(state) : state;
    }
  }

  private void thrown(int state, ReleaseGap.Kind kind, Node at) {
    for (Around outer : around) {
      if (outer.givesBack) {
        return;
      }
      if (outer.catches) {
        outer.thrown |= state;
        outer.cause = outer.cause == null ? at : outer.cause;
        return;
      }
    }
    failed = at;
    leave(state, kind, at);
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
      return HELD;
    }
    if (ends.contains(node)) {
      return back(state);
    }
    if ((state & HELD) != 0 && mayFail(node)) {
      thrown(FAILED, ReleaseGap.Kind.FAILURE, node);
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
