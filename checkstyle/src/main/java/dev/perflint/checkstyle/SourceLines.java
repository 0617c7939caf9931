package dev.perflint.checkstyle;

import com.puppycrawl.tools.checkstyle.utils.CommonUtil;
import dev.perflint.model.Region;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The lines of a file in which something was found; read once more rather than all kept. */
record SourceLines(List<String> all) {

  static SourceLines of(Path file, Charset charset) {
    try {
      String text = new String(Files.readAllBytes(file), charset);
      return new SourceLines(List.of(text.split("\\r\\n|\\r|\\n", -1)));
    } catch (IOException e) {
      // Gone between the scan and its report: the findings still have their lines.
      return new SourceLines(List.of());
    }
  }

  /** The column as Checkstyle counts: from 1, a tab as wide as it shows. */
  int column(Region region, int tabWidth) {
    int before = region.startColumn() - 1;
    if (region.startLine() > all.size()) {
      return region.startColumn();
    }
    String line = all.get(region.startLine() - 1);
    return 1 + CommonUtil.lengthExpandedTabs(line, Math.min(before, line.length()), tabWidth);
  }
}
