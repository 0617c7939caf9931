package dev.perflint.rules.concurrency;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.HeldLock;
import dev.perflint.facts.HeldLocks;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.model.Step;
import dev.perflint.rule.Rule;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.List;
import java.util.Optional;

/** What waits while a monitor is held, whoever else wants it. */
final class PinnedWork {
  private PinnedWork() {}

  /** A call of a project method that waits for a query, an answer, a clock or another thread. */
  static Truth mayWait(FileContext file, Site site) {
    return HeldLocks.of(file).at(site).isEmpty()
        ? Truth.NO
        : LockedWork.mayCallRemote(file, site)
            .or(LockedWork.mayQuery(file, site))
            .or(LockedWork.mayBlock(file, site));
  }

  /** The monitor that the match is always reached with. */
  static Optional<HeldLock> monitor(Match match) {
    return LockedWork.exclusive(match).stream().filter(HeldLock::isMonitor).findFirst();
  }

  /** Where the monitor is taken, which is after the thread has been started. */
  static List<Step> stations(Match match) {
    return monitor(match).stream().map(lock -> step(lock, match)).toList();
  }

  private static Step step(HeldLock lock, Match match) {
    return new Step(
        match.locationOf(head(lock.at())), LockedWork.text(lock, match.file()) + " is taken");
  }

  private static Node head(Node lock) {
    return lock instanceof MethodDeclaration method
        ? method.getName()
        : ((SynchronizedStmt) lock).getExpression();
  }

  static String message(Match match) {
    String lock =
        monitor(match).map(held -> LockedWork.text(held, match.file())).orElse("a monitor");
    boolean monitor =
        match.known().filter(known -> known.role().equals(Roles.BLOCKS)).isPresent()
            && match.callee().equals("wait");
    String waits = monitor ? "" : match.known().isPresent() ? LockedWork.what(match) : Rule.VIA;
    return "`%s` waits%s on a virtual thread while %s is held, which pins it to its carrier."
        .formatted(match.callee(), waits, lock);
  }
}
