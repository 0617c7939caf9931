package dev.perflint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.perflint.source.BadInputs;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Folders with things in them that are no ordinary files, each beside a good file. */
@Timeout(60)
class BadTreeEndToEndTest {
  @TempDir private Path temporary;
  private Path folder;

  @BeforeEach
  void aGoodFile() throws IOException {
    folder = Files.createDirectories(temporary.toRealPath().resolve("tree"));
    GoodFile.in(folder);
  }

  @Test
  void hostileNamesAreReportedLikeOthers() throws IOException {
    List<String> expected = new ArrayList<>(List.of(GoodFile.FINDING));
    for (String name : BadInputs.hostileNames()) {
      byte[] content = GoodFile.named("Named").getBytes(StandardCharsets.UTF_8);
      BadInputs.write(folder, name, content)
          .ifPresent(file -> expected.add("http-client-per-call " + name + ":9"));
    }
    EndToEnd scan = EndToEnd.scan(folder, "--strict", "--fail-on=p2").assertWellFormed();
    assertThat(scan.code()).isEqualTo(1);
    assertThat(scan.findings()).containsExactlyInAnyOrderElementsOf(expected);
    for (JsonNode result : scan.sarifRun().path("results")) {
      String uri = result.at("/locations/0/physicalLocation/artifactLocation/uri").asText();
      assertThat(folder.resolve(folder.toUri().resolve(URI.create("./" + uri)).getPath()))
          .isRegularFile();
    }
  }

  @Test
  void hostileNamesCanBeNamed() throws IOException {
    for (String name : BadInputs.hostileNames()) {
      byte[] content = GoodFile.named("Named").getBytes(StandardCharsets.UTF_8);
      if (BadInputs.write(folder, name, content).isPresent()) {
        EndToEnd scan = EndToEnd.scan(folder, "--fail-on=p2", "--", name).assertWellFormed();
        assertThat(scan.code()).isEqualTo(1);
        assertThat(scan.findings()).containsExactly("http-client-per-call " + name + ":9");
      }
    }
  }

  @Test
  void aNameThatIsNoUtf8IsShownByItsBytes() throws IOException {
    Path file = BadInputs.nameWithInvalidUtf8(folder).orElse(null);
    assumeTrue(file != null, "no such names here");
    Files.writeString(file, GoodFile.named("Named"));

    EndToEnd scan = EndToEnd.scan(folder, "--strict", "--fail-on=p2").assertWellFormed();

    assertThat(scan.code()).isEqualTo(1);
    assertThat(scan.findings())
        .containsExactly("http-client-per-call bad\\xFFname.java:9", GoodFile.FINDING);
  }

  @Test
  void aFifoIsANotice() throws Exception {
    assumeTrue(BadInputs.fifo(folder.resolve("Fifo.java")).isPresent(), "no mkfifo here");
    assertLost("unreadable-file", "Fifo.java", "not a regular file");
  }

  @Test
  void aLinkToAnEndlessDeviceIsANotice() throws IOException {
    link("Zero.java", Path.of("/dev/zero"));
    assertLost("unreadable-file", "Zero.java", "link to something that is no regular file");
  }

  @Test
  void aLinkOutOfTheTreeIsANotice() throws IOException {
    link("Out.java", GoodFile.write(temporary.resolve("Outside.java")));
    assertLost("skipped-file", "Out.java", "outside the scan");
  }

  @Test
  void aLinkThatLeadsToItselfIsANotice() throws IOException {
    link("Self.java", folder.resolve("Self.java"));
    assertLost("unreadable-file", "Self.java", "leads nowhere");
  }

  @Test
  void aFolderThatHoldsItselfIsWalkedOnce() throws IOException {
    Files.createDirectories(folder.resolve("a/b"));
    link("a/b/up", folder);
    assertNothingLost();
  }

  @Test
  void threeHundredNestedFoldersAreWalked() throws IOException {
    Path deep = BadInputs.nestedFolders(folder, 300);
    Files.writeString(deep, GoodFile.named("Deep"));
    EndToEnd scan = EndToEnd.scan(folder, "--strict", "--fail-on=p2").assertWellFormed();
    GoodFile.assertIntact(scan);
    assertThat(scan.findings())
        .contains("http-client-per-call " + "d/".repeat(300) + "Deep.java:9")
        .hasSize(2);
    assertThat(scan.code()).isEqualTo(1);
  }

  @Test
  void aFileOfMoreThanTenMegabytesIsSkipped() throws IOException {
    String line = "// " + "x".repeat(996) + "\n";
    Files.writeString(folder.resolve("Huge.java"), line.repeat(10_001) + "class Huge {}\n");
    assertLost("skipped-file", "Huge.java", "");
  }

  @Test
  void anUnreadableFolderAndFileAreNotices() throws Exception {
    Path locked = Files.createDirectories(folder.resolve("locked"));
    Files.writeString(locked.resolve("Locked.java"), "class Locked {}");
    Path secret = Files.writeString(folder.resolve("Secret.java"), "class Secret {}");
    Files.setPosixFilePermissions(locked, Set.of());
    Files.setPosixFilePermissions(secret, Set.of());
    try {
      Ran ran =
          Files.isReadable(locked) // the superuser may read everything
              ? AsNobody.run(folder, "scan", "--strict", "--format=compact")
              : EndToEnd.run(folder, "scan", "--strict", "--format=compact");
      assertThat(ran.code()).isEqualTo(3);
      assertThat(ran.out())
          .contains("shop/PriceService.java:9:25: P2 http-client-per-call ")
          .contains("Secret.java:1:1: notice unreadable-file cannot be read: permission denied\n")
          .contains("locked:1:1: notice unreadable-file folder cannot be read: permission denied\n")
          .hasLineCount(3);
    } finally {
      Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private void link(String name, Path target) throws IOException {
    assumeTrue(BadInputs.link(folder.resolve(name), target).isPresent(), "no symbolic links here");
  }

  private void assertNothingLost() throws IOException {
    EndToEnd scan = EndToEnd.scan(folder, "--strict", "--fail-on=p2").assertWellFormed();
    GoodFile.assertIntact(scan);
    assertThat(scan.findings()).hasSize(1);
    assertThat(scan.code()).isEqualTo(1);
  }

  private void assertLost(String kind, String name, String message) throws IOException {
    EndToEnd scan = EndToEnd.scan(folder, "--strict", "--fail-on=p2").assertWellFormed();
    GoodFile.assertIntact(scan);
    assertThat(scan.code()).isEqualTo(3);
    assertThat(scan.notices()).containsExactly(kind + " " + name);
    assertThat(scan.text()).contains(name, message);
    assertThat(scan.compact()).contains(name + ":1:1: notice " + kind + " ");
    assertThat(scan.sarifRun().path("invocations").toString()).contains(name, kind, message);
    assertThat(EndToEnd.run(folder, "scan", "--fail-on=p2").code()).isEqualTo(1);
    assertThat(EndToEnd.run(folder, "scan").code()).isZero();
    assertThat(EndToEnd.run(folder, "scan", "--format=json").err()).contains(name);
  }
}
