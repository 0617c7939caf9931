package dev.perflint.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Trees with things in them that are no ordinary files, each beside a good file. */
@Timeout(60)
class BadTreeTest {
  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void aGoodFile() throws IOException {
    folder = Files.createDirectories(temporary.toRealPath().resolve("tree"));
    Files.writeString(folder.resolve("Good.java"), BadInputs.GOOD);
  }

  @Test
  void hostileNamesAreOrdinaryFiles() throws IOException {
    for (String name : BadInputs.hostileNames()) {
      Optional<Path> file =
          BadInputs.write(folder, name, BadInputs.GOOD.getBytes(StandardCharsets.UTF_8));
      if (file.isPresent()) {
        Pipeline.Outcome outcome = Pipeline.run(folder);
        assertThat(outcome.methods()).as(name).containsKey(name);
        assertThat(outcome.notices()).as(name).isEmpty();
      }
    }
  }

  @Test
  void aNameThatIsNoUtf8IsReadAndShownByItsBytes() throws IOException {
    assumeTrue(BadInputs.nameWithInvalidUtf8(folder).isPresent(), "no such names here");

    assertGoodAnd("");
    assertThat(Pipeline.run(folder).methods()).containsOnlyKeys("Good.java", "bad\\xFFname.java");
  }

  @Test
  void aFifoIsNotOpened() throws Exception {
    assumeTrue(BadInputs.fifo(folder.resolve("Fifo.java")).isPresent(), "no mkfifo here");

    assertGoodAnd(
        "UNREADABLE Fifo.java:0 not a regular file but a fifo, device or socket: not opened\n");
  }

  @Test
  void aNamedFifoIsNotOpened() throws Exception {
    assumeTrue(BadInputs.fifo(folder.resolve("Fifo.java")).isPresent(), "no mkfifo here");

    Discovery discovery =
        Discovery.find(folder, List.of(Path.of("Fifo.java")), DiscoveryOptions.ALL);

    assertThat(discovery.files()).isEmpty();
    assertThat(discovery.notices()).hasSize(1);
  }

  @Test
  void aLinkToAnEndlessDeviceIsNotOpened() throws IOException {
    link("Zero.java", Path.of("/dev/zero"));

    assertGoodAnd("UNREADABLE Zero.java:0 link to something that is no regular file\n");
  }

  @Test
  void aLinkToAFileOutsideIsNotFollowed() throws IOException {
    link("Out.java", Files.writeString(folder.resolveSibling("Outside.java"), BadInputs.GOOD));

    assertGoodAnd("SKIPPED Out.java:0 link to a file outside the scan, not followed\n");
  }

  @Test
  void aLinkToAFileInsideIsNoSecondFile() throws IOException {
    link("Same.java", folder.resolve("Good.java"));

    assertGoodAnd("");
    assertThat(Pipeline.run(folder).methods()).containsOnlyKeys("Good.java");
  }

  @Test
  void aLinkToAFolderOutsideIsNotFollowed() throws IOException {
    Files.createDirectories(folder.resolveSibling("outside"));
    Files.writeString(folder.resolveSibling("outside/O.java"), BadInputs.GOOD);
    link("out-link", folder.resolveSibling("outside"));

    assertGoodAnd("INFO out-link:0 link to a folder outside the scan, not followed\n");
    assertThat(Pipeline.run(folder).methods()).containsOnlyKeys("Good.java");
  }

  @Test
  void linksInALoopEnd() throws IOException {
    Files.createDirectories(folder.resolve("a/b"));
    link("a/b/up", folder);
    link("Self.java", folder.resolve("Self.java"));

    Pipeline.Outcome outcome = Pipeline.run(folder);

    assertThat(outcome.methods()).containsOnlyKeys("Good.java");
    assertThat(outcome.messages()).startsWith("UNREADABLE Self.java:0 link that leads nowhere: ");
    assertThat(outcome.notices()).hasSize(1);
  }

  @Test
  void aDeadLinkIsANoticeButAnEditorsLockIsNot() throws IOException {
    link("Dead.java", folder.resolve("nothing"));
    link(".#Good.java", Path.of("someone@host.1234"));

    assertGoodAnd("UNREADABLE Dead.java:0 link to a file that does not exist\n");
  }

  @Test
  void threeHundredNestedFoldersAreWalked() throws IOException {
    BadInputs.nestedFolders(folder, 300);

    assertGoodAnd("");
    assertThat(Pipeline.run(folder).methods()).containsKey("d/".repeat(300) + "Deep.java");
  }

  @Test
  void aFolderNamedLikeAFileIsAFolder() throws IOException {
    Files.createDirectories(folder.resolve("Folder.java"));
    Files.writeString(folder.resolve("Folder.java/In.java"), BadInputs.GOOD);

    assertGoodAnd("");
    assertThat(Pipeline.run(folder).methods()).containsKey("Folder.java/In.java");
  }

  @Test
  void aFifoInPlaceOfAnIgnoreFileIsNotOpened() throws Exception {
    assumeTrue(BadInputs.fifo(folder.resolve(".gitignore")).isPresent(), "no mkfifo here");

    assertGoodAnd("");
  }

  @Test
  void anUnreadableFolderAndFileAreNotices() throws Exception {
    Files.createDirectories(folder.resolve("locked"));
    Files.writeString(folder.resolve("locked/L.java"), BadInputs.GOOD);
    Files.writeString(folder.resolve("Secret.java"), BadInputs.GOOD);
    Files.setPosixFilePermissions(folder.resolve("locked"), Set.of());
    Files.setPosixFilePermissions(folder.resolve("Secret.java"), Set.of());
    try {
      String messages =
          Files.isReadable(folder.resolve("locked"))
              ? AsNobody.run(folder) // the superuser may read everything
              : Pipeline.run(folder).messages();
      assertThat(messages)
          .isEqualTo(
              """
              UNREADABLE Secret.java:0 cannot be read: permission denied
              UNREADABLE locked:0 folder cannot be read: permission denied
              """);
    } finally {
      Files.setPosixFilePermissions(
          folder.resolve("locked"), PosixFilePermissions.fromString("rwx------"));
    }
  }

  private void link(String name, Path target) throws IOException {
    assumeTrue(BadInputs.link(folder.resolve(name), target).isPresent(), "no symbolic links here");
  }

  private void assertGoodAnd(String messages) {
    Pipeline.Outcome outcome = Pipeline.run(folder);
    assertThat(outcome.methods().get("Good.java")).containsExactly("answer");
    assertThat(outcome.messages()).isEqualTo(messages);
  }
}
