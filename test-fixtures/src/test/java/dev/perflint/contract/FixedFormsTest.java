package dev.perflint.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.model.Finding;
import dev.perflint.model.Group;
import dev.perflint.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a fix makes of the code is no work for another rule that everybody runs. */
class FixedFormsTest {
  private static final List<Rule> BY_DEFAULT =
      FixtureScan.installed().rules().stream()
          .filter(rule -> rule.doc().group() == Group.DEFAULT)
          .toList();

  @Test
  void noFixLeadsIntoAnotherDefaultRule() {
    int compared = 0;
    for (Rule rule : FixtureScan.installed().rules()) {
      Fixture fixture = Fixture.of(rule);
      if (fixture.has("Fixed.java")) {
        compared++;
        Map<String, Long> before = others(rule, fixture, "Bad.java");
        Map<String, Long> after = others(rule, fixture, "Fixed.java");
        assertThat(after).as("other rules after the fix of " + rule.id()).isEqualTo(before);
      }
    }
    assertThat(compared).as("rules with a fix").isPositive();
  }

  /** How often each other rule speaks of the file, with the rest of the fixture around it. */
  private static Map<String, Long> others(Rule rule, Fixture fixture, String name) {
    Map<String, String> texts = new TreeMap<>(fixture.texts());
    texts.keySet().removeIf(file -> file.endsWith("Bad.java") || file.endsWith("Fixed.java"));
    texts.put(name, fixture.text(name));
    List<Finding> found = FixtureScan.findings(BY_DEFAULT, texts);
    return found.stream()
        .filter(finding -> finding.location().path().endsWith(name))
        .filter(finding -> !finding.rule().equals(rule.id()))
        .collect(Collectors.groupingBy(f -> f.rule().value(), TreeMap::new, Collectors.counting()));
  }
}
