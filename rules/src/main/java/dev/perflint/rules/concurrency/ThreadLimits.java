package dev.perflint.rules.concurrency;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.facts.CodeAround;
import dev.perflint.facts.Loop;
import dev.perflint.facts.MethodRoles;
import dev.perflint.knowledge.MemberPattern;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What keeps the number of started threads small. */
final class ThreadLimits {
  private static final Set<String> ACQUIRING =
      Set.of("acquire", "tryAcquire", "acquireUninterruptibly");
  private static final List<MemberPattern> PROCESS =
      List.of(
          MemberPattern.parse("java.lang.ProcessBuilder#start()"),
          MemberPattern.parse("java.lang.Runtime#exec(*)"),
          MemberPattern.parse("java.lang.Process#getInputStream()"),
          MemberPattern.parse("java.lang.Process#getErrorStream()"));

  /** How methods are called that somebody calls once, to have something run from then on. */
  private static final Pattern LIFECYCLE =
      Pattern.compile(
          "(do|on|re)?(start|init|open|launch|boot|activate|begin|setup)([A-Z0-9].*)?"
              + "|(re)?(connect|bind)([A-Z0-9].*)?");

  /** How methods are called after which the application is no more, or another one. */
  private static final Pattern ENDS =
      Pattern.compile(".*(shutdown|restart|exit|halt|terminate|reboot).*");

  private ThreadLimits() {}

  /** The starter waits for the thread before it goes on to the next one. */
  static boolean isJoined(Match match) {
    Optional<NameExpr> thread =
        ((MethodCallExpr) match.node())
            .getScope()
            .filter(NameExpr.class::isInstance)
            .map(NameExpr.class::cast);
    Node within = innermostLoop(match).orElseGet(() -> CodeAround.of(match.node()));
    return thread
        .flatMap(
            name ->
                within.findFirst(
                    MethodCallExpr.class,
                    call -> call.getNameAsString().equals("join") && isOn(name, call)))
        .isPresent();
  }

  private static Optional<Node> innermostLoop(Match match) {
    return match.file().loops().repeating(match.site()).stream().findFirst().map(Loop::node);
  }

  private static boolean isOn(NameExpr name, MethodCallExpr call) {
    return call.getScope().filter(name::equals).isPresent();
  }

  /** The starter, not the thread, takes a permit first, so that only so many run at once. */
  static boolean isLimited(Match match) {
    Node body = CodeAround.of(match.node());
    return innermostLoop(match)
        .orElse(body)
        .findFirst(
            MethodCallExpr.class,
            call -> ACQUIRING.contains(call.getNameAsString()) && CodeAround.of(call) == body)
        .isPresent();
  }

  /** A new process costs so much that the thread beside it is nothing. */
  static Truth servesProcess(Match match) {
    Truth truth = Truth.NO;
    for (MethodCallExpr call : CodeAround.of(match.node()).findAll(MethodCallExpr.class)) {
      if (call == match.node()) {
        continue;
      }
      Site site = match.file().siteOf(call, match.site());
      for (MemberPattern member : PROCESS) {
        truth = truth.or(match.file().calls().means(site, member));
      }
    }
    return truth;
  }

  /** {@code start()}, {@code initCache()} and the like, of which one call makes the thread. */
  static boolean isLifecycle(Match match) {
    return method(match).filter(name -> LIFECYCLE.matcher(name).matches()).isPresent();
  }

  /** A request that ends or restarts the application, which happens once. */
  static boolean endsApplication(Match match) {
    return method(match)
        .filter(name -> ENDS.matcher(name.toLowerCase(Locale.ROOT)).matches())
        .isPresent();
  }

  private static Optional<String> method(Match match) {
    return MethodRoles.callable(match.site().frame()).map(CallableDeclaration::getNameAsString);
  }
}
