package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import dev.perflint.knowledge.MemberPattern;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which locks a place holds: monitors of {@code synchronized} methods and statements, and {@code
 * java.util.concurrent} locks between {@code lock()} and {@code unlock()}, as far as the member
 * itself shows. A lambda holds what surrounds it only where it is run on the spot.
 */
public final class HeldLocks {
  private static final List<MemberPattern> ACQUIRING =
      List.of(
          MemberPattern.parse("java.util.concurrent.locks.Lock#lock()"),
          MemberPattern.parse("java.util.concurrent.locks.Lock#lockInterruptibly()"),
          MemberPattern.parse("java.util.concurrent.locks.Lock#tryLock(*)"));
  private static final String READ_LOCK =
      "java.util.concurrent.locks.ReentrantReadWriteLock.ReadLock";

  private final FileContext file;
  private final LockNames names;
  private final Map<Statement, List<HeldLock>> byStatement = new IdentityHashMap<>();
  private final Map<Frame, List<HeldLock>> monitors = new IdentityHashMap<>();
  private final Map<String, Set<String>> takers = new HashMap<>();

  private HeldLocks(FileContext file) {
    this.file = file;
    this.names = new LockNames(file);
    for (Site site : file.unit().sites(MethodCallExpr.class)) {
      acquired(site);
    }
    for (Site site : file.unit().sites(SynchronizedStmt.class)) {
      taken(ofStatement(site.as(SynchronizedStmt.class), site), site);
    }
    for (Site site : file.unit().sites(MethodDeclaration.class)) {
      if (site.as(MethodDeclaration.class).isSynchronized()) {
        taken(ofMethod(site.frame()), site);
      }
    }
  }

  /** The ones of this file. */
  public static HeldLocks of(FileContext file) {
    return file.once(HeldLocks.class, HeldLocks::new);
  }

  /** The locks held while the site runs, in no order. */
  public List<HeldLock> at(Site site) {
    List<HeldLock> held = at(site.frame());
    if (byStatement.isEmpty()) {
      return held;
    }
    Node end = boundary(site.frame()).node();
    List<HeldLock> all = new ArrayList<>(held);
    for (Node node = site.node();
        node != null && node != end;
        node = node.getParentNode().orElse(null)) {
      if (node instanceof Statement statement) {
        all.addAll(byStatement.getOrDefault(statement, List.of()));
      }
    }
    return all;
  }

  /** The members of the file that take this lock, as {@link FileContext#methodId}. */
  public Set<String> takers(HeldLock.Name lock) {
    return takers.getOrDefault(lock.text(), Set.of());
  }

  private List<HeldLock> at(Frame frame) {
    List<HeldLock> known = monitors.get(frame);
    if (known == null) {
      known = compute(frame);
      monitors.put(frame, known);
    }
    return known;
  }

  private List<HeldLock> compute(Frame frame) {
    if (frame.kind() == Frame.Kind.METHOD) {
      return ((MethodDeclaration) frame.node()).isSynchronized()
          ? List.of(ofMethod(frame))
          : List.of();
    }
    if (frame.parent() == null || isBoundary(frame)) {
      return List.of();
    }
    List<HeldLock> outer = at(frame.parent());
    if (frame.kind() != Frame.Kind.LOCK) {
      return outer;
    }
    Site statement = file.unit().sites().at(frame.node()).orElseThrow();
    List<HeldLock> held = new ArrayList<>(outer);
    held.add(ofStatement((SynchronizedStmt) frame.node(), statement));
    return List.copyOf(held);
  }

  private static Frame outermost(Frame frame) {
    Frame at = frame;
    while (at.parent() != null) {
      at = at.parent();
    }
    return at;
  }

  /** The nearest frame whose surroundings do not run in the same breath. */
  private Frame boundary(Frame frame) {
    for (Frame at = frame; at != null; at = at.parent()) {
      if (isBoundary(at)) {
        return at;
      }
    }
    return outermost(frame);
  }

  private boolean isBoundary(Frame frame) {
    return frame.isMember()
        || frame.kind() == Frame.Kind.TYPE
        || frame.kind() == Frame.Kind.LAMBDA && !runsOnTheSpot(frame);
  }

  private boolean runsOnTheSpot(Frame lambda) {
    return file.loops().runsPerElement(lambda)
        || Calls.callAround(lambda.node())
            .filter(call -> call.getArguments().contains((LambdaExpr) lambda.node()))
            .flatMap(call -> file.unit().sites().at(call))
            .filter(call -> file.calls().plays(call, Roles.MEMOIZES).equals(Truth.SURE))
            .isPresent();
  }

  private HeldLock ofMethod(Frame frame) {
    MethodDeclaration method = (MethodDeclaration) frame.node();
    return new HeldLock(
        HeldLock.Kind.SYNCHRONIZED_METHOD,
        method,
        names.ofMethod(frame, method.isStatic()),
        Truth.SURE);
  }

  private HeldLock ofStatement(SynchronizedStmt statement, Site site) {
    return new HeldLock(
        HeldLock.Kind.SYNCHRONIZED_BLOCK,
        statement,
        names.of(statement.getExpression(), site),
        Truth.SURE);
  }

  private void acquired(Site site) {
    MethodCallExpr call = site.as(MethodCallExpr.class);
    Truth truth = Truth.NO;
    if (call.getScope().isPresent()) {
      for (MemberPattern member : ACQUIRING) {
        truth = truth.or(file.calls().means(site, member));
      }
    }
    if (truth.mayBeReported()) {
      Expression lock = call.getScope().orElseThrow();
      HeldLock held = new HeldLock(kind(call, lock, site), call, names.of(lock, site), truth);
      taken(held, site);
      LockRegions.of(
          call,
          statement -> byStatement.computeIfAbsent(statement, s -> new ArrayList<>(1)).add(held));
    }
  }

  private HeldLock.Kind kind(MethodCallExpr call, Expression lock, Site site) {
    if (call.getNameAsString().equals("tryLock") && call.getArguments().isEmpty()) {
      return HeldLock.Kind.TRIED;
    }
    boolean reading =
        asksForReading(lock)
            || file.typeOf(lock, site.scope()) instanceof TypeRef.Named type
                && type.name().equals(READ_LOCK)
            || names.value(lock, site).filter(HeldLocks::asksForReading).isPresent();
    return reading ? HeldLock.Kind.READ_LOCK : HeldLock.Kind.LOCK;
  }

  private static boolean asksForReading(Expression lock) {
    return lock instanceof MethodCallExpr call && call.getNameAsString().equals("readLock");
  }

  private void taken(HeldLock lock, Site site) {
    Optional<Frame> member =
        site.frame().isMember() ? Optional.of(site.frame()) : site.frame().member();
    if (lock.name().isPresent() && member.isPresent()) {
      takers
          .computeIfAbsent(lock.name().get().text(), name -> new LinkedHashSet<>())
          .add(file.methodId(member.get()));
    }
  }
}
