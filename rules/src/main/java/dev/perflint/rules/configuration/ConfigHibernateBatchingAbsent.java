package dev.perflint.rules.configuration;

import static dev.perflint.deploy.SpotConditions.absent;
import static dev.perflint.deploy.SpotConditions.calls;
import static dev.perflint.deploy.SpotConditions.dependsOn;
import static dev.perflint.deploy.SpotConditions.inCode;
import static dev.perflint.deploy.Spots.place;

import com.google.auto.service.AutoService;
import dev.perflint.deploy.Calls;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;
import java.util.List;

/** Flags applications that write many rows through Hibernate, one statement a round trip. */
@AutoService(RuleSource.class)
public final class ConfigHibernateBatchingAbsent implements RuleSource {
  private static final Calls BULK_WRITES =
      new Calls(
          "writes many rows",
          use -> use.member().contains("#saveAll") || use.isInLoop(),
          List.of(
              "org.springframework.data.repository.CrudRepository#saveAll",
              "org.springframework.data.jpa.repository.JpaRepository#saveAllAndFlush",
              "jakarta.persistence.EntityManager#persist",
              "javax.persistence.EntityManager#persist"));

  @Override
  public Rule rule() {
    return Rule.named("config-hibernate-batching-absent")
        .since("0.1")
        .theme(Theme.CONFIGURATION)
        .group(Group.PREVIEW)
        .risk(Risk.THROUGHPUT)
        .effect("5 to 50 ms: a round trip for each row where one would do for 20 to 100")
        .technique(Technique.BATCHING)
        .effort(Effort.HOURS_1)
        .summary("many rows are written one statement at a time since batching is off")
        .why(
            """
            Hibernate batches nothing unless `hibernate.jdbc.batch_size` tells it to: `saveAll` and a loop of persists
            send each row by itself and wait for the answer. A thousand rows are a thousand round trips, in one
            transaction that holds its connection and its locks meanwhile.""")
        .instead(
            "Set `spring.jpa.properties.hibernate.jdbc.batch_size` to 20 to 100, and `hibernate.order_inserts` and"
                + " `hibernate.order_updates` to true where one flush writes several entities; let PostgreSQL's and"
                + " MySQL's driver rewrite the batches.")
        .caveat(
            "It does not matter where the lists have few rows. Entities whose ids the table generates (IDENTITY) are"
                + " inserted one by one in any case; a sequence or own ids let them be batched.")
        .evidence(
            new Evidence.Reference(
                "Hibernate's documentation: hibernate.jdbc.batch_size controls how many statements are batched, zero"
                    + " or a negative number disables it, and IDENTITY disables batching of inserts.",
                "https://docs.jboss.org/hibernate/orm/6.6/userguide/html_single/Hibernate_User_Guide.html#batch"))
        .usedBy(BULK_WRITES)
        .about("org.hibernate.Session")
        .flag(
            place(
                    "spring.jpa",
                    "quarkus.hibernate-orm",
                    "hibernate",
                    "jakarta.persistence",
                    "javax.persistence",
                    "spring.datasource",
                    "quarkus.datasource",
                    "spring")
                .where(
                    absent(
                        List.of(
                            "hibernate.jdbc.batch_size",
                            "*.hibernate.jdbc.batch_size",
                            "quarkus.hibernate-orm.jdbc.statement-batch-size",
                            "quarkus.hibernate-orm.*.jdbc.statement-batch-size"),
                        List.of("STATEMENT_BATCH_SIZE")))
                .where(
                    dependsOn(
                        "spring-boot-starter-data-jpa",
                        "hibernate-core",
                        "hibernate-entitymanager",
                        "quarkus-hibernate-orm",
                        "quarkus-hibernate-orm-panache"))
                .where(calls(BULK_WRITES)))
        .unless(
            "the table makes the ids",
            inCode("an entity has an id of IDENTITY", "GenerationType.IDENTITY", ".IDENTITY;"))
        .tell(
            spot ->
                "Nothing sets `hibernate.jdbc.batch_size`: `saveAll` and persists in a loop send one statement for"
                    + " each row.")
        .build();
  }
}
