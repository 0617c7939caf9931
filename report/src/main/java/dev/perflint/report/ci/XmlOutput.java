package dev.perflint.report.ci;

import dev.perflint.report.content.Printable;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes indented XML. Characters that XML cannot hold, and line ends, which readers fold in
 * attributes, are shown as Java would escape them.
 */
final class XmlOutput {
  private final Writer out;
  private int depth;

  XmlOutput(Writer out) throws IOException {
    this.out = out;
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  }

  /**
   * @param attributes names and values in turn
   */
  void open(String name, Object... attributes) throws IOException {
    start(name, attributes);
    out.append(">\n");
    depth++;
  }

  void close(String name) throws IOException {
    depth--;
    indent().append("</").append(name).append(">\n");
  }

  /** An element without content. */
  void empty(String name, Object... attributes) throws IOException {
    start(name, attributes);
    out.append("/>\n");
  }

  /** An element that holds text; its line ends stay. */
  void text(String name, String text, Object... attributes) throws IOException {
    start(name, attributes);
    out.append('>');
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      out.append(i == 0 ? "" : "\n").append(escaped(lines[i]));
    }
    out.append("</").append(name).append(">\n");
  }

  private void start(String name, Object... attributes) throws IOException {
    indent().append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append((String) attributes[i]).append("=\"");
      out.append(escaped(String.valueOf(attributes[i + 1]))).append('"');
    }
  }

  private Writer indent() throws IOException {
    for (int i = 0; i < depth; i++) {
      out.append("  ");
    }
    return out;
  }

  private static String escaped(String text) {
    return Printable.of(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("\ufffe", "\\ufffe")
        .replace("\uffff", "\\uffff");
  }
}
