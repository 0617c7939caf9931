package dev.perflint.rules.configuration;

import static dev.perflint.deploy.SpotConditions.absent;
import static dev.perflint.deploy.SpotConditions.inCode;
import static dev.perflint.deploy.SpotConditions.that;
import static dev.perflint.deploy.Spots.place;

import com.google.auto.service.AutoService;
import dev.perflint.deploy.Spot;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Flags applications whose scheduled tasks all wait for one thread. */
@AutoService(RuleSource.class)
public final class ConfigTaskPoolsDefault implements RuleSource {
  private static final String TASK = "@Scheduled";

  /** More than one second or minute of each hour. */
  private static final Pattern OFTEN = Pattern.compile("[*/,-]");

  private static final Set<String> RARE =
      Set.of("-", "@hourly", "@daily", "@midnight", "@weekly", "@monthly", "@yearly", "@annually");

  @Override
  public Rule rule() {
    return Rule.named("config-task-pools-default")
        .since("0.1")
        .theme(Theme.CONFIGURATION)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effectFromKnowledge("every task waits while another one runs")
        .technique(Technique.EXECUTORS)
        .effort(Effort.MINUTES_10)
        .userImpact("tasks run beside each other, which some may not expect")
        .summary("scheduled tasks that share a single thread")
        .why(
            """
            Spring Boot's scheduler has one thread. While a task runs on it, maybe waiting for a database or another
            service, every other task of the application is late; one that never returns stops them all, silently.
            A fixed rate makes up for it by runs in a row.""")
        .instead(
            "Set `spring.task.scheduling.pool.size` to the number of tasks that may run at a time, and give each of"
                + " them limits for what it waits for; or switch on virtual threads, which give each run its own.")
        .caveat("It does not matter where every task is short and it is all the same when it runs.")
        .evidence(
            new Evidence.Reference(
                "Spring Boot's documentation: the thread pool of the scheduler uses one thread by default.",
                "https://docs.spring.io/spring-boot/reference/features/task-execution-and-scheduling.html"))
        .per(EntryKind.SCHEDULED)
        .flag(
            place("spring.task", "spring")
                .where(
                    absent(
                        List.of(
                            "spring.task.scheduling.pool.size", "spring.threads.virtual.enabled"),
                        List.of(
                            "ThreadPoolTaskScheduler", "SchedulingConfigurer", "TaskScheduler")))
                .where(inCode("scheduling is on", "@EnableScheduling"))
                .where(
                    that(
                        "three tasks or more are scheduled to run often", spot -> tasks(spot) > 2)))
        .tell(
            spot ->
                "Nothing sets `spring.task.scheduling.pool.size`: %d scheduled tasks of the application that run often share one thread."
                    .formatted(tasks(spot)))
        .build();
  }

  private static int tasks(Spot spot) {
    return spot.application().entries(EntryKind.SCHEDULED, ConfigTaskPoolsDefault::runsOften);
  }

  /** By its label; what runs once an hour or less often hardly meets another one. */
  private static boolean runsOften(String label) {
    if (!label.startsWith(TASK)) {
      return false;
    }
    String[] cron = label.substring(TASK.length()).strip().split("\\s+");
    boolean known = cron.length == 6;
    return known
        ? OFTEN.matcher(cron[0]).find() || OFTEN.matcher(cron[1]).find()
        : !RARE.contains(cron[0]);
  }
}
