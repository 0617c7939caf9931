package dev.perflint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.model.Priority;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenOutputTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"scan", "scan --format json", "rules", "--help", "--version"})
  void aStandardOutputThatFailsIs2AndSaysSo(String line) {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    Ran ran = Ran.into(full, FakeEngine.answering(Samples.report(Priority.P1)), line.split(" "));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .endsWith("perflint: cannot write to the standard output: No space left on device\n");
  }

  @Test
  void aReaderThatHangsUpHalfWayIs2() {
    OutputStream pipe =
        new OutputStream() {
          private int room = 20;

          @Override
          public void write(int b) throws IOException {
            if (room-- == 0) {
              throw new IOException("Broken pipe");
            }
          }
        };
    Ran ran = Ran.into(pipe, FakeEngine.answering(Samples.report()), "rules");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("Broken pipe");
  }

  @Test
  void oneFileThatCannotBeWrittenDoesNotKeepTheOthersFromBeingWritten() throws IOException {
    Path regular = Files.writeString(folder.resolve("regular"), "a file");
    Path good = folder.resolve("good.json");
    Ran ran = scan("sarif=" + regular.resolve("below.sarif"), "json=" + good);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .contains("perflint: cannot write " + regular.resolve("below.sarif") + ": ")
        .contains(regular + " is not a directory");
    assertThat(good).hasContent("json");
    assertThat(ran.out()).isEqualTo("text\n");
  }

  @Test
  void theFolderOfAFileMustExist() {
    Path file = folder.resolve("missing/report.sarif");
    Ran ran = scan("sarif=" + file);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("no directory " + file.getParent());
    assertThat(file.getParent()).doesNotExist();
  }

  @Test
  void aFolderIsNoFile() {
    Ran ran = scan("sarif=" + folder);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("cannot write " + folder + ": it is a directory");
  }

  @Test
  void severalFilesAreWrittenAndReplaced() throws IOException {
    Path json = Files.writeString(folder.resolve("a b.json"), "old and much longer than the new");
    Path sarif = folder.resolve("x=y.sarif");
    Ran ran = scan("json=" + json, "SARIF=" + sarif);
    assertThat(ran.code()).isZero();
    assertThat(json).hasContent("json");
    assertThat(sarif).hasContent("sarif");
    assertThat(names()).containsExactly("a b.json", "x=y.sarif");
  }

  @Test
  void relativeFilesAreBelowTheWorkingDirectory() {
    Shell shell = new Shell(folder, Map.of(), false, false);
    Ran.in(shell, FakeEngine.answering(Samples.report()), "scan", "--output=json=here.json");
    assertThat(folder.resolve("here.json")).hasContent("json");
  }

  @Test
  void aReportThatFailsHalfWayLeavesTheOldFileAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("report.json"), "old");
    ReportFormats formats =
        (format, look) ->
            (Ran.Rendering)
                (report, out) -> {
                  out.append("half");
                  if (format == Format.JSON) {
                    throw new IOException("No space left on device");
                  }
                };
    Ran ran =
        Ran.with(
            FakeEngine.answering(Samples.report()),
            formats,
            Ran.PLAIN,
            "scan",
            "--output=json=" + file);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("report.json: No space left on device");
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("report.json");
  }

  @Test
  @EnabledIf("isPosix")
  void aLinkStaysALinkAndPermissionsStay() throws IOException {
    Path real = Files.writeString(folder.resolve("real.json"), "old");
    Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-------"));
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), Path.of("real.json"));
    scan("json=" + link);
    assertThat(link).isSymbolicLink();
    assertThat(real).hasContent("json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
        .isEqualTo("rw-------");
  }

  @Test
  @EnabledIf("isPosix")
  void aDeviceIsWrittenToAndNotReplaced() {
    assertThat(scan("json=/dev/null").code()).isZero();
    assertThat(Path.of("/dev/null")).exists();
    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
  }

  private Ran scan(String... outputs) {
    String[] args =
        Stream.concat(Stream.of("scan"), Stream.of(outputs).map(o -> "--output=" + o))
            .toArray(String[]::new);
    return Ran.with(FakeEngine.answering(Samples.report()), args);
  }

  private Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  static boolean isPosix() {
    return Files.exists(Path.of("/dev/null"));
  }
}
