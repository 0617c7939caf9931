package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import dev.perflint.source.Frame;
import dev.perflint.types.Truth;
import java.util.Optional;

/**
 * A lock that is held at a place.
 *
 * @param at what takes it: the method, the {@code synchronized} statement, the call of {@code lock}
 * @param name which one it is; empty for a local variable, an element of a map and the like
 * @param truth whether it is one at all: that of a {@code Lock} may depend on its type
 */
public record HeldLock(Kind kind, Node at, Optional<Name> name, Truth truth) {
  /** How it was taken, and so what others do meanwhile. */
  public enum Kind {
    /** The monitor of a synchronized method. */
    SYNCHRONIZED_METHOD,
    /** The monitor of a {@code synchronized} statement. */
    SYNCHRONIZED_BLOCK,
    /** A {@code Lock}, or the writing part of one; others wait. */
    LOCK,
    /** The reading part of a {@code ReadWriteLock}: other readers go on. */
    READ_LOCK,
    /** {@code tryLock()}: others that do the same go on without it. */
    TRIED
  }

  /**
   * Names a lock within its file.
   *
   * @param text qualified, e.g. {@code com.acme.Stock.this}, {@code com.acme.Stock.class}, {@code
   *     com.acme.Stock.lock}
   * @param holder the type whose monitor or field it is
   * @param isStatic whether there is one in the whole program; else one in each object
   */
  public record Name(String text, Frame holder, boolean isStatic) {}

  /** Whether everybody else who wants the lock waits while it is held. */
  public boolean isExclusive() {
    return kind != Kind.READ_LOCK && kind != Kind.TRIED;
  }

  /** Whether it is a monitor, which {@code synchronized} takes. */
  public boolean isMonitor() {
    return kind == Kind.SYNCHRONIZED_METHOD || kind == Kind.SYNCHRONIZED_BLOCK;
  }
}
