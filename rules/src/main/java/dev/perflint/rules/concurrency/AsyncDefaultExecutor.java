package dev.perflint.rules.concurrency;

import static dev.perflint.match.Conditions.configured;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.on;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.google.auto.service.AutoService;
import dev.perflint.facts.SpringTasks;
import dev.perflint.knowledge.Roles;
import dev.perflint.model.Group;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import java.util.List;

/** Flags asynchronous methods that wait for another service on Spring Boot's own executor. */
@AutoService(RuleSource.class)
public final class AsyncDefaultExecutor implements RuleSource {
  private static final List<String> LIMITS =
      List.of("spring.task.execution.pool.*", "spring.task.execution.simple.*");

  @Override
  public Rule rule() {
    return Rule.named("async-default-executor")
        .since("0.1")
        .theme(Theme.CONCURRENCY)
        .group(Group.PREVIEW)
        .outage(
            "calls that wait take all of its threads, and the line of the others grows without a limit")
        .effectFromKnowledge("one of 8 threads, and a task in the queue for each call after that")
        .technique(Technique.EXECUTORS)
        .effort(Effort.MINUTES_10)
        .userImpact("a slow service holds up its own tasks, and the memory stays bounded")
        .summary("asynchronous method that waits for a service on the executor of all")
        .why(
            """
            An `@Async` method that names no executor runs on the one that Spring Boot makes: 8 threads and a queue without a
            limit, for all asynchronous work of the application. Eight calls that wait for a slow service hold all of them.
            Everything else stands in line, a request's own work too, and the line grows with each request until the memory
            is full. Spring without Boot, and Boot before 2.1, start a thread for each call instead, without any limit.""")
        .instead(
            "Declare a `ThreadPoolTaskExecutor` with a maximum, a queue capacity and a rejection policy for this kind of work"
                + " and name it, `@Async(\"mails\")`; or set `spring.task.execution.pool.*`. Give the call that waits a time"
                + " limit.")
        .caveat(
            "It does not matter where few such calls are made and nothing else is asynchronous.")
        .evidence(
            new Evidence.Reference(
                "Spring Boot's documentation: the thread pool uses 8 core threads; limits for its threads and its queue are"
                    + " to be set.",
                "https://docs.spring.io/spring-boot/reference/features/task-execution-and-scheduling.html"))
        .flag(
            on(MethodDeclaration.class, AsyncMethods::nameNoExecutor)
                .where(truth("it waits", AsyncMethods::wait))
                .where(runsPer("request", "message", "event-loop", "reactive"))
                .where(truth("Boot's executor", m -> SpringTasks.onExecutorOfBoot())))
        .unless("an own executor", truth("the code has one", m -> SpringTasks.onOwnExecutor()))
        .unless(
            "limits are set", truth("they are", m -> Truth.open(new Question.Configured(LIMITS))))
        .unless("virtual threads", configured(Roles.VIRTUAL_THREADS))
        .say(
            m ->
                "`%s` waits for another service on one of the 8 threads that all `@Async` methods without an executor share, with a queue that has no limit."
                    .formatted(((MethodDeclaration) m.node()).getNameAsString()))
        .build();
  }
}
