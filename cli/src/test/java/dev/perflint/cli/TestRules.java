package dev.perflint.cli;

import dev.perflint.Perflint;
import dev.perflint.knowledge.Knowledge;
import dev.perflint.match.Match;
import dev.perflint.match.Patterns;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Catalogue;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.JdkRange;
import dev.perflint.rule.Rule;
import dev.perflint.rule.Technique;
import dev.perflint.types.PackageTables;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Rules of the tests' own, and the engine that runs them beside the real ones. */
final class TestRules {
  private TestRules() {}

  /** Flags every call of {@code HttpClient.send}, with that message. */
  static Rule onSend(String id, JdkRange range, Function<Match, String> message) {
    return Rule.named(id)
        .since("0.1")
        .theme(Theme.IO)
        .risk(Risk.LATENCY)
        .effect("1 ms")
        .jdk(range)
        .technique(Technique.OBJECT_REUSE)
        .effort(Effort.MINUTES_10)
        .summary("a call that a test looks for")
        .why("Because a test looks for it.")
        .instead("Leave it.")
        .caveat("It never matters.")
        .evidence(new Evidence.Reference("A test.", "https://example.org/test"))
        .flag(Patterns.call("java.net.http.HttpClient#send(*)"))
        .say(message)
        .build();
  }

  static Engine engineWith(Rule extra) {
    ClassLoader loader = Perflint.class.getClassLoader();
    List<Rule> rules = new ArrayList<>(Catalogue.installed(loader).rules());
    rules.add(extra);
    return Engine.of(
        () ->
            new Perflint(
                new Catalogue(rules),
                Knowledge.ofBundled(loader),
                PackageTables.ofBundled(loader)));
  }
}
