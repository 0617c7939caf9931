package dev.perflint.rules.cancellation;

import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.call;

import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.google.auto.service.AutoService;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags periodic tasks that go on when the object they work for has ended. */
@AutoService(RuleSource.class)
public final class ScheduledTaskNotCancelled implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("scheduled-task-not-cancelled")
        .since("0.1")
        .theme(Theme.CANCELLATION)
        .group(Group.PREVIEW)
        .outage("a task runs on for each object that ever was")
        .effectFromKnowledge("one periodic task, and the object it belongs to, for each that ended")
        .technique(Technique.CANCELLATION)
        .effort(Effort.MINUTES_10)
        .userImpact("an object that is closed costs nothing any more")
        .summary("periodic task that goes on after its owner has ended")
        .why(
            """
            A task that is scheduled at a fixed rate goes on until its future is cancelled or its executor ends. Where the
            executor is shared and the future dropped, nobody can cancel it when the object it works for is closed: the
            task runs on for each that ever was, and none of these objects is ever collected.""")
        .instead(
            "Keep the `ScheduledFuture` and cancel it where the object ends; `setRemoveOnCancelPolicy(true)` takes it out of"
                + " the executor's queue at once.")
        .caveat("It does not matter for an object that lives as long as the process.")
        .evidence(
            new Evidence.Reference(
                "By its documentation a periodic task ends only by cancellation, the end of the executor, or an"
                    + " exception.",
                "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/concurrent/ScheduledExecutorService.html"))
        .flag(
            call(
                    "java.util.concurrent.ScheduledExecutorService#scheduleAtFixedRate(*)",
                    "java.util.concurrent.ScheduledExecutorService#scheduleWithFixedDelay(*)")
                .where(that("its future is dropped", PeriodicTasks::isDropped))
                .where(that("the executor is somebody else's", PeriodicTasks::isOnGiven))
                .inside(that("what can end", m -> PeriodicTasks.ending(m).isPresent())))
        .unless("one object for all", truth("it is", PeriodicTasks::isOfOneForAll))
        .say(ScheduledTaskNotCancelled::message)
        .build();
  }

  private static String message(Match match) {
    return "The task goes on after %s: nobody can cancel what `%s` has started."
        .formatted(
            PeriodicTasks.ending(match)
                .map(NodeWithSimpleName::getNameAsString)
                .map(name -> name + "()")
                .orElse("the end"),
            match.callee());
  }
}
