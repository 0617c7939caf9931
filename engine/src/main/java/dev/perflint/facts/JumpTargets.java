package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The statements around a place to which a break, a continue or an exception leads. */
final class JumpTargets {
  /** One of them, with what may be the case where it is reached so. */
  static final class Target {
    private final Statement statement;
    private final boolean catches;
    private final boolean givesBack;
    int broken;
    int continued;
    int thrown;

    /** What failed first. */
    @Nullable Node cause;

    private Target(Statement statement, boolean catches, boolean givesBack) {
      this.statement = statement;
      this.catches = catches;
      this.givesBack = givesBack;
    }
  }

  private final Deque<Target> targets = new ArrayDeque<>();

  /**
   * Until {@link #leave}.
   *
   * @param givesBack whether its finally block gives back what is held
   */
  Target enter(Statement statement, boolean catches, boolean givesBack) {
    Target target = new Target(statement, catches, givesBack);
    targets.push(target);
    return target;
  }

  void leave() {
    targets.pop();
  }

  /** Whether some finally block around gives back what is held. */
  boolean giveBack() {
    return targets.stream().anyMatch(target -> target.givesBack);
  }

  /** Labels lead further out than to the next loop: of them nothing is said. */
  void jump(int from, boolean labeled, boolean toLoop) {
    int state = labeled ? 0 : from;
    for (Target target : targets) {
      boolean loop = LoopParts.of(target.statement).isPresent();
      if (loop && toLoop) {
        target.continued |= state;
        return;
      }
      if (!toLoop && (loop || target.statement instanceof SwitchStmt)) {
        target.broken |= state;
        return;
      }
      state = target.givesBack ? HeldBits.back(state) : state;
    }
  }

  /** Whether something here catches what is thrown, or gives back what is held. */
  boolean thrown(int state, Node at) {
    for (Target target : targets) {
      if (target.givesBack) {
        return true;
      }
      if (target.catches) {
        target.thrown |= state;
        target.cause = target.cause == null ? at : target.cause;
        return true;
      }
    }
    return false;
  }
}
