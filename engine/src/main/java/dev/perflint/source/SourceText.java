package dev.perflint.source;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;

/**
 * A decoded file.
 *
 * @param text without a byte order mark; offsets of nodes and edits count from its start
 * @param lines of the text
 * @param charset the file was decoded with
 * @param bomLength bytes of the byte order mark before the text: 3 for UTF-8, 2 for UTF-16, else 0
 */
public record SourceText(
    SourceFile file, String text, LineMap lines, Charset charset, int bomLength) {

  public static SourceText of(SourceFile file, String text, Charset charset, int bomLength) {
    return new SourceText(file, text, LineMap.of(text), charset, bomLength);
  }

  /** The text of a line, without its line break. */
  public String line(int number) {
    int start = lines.start(number);
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return text.substring(start, end);
  }

  /** The bytes to write for a changed text: same charset, same byte order mark. */
  public byte[] encode(String changed) {
    ByteBuffer encoded = charset.encode(bomLength == 0 ? changed : '\uFEFF' + changed);
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    return bytes;
  }
}
