package dev.perflint.source;

import com.github.javaparser.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a site, from the inside out: an immutable chain that the tree walk builds once, so
 * that no rule ever climbs parents.
 *
 * <p>A frame holds only what its construct repeats or guards: the iterable of a for-each and the
 * initialiser of a {@code for} run once and stay outside of the {@link Kind#LOOP}; the condition of
 * an {@code if} stays outside of its {@link Kind#BRANCH}.
 */
public final class Frame {
  /** What kind of construct; the node's class says the rest. */
  public enum Kind {
    /** A class, interface, enum, record, annotation or anonymous class body. */
    TYPE,
    /** A field's initialiser. */
    FIELD,
    /** A static or instance initialiser block. */
    INITIALIZER,
    METHOD,
    CONSTRUCTOR,
    LAMBDA,
    LOOP,
    /** The block of a {@code synchronized} statement. */
    LOCK,
    TRY,
    CATCH,
    FINALLY,
    /**
     * One branch of an {@code if}, {@code switch} or conditional expression; the node is the branch
     * itself.
     */
    BRANCH
  }

  private final Kind kind;
  private final Node node;
  private final @Nullable Frame parent;

  Frame(Kind kind, Node node, @Nullable Frame parent) {
    this.kind = kind;
    this.node = node;
    this.parent = parent;
  }

  public Kind kind() {
    return kind;
  }

  /**
   * The whole construct: the {@code ForStmt} of a loop, the {@code CatchClause}, the statement of a
   * branch.
   */
  public Node node() {
    return node;
  }

  public @Nullable Frame parent() {
    return parent;
  }

  /** Method, constructor, initializer or field: where a member starts. */
  public boolean isMember() {
    return switch (kind) {
      case METHOD, CONSTRUCTOR, INITIALIZER, FIELD -> true;
      default -> false;
    };
  }

  /** This frame or the nearest one around it of that kind, whatever lies between. */
  public Optional<Frame> nearest(Kind wanted) {
    for (Frame frame = this; frame != null; frame = frame.parent) {
      if (frame.kind == wanted) {
        return Optional.of(frame);
      }
    }
    return Optional.empty();
  }

  /**
   * The nearest frame of that kind within the same member; lambdas and anonymous classes end the
   * search.
   */
  public Optional<Frame> nearestInBody(Kind wanted) {
    for (Frame frame = this; frame != null; frame = frame.parent) {
      if (frame.kind == wanted) {
        return Optional.of(frame);
      }
      if (frame.isMember() || frame.kind == Kind.LAMBDA || frame.kind == Kind.TYPE) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The types around, innermost first. */
  public List<Frame> types() {
    List<Frame> types = new ArrayList<>(2);
    for (Frame frame = this; frame != null; frame = frame.parent) {
      if (frame.kind == Kind.TYPE) {
        types.add(frame);
      }
    }
    return types;
  }

  /** The member that this frame belongs to: of an anonymous class, its own method. */
  public Optional<Frame> member() {
    for (Frame frame = this; frame != null; frame = frame.parent) {
      if (frame.isMember()) {
        return Optional.of(frame);
      }
    }
    return Optional.empty();
  }
}
