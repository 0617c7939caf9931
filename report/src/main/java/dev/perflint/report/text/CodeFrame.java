package dev.perflint.report.text;

import dev.perflint.model.Excerpt;
import dev.perflint.model.Priority;
import dev.perflint.model.Region;
import java.util.ArrayList;
import java.util.List;

/**
 * The source lines of a finding behind a gutter, the place underlined.
 *
 * <pre>
 *   41 │   Price quote(String sku) {
 *   42 │     HttpClient client = HttpClient.newHttpClient();
 *      │                         ━━━━━━━━━━━━━━━━━━━━━━━━━━
 * </pre>
 */
final class CodeFrame {
  private static final int LINES_BEFORE = 1;
  private static final int LINES_AFTER = 1;
  private static final int MAX_LINES_OF_REGION = 4;
  private static final int KEPT_INDENTATION = 2;
  private static final int NUMBER_WIDTH = 4;

  /** Units behind the region that can still matter for a frame; spares us megabyte-long lines. */
  private static final int MAX_TAIL = 500;

  private final Palette palette;
  private final int width;

  CodeFrame(Palette palette, int width) {
    this.palette = palette;
    this.width = width;
  }

  /** No lines when the excerpt does not hold the region's first line. */
  List<String> lines(Excerpt excerpt, Region region, Priority priority) {
    int last = excerpt.firstLine() + excerpt.lines().size() - 1;
    if (region.startLine() < excerpt.firstLine() || region.startLine() > last) {
      return List.of();
    }
    int from = Math.max(excerpt.firstLine(), region.startLine() - LINES_BEFORE);
    int shownEnd = Math.min(region.endLine(), region.startLine() + MAX_LINES_OF_REGION - 1);
    int to = Math.min(last, Math.max(region.startLine() + LINES_AFTER, shownEnd));

    List<SourceLine> shown = new ArrayList<>();
    for (int number = from; number <= to; number++) {
      shown.add(sourceLine(excerpt.lines().get(number - excerpt.firstLine()), number, region));
    }
    return framed(shown, from, region, priority);
  }

  private static SourceLine sourceLine(String text, int number, Region region) {
    int end = number != region.startLine() ? 0 : region.startColumn();
    end = number == region.endLine() ? Math.max(end, region.endColumn()) : end;
    return SourceLine.of(text.length() > end + MAX_TAIL ? text.substring(0, end + MAX_TAIL) : text);
  }

  private List<String> framed(List<SourceLine> lines, int from, Region region, Priority priority) {
    SourceLine marked = lines.get(region.startLine() - from);
    int start = marked.cellAt(region.startColumn());
    boolean oneLine = region.endLine() == region.startLine();
    int end = Math.max(start + 1, oneLine ? marked.cellAt(region.endColumn()) : marked.width());

    int lastNumber = from + lines.size() - 1;
    int numberWidth = Math.max(NUMBER_WIDTH, Integer.toString(lastNumber).length());
    int room = width - numberWidth - " │ ".length();
    int left = leftEdge(lines, start, end, room);

    List<String> out = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int number = from + i;
      SourceLine line = lines.get(i);
      boolean atEdge = i == 0 || i == lines.size() - 1;
      if (line.isBlank() && atEdge && number != region.startLine()) {
        continue;
      }
      String gutter = " ".repeat(numberWidth - Integer.toString(number).length()) + number + " │";
      String code = line.window(left, left + room);
      out.add(palette.faint(gutter) + (code.isEmpty() ? "" : " " + code));
      if (number == region.startLine()) {
        int markEnd = Math.min(end, left + room);
        out.add(
            palette.faint(" ".repeat(numberWidth) + " │")
                + " ".repeat(1 + start - left)
                + palette.mark(priority, "━".repeat(Math.max(1, markEnd - start))));
      }
    }
    return out;
  }

  /** The first cell to show: common indentation goes, and a far-away region comes into view. */
  private static int leftEdge(List<SourceLine> lines, int start, int end, int room) {
    int common =
        lines.stream()
            .filter(line -> !line.isBlank())
            .mapToInt(SourceLine::indentation)
            .min()
            .orElse(0);
    int left = Math.min(start, Math.max(0, common - KEPT_INDENTATION));
    if (end - left <= room) {
      return left;
    }
    int startInView = start - KEPT_INDENTATION - 1;
    int endInView = end - room + 1;
    return Math.max(left, Math.min(startInView, endInView));
  }
}
