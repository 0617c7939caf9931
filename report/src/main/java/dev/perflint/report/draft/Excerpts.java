package dev.perflint.report.draft;

import dev.perflint.model.Finding;
import dev.perflint.model.Region;
import dev.perflint.model.Step;
import dev.perflint.source.SourceFile;
import dev.perflint.source.SourceReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Cuts what a draft shows from the files as they are now. */
final class Excerpts {
  /** Lines that a reader still takes in at once. */
  private static final int LONGEST = 30;

  private static final int AROUND = 3;

  private Excerpts() {}

  /**
   * @param firstLine of it, from 1
   */
  record Code(int firstLine, int lastLine, String text) {}

  /** As {@link #cut}, and of a configuration file nothing that is secret. */
  static Code of(Finding finding, Path base) {
    Code code = cut(finding, base);
    return finding.location().path().endsWith(".java")
        ? code
        : new Code(code.firstLine(), code.lastLine(), Secrets.hidden(code.text()));
  }

  /** The place with the loop around it; the few lines that the finding carries if it is gone. */
  private static Code cut(Finding finding, Path base) {
    Region region = finding.location().region();
    int first = region.startLine();
    for (Step step : finding.trail().around()) {
      boolean sameFile = step.location().path().equals(finding.location().path());
      int line = step.location().region().startLine();
      if (sameFile && line < first && region.endLine() - line < LONGEST) {
        first = line;
      }
    }
    Optional<List<String>> lines = lines(finding.location().path(), base);
    if (lines.isEmpty() || lines.get().size() < region.endLine()) {
      List<String> carried = finding.excerpt().lines();
      int at = finding.excerpt().firstLine();
      return new Code(at, at + carried.size() - 1, dedented(carried));
    }
    int from = Math.max(1, first - AROUND);
    int to = Math.min(lines.get().size(), Math.min(region.endLine() + AROUND, from + LONGEST));
    return new Code(from, to, dedented(lines.get().subList(from - 1, to)));
  }

  static Optional<List<String>> lines(String path, Path base) {
    return SourceReader.read(new SourceFile(base.resolve(path), path, true))
        .text()
        .map(text -> text.text().lines().toList());
  }

  /** Without the blanks that all lines begin with. */
  static String dedented(List<String> lines) {
    return String.join("\n", lines).stripIndent().stripTrailing();
  }
}
