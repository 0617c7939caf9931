package dev.perflint.rules.configuration;

import static dev.perflint.deploy.SpotConditions.absent;
import static dev.perflint.deploy.SpotConditions.calls;
import static dev.perflint.deploy.SpotConditions.that;
import static dev.perflint.deploy.SpotConditions.valuesInProduction;
import static dev.perflint.deploy.Spots.place;

import com.google.auto.service.AutoService;
import dev.perflint.deploy.Calls;
import dev.perflint.deploy.Spot;
import dev.perflint.model.Group;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;
import java.util.List;
import java.util.Set;

/** Flags applications whose mails Spring Boot sends without a limit on how long that takes. */
@AutoService(RuleSource.class)
public final class ConfigMailTimeoutsAbsent implements RuleSource {
  private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

  private static final Calls SENDERS =
      new Calls(
          "sends mail through Spring's sender",
          use -> true,
          List.of(
              "org.springframework.mail.MailSender#send",
              "org.springframework.mail.javamail.JavaMailSender#send"));

  @Override
  public Rule rule() {
    return Rule.named("config-mail-timeouts-absent")
        .since("0.1")
        .theme(Theme.CONFIGURATION)
        .group(Group.PREVIEW)
        .outage("a mail server that never answers takes every thread that sends")
        .effectFromKnowledge("one thread waiting for ever when the mail server stalls")
        .technique(Technique.CANCELLATION)
        .effort(Effort.MINUTES_10)
        .userImpact("a stalled mail server gives an error after the limit instead of no answer")
        .summary("mail that Spring Boot sends has no limit on how long the server may take")
        .why(
            """
            Spring Boot makes the mail sender of `spring.mail`, and leaves the limits to JavaMail, which has none: a mail
            server that accepts the connection and then says nothing keeps the thread that sends for ever. Mail servers do
            that when they are overloaded, or to keep out senders that they do not know.""")
        .instead(
            "Set `spring.mail.properties.mail.smtp.timeout`, `...mail.smtp.connectiontimeout` and `...mail.smtp.writetimeout`,"
                + " in milliseconds; of `smtps` where that is the protocol.")
        .caveat("It does not matter where a relay on the same machine takes every mail at once.")
        .evidence(
            new Evidence.Reference(
                "Spring Boot's documentation warns that some of these limits are infinite by default and should be set"
                    + " against a mail server that does not answer.",
                "https://docs.spring.io/spring-boot/reference/io/email.html"))
        .usedBy(SENDERS)
        .about("org.springframework.mail.MailSender")
        .flag(
            place("spring.mail")
                .where(
                    absent(
                        List.of("spring.mail.properties.*timeout"),
                        List.of("mail.smtp.timeout", "mail.smtps.timeout", "JavaMailSenderImpl")))
                .where(calls(SENDERS)))
        .unless(
            "a relay on the same machine",
            that("its host is this one", ConfigMailTimeoutsAbsent::isOwnMachine))
        .tell(
            spot ->
                "Nothing sets how long the mail server may take: when it does not answer, what sends a mail never"
                    + " returns.")
        .build();
  }

  private static boolean isOwnMachine(Spot spot) {
    List<String> hosts = valuesInProduction(spot, List.of("spring.mail.host"));
    return !hosts.isEmpty() && OWN_MACHINE.containsAll(hosts);
  }
}
