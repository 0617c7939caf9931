package dev.perflint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuppressionTest {
  @TempDir Path folder;

  private Ran scan(String line, String... more) throws IOException {
    Files.writeString(
        folder.resolve("Quotes.java"),
        """
        final class Quotes {
          String quote(java.net.http.HttpRequest request) throws Exception {
            %s
            return client.send(request, java.net.http.HttpResponse.BodyHandlers.ofString()).body();
          }
        }
        """
            .formatted(line));
    String[] args = new String[more.length + 4];
    args[0] = "scan";
    args[1] = ".";
    args[2] = "--format";
    args[3] = "compact";
    System.arraycopy(more, 0, args, 4, more.length);
    return Ran.with(
        Engine.onDemand(), new Reports(), new Shell(folder, Map.of(), false, false), args);
  }

  private static final String CLIENT = "var client = java.net.http.HttpClient.newHttpClient();";

  @Test
  void aSuppressedFindingIsNotReportedAndDoesNotFailTheRun() throws IOException {
    assertThat(scan(CLIENT, "--fail-on", "p3").code()).isEqualTo(ExitCode.FINDINGS);
    Ran ran =
        scan(
            CLIENT + " // perflint:ignore http-client-per-call -- one call a day",
            "--fail-on",
            "p3");
    assertThat(ran.code()).isEqualTo(ExitCode.OK);
    assertThat(ran.out()).doesNotContain("http-client-per-call");
  }

  @Test
  void noSuppressReportsItAllTheSame() throws IOException {
    Ran ran = scan(CLIENT + " // perflint:ignore http-client-per-call", "--no-suppress");
    assertThat(ran.out()).contains("Quotes.java:3:18: P2 http-client-per-call");
  }

  @Test
  void anUnusedSuppressionIsANotice() throws IOException {
    Ran ran = scan("var client = shared; // perflint:ignore http-client-per-call");
    assertThat(ran.out())
        .contains("Quotes.java:3")
        .contains("unused suppression of http-client-per-call");
  }

  @Test
  void aSuppressionOfARuleThatDidNotRunIsNotUnused() throws IOException {
    Ran ran = scan(CLIENT + " // perflint:ignore http-client-per-call", "--select", "text");
    assertThat(ran.out()).doesNotContain("unused");
  }

  @Test
  void ofOneCauseTheFirstThatIsNotSuppressedSpeaks() throws IOException {
    String accepted = " // perflint:ignore nested-transaction-second-connection";
    assertThat(scanOrders("", ""))
        .contains("Orders.java:4:", "of `pay` holds its own; so does another call of `Audit`.")
        .doesNotContain("Orders.java:7:");
    assertThat(scanOrders(accepted, ""))
        .contains("Orders.java:7:", "of `refund` holds its own.")
        .doesNotContain("Orders.java:4:", "unused", "another call");
    assertThat(scanOrders("", accepted))
        .contains("Orders.java:4:", "of `pay` holds its own.")
        .doesNotContain("Orders.java:7:", "unused", "another call");
  }

  private String scanOrders(String first, String second) throws IOException {
    String spring = "org.springframework.transaction.annotation.";
    Files.writeString(
        folder.resolve("Audit.java"),
        "class Audit { @%1$sTransactional(propagation = %1$sPropagation.REQUIRES_NEW) public void record() {} }"
            .formatted(spring));
    Files.writeString(
        folder.resolve("Orders.java"),
        """
        class Orders {
          Audit audit;
          @%1$sTransactional public void pay() {
            audit.record();%2$s
          }
          @%1$sTransactional public void refund() {
            audit.record();%3$s
          }
        }
        """
            .formatted(spring, first, second));
    return Ran.with(
            Engine.onDemand(),
            new Reports(),
            new Shell(folder, Map.of(), false, false),
            "scan",
            ".",
            "--select",
            "nested-transaction-second-connection",
            "--format",
            "compact")
        .out();
  }

  @Test
  void anUnknownRuleGetsTheNearest() throws IOException {
    Ran ran = scan(CLIENT + " // perflint:ignore http-client-per-cal");
    assertThat(ran.out())
        .contains("http-client-per-call A new HttpClient")
        .contains("names no rule")
        .contains("did you mean http-client-per-call?");
  }
}
