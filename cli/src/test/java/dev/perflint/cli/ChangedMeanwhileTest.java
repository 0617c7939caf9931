package dev.perflint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.Perflint;
import dev.perflint.ScanReport;
import dev.perflint.ScanRequest;
import dev.perflint.model.Notice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that change between the two looks that a scan takes at them. */
class ChangedMeanwhileTest {
  @TempDir Path folder;

  private Path service;

  @BeforeEach
  void loopOverQueriesOfAnotherFile() throws IOException {
    Files.writeString(
        folder.resolve("Orders.java"),
        """
        interface Orders extends org.springframework.data.jpa.repository.JpaRepository<Order, Long> {}
        """);
    service =
        Files.writeString(
            folder.resolve("Service.java"),
            """
            import java.util.List;

            class Service {
              private Orders orders;

              void load(List<Long> ids) {
                for (Long id : ids) {
                  orders.findById(id);
                }
              }
            }
            """);
  }

  @Test
  void unchangedTheLoopIsFound() {
    assertThat(scan(() -> {}).findings())
        .singleElement()
        .satisfies(found -> assertThat(found.location().path()).isEqualTo("Service.java"));
  }

  @Test
  void aFileThatVanishesIsSaidToHave() {
    ScanReport report = scan(() -> Files.delete(service));
    assertThat(report.findings()).isEmpty();
    assertThat(report.notices())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.kind()).isEqualTo(Notice.Kind.UNREADABLE);
              assertThat(notice.message()).contains("vanished");
            });
  }

  @Test
  void aFileThatIsBrokenMeanwhileIsSaidToBe() {
    ScanReport report = scan(() -> Files.writeString(service, "class Service {"));
    assertThat(report.findings()).isEmpty();
    assertThat(report.notices())
        .isNotEmpty()
        .allSatisfy(notice -> assertThat(notice.path()).contains("Service.java"));
  }

  private interface Change {
    void make() throws IOException;
  }

  /** The change is made when all files were looked at once. */
  private ScanReport scan(Change change) {
    ScanRequest.Progress progress =
        (done, total) -> {
          if (done == total) {
            try {
              change.make();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        };
    return new Perflint()
        .scan(
            new ScanRequest(
                folder,
                List.of(folder),
                List.of("repository-call-in-loop"),
                List.of(),
                OptionalInt.empty(),
                1,
                true,
                true,
                progress));
  }
}
