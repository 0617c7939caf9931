package dev.perflint.rules.timeouts;

import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.role;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.IfStmt;
import com.google.auto.service.AutoService;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Flags limits on waiting that are set to a value which means for ever. */
@AutoService(RuleSource.class)
public final class TimeoutDisabled implements RuleSource {
  /** Signs of answers that go on for as long as both sides like. */
  private static final List<String> STREAMS =
      List.of("WebSocket", "EventSource", "text/event-stream", "TEXT_EVENT_STREAM");

  @Override
  public Rule rule() {
    return Rule.named("timeout-disabled")
        .since("0.1")
        .theme(Theme.TIMEOUTS)
        .group(Group.PREVIEW)
        .risk(Risk.OUTAGE)
        .effectFromKnowledge(
            "one thread waiting for ever when the other side is slow or a pool is empty")
        .heatOfUse(Roles.REMOTE_CALL)
        .technique(Technique.CANCELLATION)
        .effort(Effort.MINUTES_10)
        .userImpact("whoever waits longer than the limit gets an error instead of no answer")
        .summary("limit on waiting set to a value that means for ever")
        .why(
            """
            In one library 0 means for ever, in the next -1 does, and in a third 0 means not at all. A pool or client
            without a limit is well until it is needed: once all connections are in use, or the other side says
            nothing, each request that comes keeps its thread and waits, and nothing ends that but a restart.""")
        .instead(
            "Give a limit that is below that of the caller, a few seconds for most, and let the error of the few that do"
                + " not fit in time be seen.")
        .caveat(
            "It does not matter in a batch that would rather wait than fail. An answer that is a stream of events or a"
                + " web socket may be silent for as long as it likes; give such connections a client of their own.")
        .evidence(
            new Evidence.Reference(
                "By its documentation a negative maximum of waiting of a pool of objects means to block indefinitely;"
                    + " of an empty pool with 0, tried for this rule, the borrower gets an error at once.",
                "https://commons.apache.org/proper/commons-pool/apidocs/org/apache/commons/pool2/impl/BaseObjectPoolConfig.html"))
        .flag(
            role(Roles.LIMITS_WAIT)
                .where(that("the amount means for ever", WaitAmounts::isForEver)))
        .unless(
            "a stream of events", that("it reads a stream of events", TimeoutDisabled::readsStream))
        .unless(
            "limited in total", that("the whole call has a limit", TimeoutDisabled::hasTotalLimit))
        .unless("a setting decides", that("the other branch sets it", TimeoutDisabled::isChosen))
        .unless("in a command", runsPer("command-line"))
        .say(
            m ->
                "`%s(%s)` in %s sets no limit: %s."
                    .formatted(
                        m.callee(),
                        m.argument(0).map(Node::toString).orElse(""),
                        m.methodName(),
                        m.known().flatMap(known -> known.each()).orElse("somebody waits for ever")))
        .build();
  }

  private static boolean readsStream(Match match) {
    String text = match.file().unit().source().text();
    return match.callee().equals("readTimeout") && STREAMS.stream().anyMatch(text::contains);
  }

  /**
   * {@code if (millis < 0) setMaxWait(-1); else setMaxWait(millis);}: who sets nothing gets the
   * default, which they may change.
   */
  private static boolean isChosen(Match match) {
    for (Node at = match.node();
        at != null && !(at instanceof BodyDeclaration<?>);
        at = at.getParentNode().orElse(null)) {
      Node branch = at;
      if (at.getParentNode().orElse(null) instanceof IfStmt choice
          && choice.getElseStmt().isPresent()
          && choice.getCondition() != branch) {
        Node other =
            choice.getThenStmt() == branch ? choice.getElseStmt().get() : choice.getThenStmt();
        Set<String> tested = names(choice.getCondition());
        return other
            .findFirst(
                MethodCallExpr.class,
                call ->
                    call.getNameAsString().equals(match.callee())
                        && call.getArguments().stream()
                            .anyMatch(given -> !Collections.disjoint(names(given), tested)))
            .isPresent();
      }
    }
    return false;
  }

  private static Set<String> names(Expression expression) {
    Set<String> names = new HashSet<>();
    expression.walk(NameExpr.class, name -> names.add(name.getNameAsString()));
    return names;
  }

  /** {@code callTimeout} in the chain around: reading is a part of the call. */
  private static boolean hasTotalLimit(Match match) {
    Expression at = match.node() instanceof Expression call ? call : null;
    while (at instanceof MethodCallExpr call) {
      if (call.getNameAsString().equals("callTimeout")) {
        return true;
      }
      at = call.getScope().orElse(null);
    }
    Node next = match.node().getParentNode().orElse(null);
    while (next instanceof MethodCallExpr call) {
      if (call.getNameAsString().equals("callTimeout")) {
        return true;
      }
      next = call.getParentNode().orElse(null);
    }
    return false;
  }
}
