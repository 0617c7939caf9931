package dev.perflint.rules.configuration;

import static dev.perflint.deploy.SpotConditions.dependsOn;
import static dev.perflint.deploy.SpotConditions.onUnnamedVersion;
import static dev.perflint.deploy.SpotConditions.onVersion;
import static dev.perflint.deploy.SpotConditions.otherwiseInProduction;
import static dev.perflint.deploy.SpotConditions.valueIs;
import static dev.perflint.deploy.Spots.anyOf;
import static dev.perflint.deploy.Spots.setting;

import com.google.auto.service.AutoService;
import dev.perflint.deploy.Spot;
import dev.perflint.deploy.SpotCondition;
import dev.perflint.deploy.SpotPattern;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.model.Group;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.JdkRange;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags virtual threads over a driver that keeps their carriers while it waits. */
@AutoService(RuleSource.class)
public final class ConfigVirtualThreadsPinned implements RuleSource {
  private static final String KEY = "spring.threads.virtual.enabled";
  private static final String BOOT = "org.springframework.boot:spring-boot";
  private static final String MYSQL = "com.mysql:mysql-connector-j";
  private static final String MARIADB = "org.mariadb.jdbc:mariadb-java-client";

  @Override
  public Rule rule() {
    SpotPattern enabled = setting(KEY).where(valueIs("true"));
    return Rule.named("config-virtual-threads-pinned")
        .since("0.1")
        .theme(Theme.CONFIGURATION)
        .group(Group.PREVIEW)
        .jdk(new JdkRange(21, 23))
        .outage("each query takes one of the few threads that carry all virtual ones")
        .effectFromKnowledge(
            "one carrier thread held for each query, of as many as there are cores")
        .technique(Technique.EXECUTORS)
        .effort(Effort.HOURS_2)
        .summary("virtual threads over a driver that waits inside of synchronized blocks")
        .why(
            """
            Up to JDK 23 a virtual thread that waits inside of a `synchronized` block keeps its carrier, of which
            there are as many as cores. MySQL's driver up to 8.x and MariaDB's up to 3.2 send a statement and wait
            for its answer in such blocks: with as many slow queries as cores nothing else runs, neither requests
            nor what would give back what they wait for.""")
        .instead(
            "Run on JDK 24 or newer, or set the driver's version: `mysql.version` 9.0 or newer, `mariadb.version` 3.3"
                + " or newer. Both of them use locks that let the carrier go.")
        .caveat(
            "It does not matter where fewer queries run at a time than the machine has cores, which a small connection"
                + " pool sees to.")
        .evidence(
            new Evidence.Reference(
                "MySQL's release notes of 9.0.0 say that synchronized blocks were replaced with ReentrantLocks, so"
                    + " that carrier threads can unmount virtual threads that wait for IO.",
                "https://dev.mysql.com/doc/relnotes/connector-j/en/news-9-0-0.html"))
        .per(EntryKind.REQUEST)
        .about("java.sql.Connection")
        .flag(
            anyOf(
                enabled
                    .where(dependsOn("mysql-connector-j"))
                    .where(isOn(MYSQL, "to 8.4", "to 3.3")),
                enabled
                    .where(dependsOn("mariadb-java-client"))
                    .where(isOn(MARIADB, "to 3.2", "to 3.2"))))
        .unless("production sets it otherwise", otherwiseInProduction())
        .tell(ConfigVirtualThreadsPinned::message)
        .build();
  }

  /** A version that the build names, or else the one that Boot brings. */
  private static SpotCondition isOn(String driver, String range, String boot) {
    return onVersion(driver, range).or(onUnnamedVersion(driver).and(onVersion(BOOT, boot)));
  }

  private static String message(Spot spot) {
    return "Virtual threads are on, and this version of the database driver keeps their carrier while it waits for"
        + " an answer: as many queries as there are cores block everything else.";
  }
}
