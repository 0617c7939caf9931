package dev.perflint.rank;

import static dev.perflint.match.Patterns.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.SampleRule;
import dev.perflint.Sources;
import dev.perflint.model.Finding;
import dev.perflint.model.Priority;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.project.Project;
import dev.perflint.rule.Rule;
import dev.perflint.settings.ProjectSettings;
import dev.perflint.settings.SettingsReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who waits on a virtual thread takes no other's place. */
class VirtualWaitsTest {
  private static final String KNOWLEDGE =
      """
      library: Shop
      members:
        - {role: runs-later, calls: "java.util.concurrent.Executor#execute(*)"}
      entry-points:
        - {kind: request, annotation: lib.Get, label: "GET {value}", virtual-if: lib.virtual}
      """;

  private static Finding find(Theme theme, String settings) {
    Rule rule =
        SampleRule.flagging(call("java.lang.String#trim()"))
            .theme(theme)
            .risk(Risk.OUTAGE)
            .effect("10 ns")
            .build();
    Sources sources =
        Sources.of(
                "package shop; import lib.Get; class A { @Get(\"/a\") void f() { \"a\".trim(); } }")
            .knowing(KNOWLEDGE)
            .with(rule);
    List<Finding> found =
        new Project(
                sources.analyses(),
                new ProjectSettings(
                    List.of(SettingsReader.read("application.properties", settings))),
                sources.knowledge(),
                Sources.JDK)
            .findings(List.of(rule));
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  void waitingThereIsP2AndTheWordsDoNotClaimMore() {
    Finding virtual = find(Theme.TIMEOUTS, "lib.virtual=true");
    assertThat(virtual.priority()).isEqualTo(Priority.P2);
    assertThat(virtual.reason().lines())
        .contains("risk: one peer that never answers keeps whoever waits for it");
    Finding platform = find(Theme.TIMEOUTS, "lib.virtual=false");
    assertThat(platform.priority()).isEqualTo(Priority.P1);
    assertThat(platform.reason().lines())
        .contains("risk: one peer that never answers takes one thread after another");
  }

  @Test
  void whatIsUsedUpThereIsUsedUpAllTheSame() {
    assertThat(find(Theme.CONNECTIONS, "lib.virtual=true").priority()).isEqualTo(Priority.P1);
  }
}
