package dev.perflint.rules.connections;

import com.github.javaparser.ast.expr.Expression;
import dev.perflint.facts.ReleaseGap;
import dev.perflint.facts.Releases;
import dev.perflint.match.Match;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.List;
import java.util.Optional;

/** What becomes of a connection, object or permit that a pool hands out. */
final class Borrowed {
  private static final List<String> TAKING =
      List.of("acquire", "tryAcquire", "acquireUninterruptibly");

  private Borrowed() {}

  private static Optional<ReleaseGap> gap(Match match) {
    return match.node() instanceof Expression taking
        ? match.file().once(Borrowed.class, taking, () -> Releases.gap(match.file(), taking, true))
        : Optional.empty();
  }

  static Truth isLeft(Match match) {
    return gap(match).map(ReleaseGap::truth).orElse(Truth.NO);
  }

  /** Only where something throws in between. */
  static boolean isLostOnFailure(Match match) {
    return gap(match).filter(gap -> gap.kind() == ReleaseGap.Kind.FAILURE).isPresent();
  }

  /**
   * A permit may be taken by one method and given back by another, as a signal is, or by a function
   * that somebody runs when the work is done.
   */
  static boolean isOwn(Match match) {
    return gap(match).filter(gap -> gap.kind() != ReleaseGap.Kind.NEVER).isPresent()
        && match.callsNamed("release").stream()
            .noneMatch(release -> givesForOthers(release, match));
  }

  private static boolean givesForOthers(Site release, Match match) {
    return release.frame().nearest(Frame.Kind.LAMBDA).isPresent()
        || !isInSameMember(release, match.site())
            && TAKING.stream()
                .flatMap(name -> match.callsNamed(name).stream())
                .noneMatch(taking -> isInSameMember(taking, release));
  }

  /** By identity: methods that read alike are equal. */
  private static boolean isInSameMember(Site one, Site other) {
    return one.frame().member().map(Frame::node).orElse(null)
        == other.frame().member().map(Frame::node).orElse(null);
  }

  static String message(Match match) {
    String what = "What `%s` takes in %s".formatted(match.callee(), match.methodName());
    Optional<ReleaseGap> gap = gap(match);
    if (gap.isEmpty() || gap.get().kind() == ReleaseGap.Kind.NEVER) {
      return what + " is never given back.";
    }
    int line = match.locationOf(gap.get().at()).region().startLine();
    return switch (gap.get().kind()) {
      case EXIT -> what + " is not given back where line %d leaves.".formatted(line);
      case FAILURE -> what + " is not given back when line %d fails.".formatted(line);
      default -> what + " is not given back on every way.";
    };
  }
}
