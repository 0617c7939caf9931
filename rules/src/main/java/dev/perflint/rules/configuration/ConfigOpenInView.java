package dev.perflint.rules.configuration;

import static dev.perflint.deploy.SpotConditions.dependsOn;
import static dev.perflint.deploy.SpotConditions.inCode;
import static dev.perflint.deploy.SpotConditions.inEach;
import static dev.perflint.deploy.SpotConditions.isFor;
import static dev.perflint.deploy.SpotConditions.keepsDefault;
import static dev.perflint.deploy.SpotConditions.otherwiseInProduction;
import static dev.perflint.deploy.SpotConditions.serves;
import static dev.perflint.deploy.SpotConditions.that;
import static dev.perflint.deploy.SpotConditions.valuesInProduction;
import static dev.perflint.deploy.Spots.settingOrPlace;

import com.google.auto.service.AutoService;
import dev.perflint.deploy.Spot;
import dev.perflint.facts.TypeTraits;
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

/** Flags web applications with JPA whose requests keep the database connection to their end. */
@AutoService(RuleSource.class)
public final class ConfigOpenInView implements RuleSource {
  private static final String KEY = "spring.jpa.open-in-view";

  @Override
  public Rule rule() {
    return Rule.named("config-open-in-view")
        .since("0.1")
        .theme(Theme.CONFIGURATION)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effectFromKnowledge(
            "a pooled connection, held from the first query until the response is written")
        .technique(Technique.CONNECTION_POOLING)
        .effort(Effort.DAYS_1)
        .userImpact(
            "none where the service loads what the response needs; else a LazyInitializationException tells what is"
                + " missing")
        .summary("requests keep their database connection until the response is written")
        .why(
            """
            With open-in-view, which is Spring Boot's default, the persistence context lives as long as the request,
            and from its first query on it keeps a connection of the pool: while the response is serialised and sent,
            and while the request waits for another service. The pool, ten connections by default, then bounds the
            requests rather than the queries. Lazy associations that the serialisation touches are queries that
            nobody wrote, one for each row.""")
        .instead(
            "Set `spring.jpa.open-in-view: false` and fetch in the service, within its transaction, what the response"
                + " needs: a fetch join, an entity graph, or a projection.")
        .caveat(
            "It does not matter where few requests run at a time, or where each ends right after its last query.")
        .evidence(
            new Evidence.Reference(
                "By Spring Boot's documentation a JPA web application registers OpenEntityManagerInViewInterceptor by"
                    + " default, to allow for lazy loading in web views.",
                "https://docs.spring.io/spring-boot/reference/data/sql.html#data.sql.jpa-and-spring-data.open-entity-manager-in-view"))
        .per(EntryKind.REQUEST)
        .about("jakarta.persistence.EntityManager")
        .flag(
            settingOrPlace(KEY, "spring.jpa", "spring.datasource", "spring")
                .where(keepsDefault(KEY, "true"))
                .where(dependsOn("spring-boot-starter-data-jpa"))
                .where(dependsOn("spring-boot-starter-web", "spring-boot-starter-webmvc"))
                .where(serves(EntryKind.REQUEST)))
        .unless("production sets it otherwise", otherwiseInProduction())
        .unless("it has no web server", that("it says so", ConfigOpenInView::isWithoutServer))
        .unless(
            "another provider gives connections back",
            inCode("the code names EclipseLink", "org.eclipse.persistence"))
        .unless(
            "the application leaves JPA out",
            inEach(
                "each application names the auto-configuration of JPA",
                List.of("@SpringBootApplication", "@EnableAutoConfiguration"),
                "HibernateJpaAutoConfiguration"))
        .unless(
            "a transaction holds the connection anyway",
            that("most controllers are transactional", ConfigOpenInView::isTransactional))
        .tell(ConfigOpenInView::message)
        .build();
  }

  private static boolean isWithoutServer(Spot spot) {
    return valuesInProduction(spot, List.of("spring.main.web-application-type")).stream()
        .anyMatch("none"::equalsIgnoreCase);
  }

  private static boolean isTransactional(Spot spot) {
    return spot.application()
        .servesMostlyIn(EntryKind.REQUEST, TypeTraits.TRANSACTIONAL_AS_A_WHOLE);
  }

  private static String message(Spot spot) {
    String what =
        isFor(spot, KEY)
            ? "`" + KEY + "` is true"
            : "Nothing sets `" + KEY + "`, so that it is true";
    return what
        + ": each request keeps its database connection from the first query until the response is written.";
  }
}
