package dev.perflint.report.json;

import dev.perflint.report.content.Printable;
import java.io.IOException;
import java.io.Writer;

/**
 * Escapes what JSON allows raw and a terminal should not see: C1 controls, bidirectional overrides,
 * invisible characters. They can only occur inside strings, since the rest of JSON is ASCII, and a
 * parser reads the escape as the same character. Half a surrogate pair, which is no character and
 * which strict parsers refuse, becomes U+FFFD.
 */
final class EscapingWriter extends Writer {
  private static final char REPLACEMENT = '\ufffd';

  private final Writer out;

  /** A high surrogate whose other half comes with the next buffer; 0 for none. */
  private char pending;

  EscapingWriter(Writer out) {
    this.out = out;
  }

  @Override
  public void write(char[] buffer, int offset, int length) throws IOException {
    int end = offset + length;
    int clean = offset; // everything before is written
    for (int i = offset; i < end; i++) {
      char unit = buffer[i];
      if (unit < 0x7f && pending == 0) {
        continue;
      }
      out.write(buffer, clean, i - clean);
      clean = i + 1;
      accept(unit);
    }
    out.write(buffer, clean, end - clean);
  }

  private void accept(char unit) throws IOException {
    if (pending != 0) {
      char high = pending;
      pending = 0;
      if (Character.isLowSurrogate(unit)) {
        emit(Character.toCodePoint(high, unit));
        return;
      }
      out.write(REPLACEMENT);
    }
    if (Character.isHighSurrogate(unit)) {
      pending = unit;
    } else if (Character.isLowSurrogate(unit)) {
      out.write(REPLACEMENT);
    } else {
      emit(unit);
    }
  }

  private void emit(int codePoint) throws IOException {
    if (codePoint >= 0x7f && Printable.isUnprintable(codePoint)) {
      out.write(Printable.escape(codePoint));
    } else {
      out.write(Character.toString(codePoint));
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  /** The target belongs to the caller. */
  @Override
  public void close() {}
}
