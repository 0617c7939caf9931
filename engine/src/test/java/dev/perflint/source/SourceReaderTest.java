package dev.perflint.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.perflint.model.Notice;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SourceReaderTest {
  @TempDir Path folder;

  @Test
  void utf8NeedsNoRemark() throws IOException {
    SourceReader.Result result = read("class Ä {}".getBytes(UTF_8));

    assertThat(result.notice()).isEmpty();
    assertThat(result.text().orElseThrow().text()).isEqualTo("class Ä {}");
  }

  @Test
  void aWrittenReplacementCharacterIsStillUtf8() throws IOException {
    SourceReader.Result result = read("// \uFFFD".getBytes(UTF_8));

    assertThat(result.notice()).isEmpty();
    assertThat(result.text().orElseThrow().charset()).isEqualTo(UTF_8);
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheTextButIsWrittenBack() throws IOException {
    SourceReader.Result result = read(BadInputs.withBom());

    SourceText text = result.text().orElseThrow();
    assertThat(result.notice()).isEmpty();
    assertThat(text.text()).startsWith("class Bom");
    assertThat(text.bomLength()).isEqualTo(3);
    assertThat(text.encode(text.text())).isEqualTo(BadInputs.withBom());
  }

  @Test
  void latin1IsReadWithARemark() throws IOException {
    SourceReader.Result result = read(BadInputs.latin1());

    SourceText text = result.text().orElseThrow();
    assertThat(text.text()).contains("größe");
    assertThat(text.charset()).isEqualTo(ISO_8859_1);
    assertThat(text.encode(text.text())).isEqualTo(BadInputs.latin1());
    assertThat(result.notice())
        .contains(Notice.ofFile(Notice.Kind.INFO, "A.java", 0, "not UTF-8, read as ISO-8859-1"));
  }

  @Test
  void utf16IsReadByItsMark() throws IOException {
    assertUtf16(BadInputs.utf16LittleEndianWithBom(), UTF_16LE, 2);
    assertUtf16("\uFEFFclass Ä {}".getBytes(UTF_16BE), UTF_16BE, 2);
  }

  @Test
  void utf16IsReadWithoutAMark() throws IOException {
    assertUtf16(BadInputs.utf16BigEndianWithoutBom(), UTF_16BE, 0);
    assertUtf16("class A {\n  String s = \"äöü\";\n}\n".getBytes(UTF_16LE), UTF_16LE, 0);
  }

  @Test
  void brokenUtf16IsRefused() throws IOException {
    byte[] loneSurrogate = {(byte) 0xFE, (byte) 0xFF, (byte) 0xD8, 0x00, 0x00, 0x41};

    SourceReader.Result result = read(loneSurrogate);

    assertThat(result.text()).isEmpty();
    assertThat(message(result)).contains("looks like UTF-16BE, but holds bytes that are not");
  }

  @Test
  void brokenUtf8BehindAMarkIsRefused() throws IOException {
    SourceReader.Result result =
        read(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, (byte) 0xE4});

    assertThat(result.text()).isEmpty();
    assertThat(message(result)).contains("marked as UTF-8, but holds bytes that are not");
  }

  @Test
  void theLimitItselfIsStillRead() throws IOException {
    assertThat(read(new byte[SourceReader.MAX_BYTES]).text()).isPresent();
    assertThat(read(new byte[SourceReader.MAX_BYTES + 1]).text()).isEmpty();
  }

  @Test
  void aFileThatVanishedIsANotice() {
    SourceReader.Result result = SourceReader.read(file(folder.resolve("Gone.java")));

    assertThat(message(result)).contains("vanished while the scan ran");
  }

  @Test
  void aFileThatBecameAFifoIsNotOpened() throws Exception {
    Optional<Path> fifo = BadInputs.fifo(folder.resolve("Fifo.java"));
    assumeTrue(fifo.isPresent(), "no mkfifo here");

    assertThat(message(SourceReader.read(file(fifo.get())))).contains("not a regular file");
  }

  @Test
  void aFileThatBecameALinkIsNotOpened() throws Exception {
    Optional<Path> link = BadInputs.link(folder.resolve("Link.java"), Path.of("/dev/zero"));
    assumeTrue(link.isPresent(), "no symbolic links here");

    assertThat(message(SourceReader.read(file(link.get())))).contains("not a regular file");
  }

  @Test
  void aFileWithoutTrueSizeIsReadToItsEnd() {
    Path proc = Path.of("/proc/self/status");
    assumeTrue(Files.isReadable(proc), "no /proc here");

    assertThat(SourceReader.read(file(proc)).text().orElseThrow().text()).contains("Pid:");
  }

  private void assertUtf16(byte[] bytes, Charset charset, int bomLength) throws IOException {
    SourceReader.Result result = read(bytes);
    SourceText text = result.text().orElseThrow();
    assertThat(text.charset()).isEqualTo(charset);
    assertThat(text.bomLength()).isEqualTo(bomLength);
    assertThat(text.text()).startsWith("class ");
    assertThat(text.encode(text.text())).isEqualTo(bytes);
    assertThat(message(result)).contains("read as " + charset.name());
  }

  private SourceReader.Result read(byte[] bytes) throws IOException {
    return SourceReader.read(file(Files.write(folder.resolve("A.java"), bytes)));
  }

  private static SourceFile file(Path path) {
    return new SourceFile(path, path.getFileName().toString(), false);
  }

  private static Optional<String> message(SourceReader.Result result) {
    return result.notice().map(Notice::message);
  }
}
