package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.stmt.Statement;
import dev.perflint.types.Truth;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether what is taken at a place is given back on every way from there. What goes out of sight is
 * somebody else's to give back.
 */
public final class Releases {
  private final Taken taken;
  private final Statement body;
  private final ReleasePaths paths;
  private final Expression taking;

  private Releases(FileContext file, Expression taking, Statement body, boolean ownMayFail) {
    this.taken = TakenReader.of(taking, file);
    this.body = body;
    this.taking = taking;
    this.paths = new ReleasePaths(file, taking, taken.on(), ownMayFail);
  }

  /**
   * The first way that loses it; empty when there is none, as far as the file shows.
   *
   * @param taking the call that takes it
   * @param ownMayFail whether calls of its own methods may fail, as those of a connection do and
   *     those of a response that is there do not
   */
  public static Optional<ReleaseGap> gap(FileContext file, Expression taking, boolean ownMayFail) {
    if (taking instanceof MethodReferenceExpr) {
      return Optional.empty(); // whoever runs it has what it gives
    }
    return bodyAround(taking).flatMap(body -> new Releases(file, taking, body, ownMayFail).gap());
  }

  private Optional<ReleaseGap> gap() {
    boolean gone = !taken.back().isEmpty() || !taken.leaves().isEmpty();
    if (!gone) {
      return Optional.of(new ReleaseGap(ReleaseGap.Kind.NEVER, taking, nobodyElse()));
    }
    Set<Node> ends = Collections.newSetFromMap(new IdentityHashMap<>());
    List.of(taken.back(), taken.leaves(), taken.returned())
        .forEach(nodes -> nodes.forEach(node -> add(node, ends)));
    if (ends.isEmpty()) {
      return Optional.empty();
    }
    Set<Node> all = Collections.newSetFromMap(new IdentityHashMap<>());
    all.addAll(ends);
    taken.handed().forEach(lent -> add(lent.call(), all));
    Optional<ReleaseGap> anyway = paths.gap(body, all);
    return anyway.isPresent() || taken.handed().isEmpty()
        ? anyway
        : paths.gap(body, ends).map(gap -> new ReleaseGap(gap.kind(), gap.at(), nobodyElse()));
  }

  /** None of the methods that get hold of it gives it back. */
  private Truth nobodyElse() {
    Truth truth = Truth.SURE;
    for (Taken.Lent lent : taken.handed()) {
      truth = truth.and(HandOvers.does(lent.to(), ArgumentFacts.CLOSES).not());
    }
    return truth;
  }

  /** The code that runs in one go around a call: a lambda's or a member's. */
  private static Optional<Statement> bodyAround(Node node) {
    Statement last = null;
    for (Node at = node;
        at != null && !(at instanceof LambdaExpr) && !(at instanceof BodyDeclaration<?>);
        at = at.getParentNode().orElse(null)) {
      last = at instanceof Statement statement ? statement : last;
    }
    return Optional.ofNullable(last);
  }

  /** What happens in a lambda or class within the body happens where that is made. */
  private void add(Node node, Set<Node> events) {
    Node event = node;
    Node at = node;
    while (at != null && at != body) {
      event = ReleasePaths.runsElsewhere(at) ? at : event;
      at = at.getParentNode().orElse(null);
    }
    if (at == body) {
      events.add(event);
    }
  }
}
