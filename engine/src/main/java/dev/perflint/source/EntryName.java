package dev.perflint.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The name of a file as text, the same under every locale. {@code Path.toString} decodes with the
 * locale's charset, so that under {@code LC_ALL=C} every letter beyond ASCII would be lost and two
 * files could get one name; the URI of a path keeps the bytes.
 */
final class EntryName {
  private EntryName() {}

  /** The last name of an absolute path; bytes that are no UTF-8 stand as {@code \xNN}. */
  static String of(Path path) {
    Path last = path.getFileName();
    String name = last == null ? "" : last.toString();
    return isAscii(name) ? name : decode(lastOfUri(path));
  }

  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static String lastOfUri(Path path) {
    String uri = path.toUri().getRawPath();
    int end = uri.endsWith("/") ? uri.length() - 1 : uri.length();
    return uri.substring(uri.lastIndexOf('/', end - 1) + 1, end);
  }

  private static String decode(String percentEncoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(percentEncoded.length());
    int i = 0;
    while (i < percentEncoded.length()) {
      char c = percentEncoded.charAt(i);
      if (c == '%' && i + 2 < percentEncoded.length()) {
        bytes.write(Integer.parseInt(percentEncoded, i + 1, i + 3, 16));
        i += 3;
      } else {
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
        i++;
      }
    }
    return decode(ByteBuffer.wrap(bytes.toByteArray()));
  }

  private static String decode(ByteBuffer bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer decoded = CharBuffer.allocate(bytes.remaining());
    StringBuilder name = new StringBuilder(bytes.remaining());
    while (true) {
      CoderResult result = decoder.decode(bytes, decoded, true);
      name.append(decoded.flip());
      decoded.clear();
      if (!result.isError()) {
        return name.toString();
      }
      for (int i = 0; i < result.length(); i++) {
        name.append(String.format("\\x%02X", bytes.get() & 0xff));
      }
      decoder.reset();
    }
  }
}
