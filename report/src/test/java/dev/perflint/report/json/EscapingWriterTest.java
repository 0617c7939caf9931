package dev.perflint.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class EscapingWriterTest {
  private static String write(String... parts) throws IOException {
    StringWriter out = new StringWriter();
    EscapingWriter escaping = new EscapingWriter(out);
    for (String part : parts) {
      escaping.write(part);
    }
    return out.toString();
  }

  @Test
  void visibleTextPassesUnchanged() throws IOException {
    assertThat(write("{\n  \"größe\": \"漢字 😀\"\n}")).isEqualTo("{\n  \"größe\": \"漢字 😀\"\n}");
  }

  @Test
  void invisibleCharactersAreEscaped() throws IOException {
    assertThat(write("a\u009bb\u202ec\u2028d\u007f")).isEqualTo("a\\u009bb\\u202ec\\u2028d\\u007f");
  }

  @Test
  void aPairMayBeSplitOverTwoWrites() throws IOException {
    assertThat(write("a\ud83d", "\ude00b")).isEqualTo("a😀b");
  }

  @Test
  void halfAPairIsReplaced() throws IOException {
    assertThat(write("\ud83d", "x\ude00", "\ud83d\ud83d\ude00")).isEqualTo("\ufffdx\ufffd\ufffd😀");
  }
}
