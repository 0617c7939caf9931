package dev.perflint.rules.runtime;

import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.on;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.google.auto.service.AutoService;
import dev.perflint.facts.Weaving;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags calls that pass the proxy by which would have cached, handed over or retried them. */
@AutoService(RuleSource.class)
public final class ProxyAnnotationBypassed implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("proxy-annotation-bypassed")
        .since("0.1")
        .theme(Theme.RUNTIME)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effectFromKnowledge("what the annotation is there to save")
        .technique(Technique.OBJECT_REUSE)
        .effort(Effort.HOURS_1)
        .userImpact("the cache answers again, and nobody waits for what was to run beside")
        .summary("call within a bean, past the proxy that acts on the annotation")
        .why(
            """
            Spring does what `@Cacheable`, `@Async`, `@Retryable` and `@Transactional` ask for in a proxy around the bean.
            A call of the bean's own method goes to `this` and not through the proxy, and a private, static or final method
            is one that no proxy can override. The annotation is then silently off: nothing is cached, the caller waits
            for the work, each statement is a transaction of its own.""")
        .instead(
            "Move the method to another bean, have the bean inject itself and call that, or say it in code: a"
                + " `TransactionTemplate`, the cache itself, an executor.")
        .caveat(
            "It does not matter where annotations are woven into the classes by AspectJ, or where nobody misses what is"
                + " off: work in the caller's own transaction, a cache for what is cheap.")
        .evidence(
            new Evidence.Reference(
                "The reference says that in proxy mode only calls that come in through the proxy are intercepted, so that"
                    + " self-invocation does not lead to an actual transaction at runtime.",
                "https://docs.spring.io/spring-framework/reference/data-access/transaction/declarative/annotations.html"))
        .flag(
            anyOf(
                on(MethodCallExpr.class, Bypasses::areCalled),
                on(MethodReferenceExpr.class, Bypasses::areCalled),
                on(MethodDeclaration.class, Bypasses::areFixed)))
        .unless(
            "the caller asks for the same", that("the caller asks for it", Bypasses::areDoubled))
        .unless("on another thread already", that("nobody waits", Bypasses::areLater))
        .unless("in a transaction", truth("a transaction is open", Bypasses::areInTransaction))
        .unless("its callers may have one", that("others call the caller", Bypasses::mayBeIn))
        .unless("only reads", that("the transaction only reads", Bypasses::onlyRead))
        .unless("woven", truth("annotations are woven in", m -> Weaving.anywhere()))
        .say(Bypasses::message)
        .build();
  }
}
