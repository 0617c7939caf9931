package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.RemoteCalls;
import dev.perflint.facts.Transactions;
import dev.perflint.match.Match;
import dev.perflint.model.Risk;
import dev.perflint.rule.Rule;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;

/** What is waited for while a transaction holds its connection. */
final class TransactionWork {
  private TransactionWork() {}

  /** Asked for every call of a file, so the transactions come first. */
  static Truth mayCall(FileContext file, Site site) {
    return Transactions.of(file).around(site).isEmpty()
        ? Truth.NO
        : RemoteCalls.isUnlisted(file, site).or(RemoteCalls.through(file, site));
  }

  static boolean isOpen(Match match) {
    return Transactions.of(match.file()).around(match.site()).isPresent();
  }

  /** The called method of the same class is transactional itself, so this is said in there. */
  static boolean isSaidInside(Match match) {
    return match.node() instanceof MethodCallExpr call
        && Transactions.of(match.file()).isOfTransactional(call);
  }

  /** A wait that not every transaction has takes no pool down by itself. */
  static Risk risk(Match match) {
    return Arms.maySkip(match) ? Risk.LATENCY : Risk.OUTAGE;
  }

  static String message(Match match) {
    String where =
        Transactions.of(match.file())
            .around(match.site())
            .map(Transactions.Transaction::text)
            .orElse("a transaction");
    String what =
        match.callee().equals("sleep")
            ? ""
            : match.known().isPresent()
                ? " for a remote answer"
                : " for a remote answer" + Rule.VIA;
    return "`%s` waits%s in %s, which holds its connection all the while."
        .formatted(match.callee(), what, where);
  }
}
