package dev.perflint.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perflint.model.Notice;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;

/** Bytes to text: by byte order mark, else UTF-16 by its zeros, else UTF-8, else ISO-8859-1. */
final class Decoding {
  private static final int LOOK_AT = 4096;

  private Decoding() {}

  static SourceReader.Result decode(SourceFile file, byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return utf8(file, bytes, 3);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return utf16(file, bytes, UTF_16BE, 2);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return utf16(file, bytes, UTF_16LE, 2);
    }
    Optional<Charset> guessed = guessUtf16(bytes);
    return guessed.isPresent() ? utf16(file, bytes, guessed.get(), 0) : utf8(file, bytes, 0);
  }

  private static SourceReader.Result utf8(SourceFile file, byte[] bytes, int bomLength) {
    String text = new String(bytes, bomLength, bytes.length - bomLength, UTF_8);
    // The lenient decoder is several times faster; only its replacement character needs proof.
    if (text.indexOf('\uFFFD') < 0 || strictly(bytes, bomLength, UTF_8).isPresent()) {
      return decoded(SourceText.of(file, text, UTF_8, bomLength), Optional.empty());
    }
    if (bomLength > 0) {
      return SourceReader.Result.unread(
          Notice.Kind.UNREADABLE, file, "marked as UTF-8, but holds bytes that are not");
    }
    return decoded(
        SourceText.of(file, new String(bytes, ISO_8859_1), ISO_8859_1, 0),
        Optional.of("not UTF-8, read as ISO-8859-1"));
  }

  private static SourceReader.Result utf16(
      SourceFile file, byte[] bytes, Charset charset, int bomLength) {
    return strictly(bytes, bomLength, charset)
        .map(
            text ->
                decoded(
                    SourceText.of(file, text, charset, bomLength),
                    Optional.of("read as " + charset.name())))
        .orElseGet(
            () ->
                SourceReader.Result.unread(
                    Notice.Kind.UNREADABLE,
                    file,
                    "looks like " + charset.name() + ", but holds bytes that are not"));
  }

  private static SourceReader.Result decoded(SourceText text, Optional<String> remark) {
    return new SourceReader.Result(
        Optional.of(text),
        remark.map(r -> Notice.ofFile(Notice.Kind.INFO, text.file().reportPath(), 0, r)));
  }

  private static Optional<String> strictly(byte[] bytes, int from, Charset charset) {
    try {
      ByteBuffer rest = ByteBuffer.wrap(bytes, from, bytes.length - from);
      return Optional.of(charset.newDecoder().decode(rest).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Java text is mostly ASCII: as UTF-16 nearly every other byte is zero, and always the same. */
  private static Optional<Charset> guessUtf16(byte[] bytes) {
    int pairs = Math.min(bytes.length, LOOK_AT) / 2;
    if (pairs == 0 || bytes.length % 2 != 0) {
      return Optional.empty();
    }
    int highZeros = 0;
    int lowZeros = 0;
    for (int i = 0; i < pairs; i++) {
      highZeros += bytes[2 * i] == 0 ? 1 : 0;
      lowZeros += bytes[2 * i + 1] == 0 ? 1 : 0;
    }
    if (highZeros > pairs / 2 && lowZeros == 0) {
      return Optional.of(UTF_16BE);
    }
    return lowZeros > pairs / 2 && highZeros == 0 ? Optional.of(UTF_16LE) : Optional.empty();
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xff) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
