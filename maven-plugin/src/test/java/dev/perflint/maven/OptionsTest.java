package dev.perflint.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perflint.UsageException;
import dev.perflint.config.FailOn;
import dev.perflint.model.Priority;
import dev.perflint.report.ReportFormats;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
  @Test
  void wordsAreTakenInAnyCase() {
    assertThat(Options.failOn("P2")).hasValue(FailOn.P2);
    assertThat(Options.failOn(" never ")).hasValue(FailOn.NEVER);
    assertThat(Options.failOn(null)).isEmpty();
    assertThat(options(null, "P3", 0).minPriority()).hasValue(Priority.P3);
    assertThat(Options.formats(Arrays.asList("SARIF", null, " text", "sarif")))
        .containsExactly("sarif", "text");
  }

  @Test
  void whatMakesNoSenseIsSaidInWords() {
    complains(() -> Options.failOn("p4"), "failOn must be p1, p2, p3 or never, not 'p4'");
    complains(() -> options(null, "never", 0), "minPriority must be p1, p2 or p3, not 'never'");
    complains(() -> options(7, null, 0), "javaVersion must be at least 8, not 7");
    complains(() -> options(null, null, -1), "jobs must be 1 or more, or 0 for one a core, not -1");
    complains(
        () -> Options.formats(List.of("xml")),
        "formats may name " + String.join(", ", ReportFormats.ids()) + ", not 'xml'");
  }

  @Test
  void noJobsMeansOneACore() {
    assertThat(options(null, null, 0).jobs()).isPositive();
    assertThat(options(null, null, 3).jobs()).isEqualTo(3);
  }

  private static void complains(Runnable action, String message) {
    assertThatThrownBy(action::run).isInstanceOf(UsageException.class).hasMessage(message);
  }

  private static Options options(Integer javaVersion, String minPriority, int jobs) {
    return Options.of(null, null, null, javaVersion, minPriority, jobs, false, false);
  }
}
