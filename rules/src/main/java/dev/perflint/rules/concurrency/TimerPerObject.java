package dev.perflint.rules.concurrency;

import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.call;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.google.auto.service.AutoService;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;
import dev.perflint.source.Frame;

/** Flags timers in the fields of objects of which there may be many. */
@AutoService(RuleSource.class)
public final class TimerPerObject implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("timer-per-object")
        .since("0.1")
        .theme(Theme.CONCURRENCY)
        .group(Group.PEDANTIC)
        .risk(Risk.THROUGHPUT)
        .effectFromKnowledge("a thread and its stack for each object")
        .technique(Technique.EXECUTORS)
        .effort(Effort.HOURS_1)
        .userImpact("the number of threads stays the same however many objects there are")
        .summary("timer, and with it a thread, for each object of a class")
        .why(
            """
            A `Timer` is a thread that waits for its tasks one after the other. Where each object has one, there are as many
            threads as objects, nearly all of them asleep, and one that nobody cancels lives on after its object.""")
        .instead(
            "Let all objects schedule on one `ScheduledExecutorService` that they are given, keep the `ScheduledFuture`, and"
                + " cancel it where the object ends. It also survives a task that throws, which ends a `Timer`.")
        .caveat("It does not matter for a class of which there is one object.")
        .evidence(
            new Evidence.Reference(
                "By its documentation there is a single background thread for each Timer object.",
                "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/Timer.html"))
        .flag(
            call("java.util.Timer#new(*)")
                .where(that("a field of each object keeps it", TimerPerObject::isOfObject)))
        .unless("one for all", that("its class has one object", TimerPerObject::isOfOneForAll))
        .supersedes("executor-never-shutdown")
        .say(
            m ->
                "Each object of %s has a timer, which is a thread, of its own."
                    .formatted(className(m)))
        .build();
  }

  private static boolean isOfObject(Match match) {
    return OwnedPools.instanceField(match).isPresent();
  }

  /** Shown, not only thinkable: what is said of an object is true of one as well. */
  private static boolean isOfOneForAll(Match match) {
    return OwnedPools.isOfOneForAll(match).isShown();
  }

  private static String className(Match match) {
    return match
        .site()
        .frame()
        .nearest(Frame.Kind.TYPE)
        .map(Frame::node)
        .filter(ClassOrInterfaceDeclaration.class::isInstance)
        .map(type -> ((ClassOrInterfaceDeclaration) type).getNameAsString())
        .orElse("this class");
  }
}
