package dev.perflint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.perflint.rule.JdkRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that throws costs its own findings in one file, and nothing else. */
class ThrowingRuleEndToEndTest {
  @TempDir private Path folder;

  @BeforeEach
  void aGoodFile() throws IOException {
    GoodFile.in(folder);
    Files.writeString(folder.resolve("Plain.java"), "class Plain {}\n");
  }

  static Stream<Throwable> failures() {
    return Stream.of(
        new IllegalStateException("told by a test, \u001b[31m</script>"),
        new NullPointerException(),
        new StackOverflowError(),
        new AssertionError("told by a test"),
        new NoClassDefFoundError("com/acme/Missing"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void itBecomesANoticeThatNamesFileAndRule(Throwable failure) throws IOException {
    Engine engine =
        TestRules.engineWith(
            TestRules.onSend("test-throws", JdkRange.ANY, match -> thrown(failure)));

    EndToEnd scan = EndToEnd.scan(engine, folder, "--fail-on=p2").assertWellFormed();

    GoodFile.assertIntact(scan);
    assertThat(scan.code()).isEqualTo(1);
    JsonNode notice = scan.jsonTree().path("notices").path(0);
    assertThat(notice.path("kind").asText()).isEqualTo("rule-crash");
    assertThat(notice.path("rule").asText()).isEqualTo("test-throws");
    assertThat(notice.path("path").asText()).isEqualTo("shop/PriceService.java");
    assertThat(notice.path("line").asInt()).isEqualTo(10);
    assertThat(notice.path("message").asText()).contains(failure.getClass().getSimpleName());
    assertThat(scan.notices()).hasSize(1);
    assertThat(scan.text())
        .contains("shop/PriceService.java:10  rule crash in test-throws")
        .contains("1 file not or only partly analysed");
    assertThat(scan.compact())
        .contains("shop/PriceService.java:10:1: notice rule-crash test-throws ");
    JsonNode notification = scan.sarifRun().at("/invocations/0/toolExecutionNotifications/0");
    assertThat(notification.at("/associatedRule/id").asText()).isEqualTo("test-throws");
    assertThat(notification.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo("shop/PriceService.java");

    assertThat(EndToEnd.run(engine, folder, "scan").code()).isZero();
    assertThat(EndToEnd.run(engine, folder, "scan", "--strict", "--fail-on=p2").code())
        .isEqualTo(3);
    assertThat(EndToEnd.run(engine, folder, "scan", "--strict", "--ignore=test-throws").code())
        .isZero();
  }

  private static String thrown(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }
}
