package dev.perflint.fix;

import dev.perflint.model.Finding;
import dev.perflint.model.TextEdit;
import dev.perflint.source.JavaParsing;
import dev.perflint.source.ParsedSource;
import dev.perflint.source.SourceFile;
import dev.perflint.source.SourceReader;
import dev.perflint.source.SourceText;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the fixes of its findings make of one file; nothing is written.
 *
 * @param file where it lies
 * @param path as in findings
 * @param bytes to write, in the charset of the file
 * @param fixes how many findings they fix
 */
public record FixedFile(
    Path file, String path, String before, String after, byte[] bytes, int fixes) {

  /**
   * Applies all fixes of a file's findings. The result is parsed again: edits that would bring in a
   * syntax problem are dropped with the whole file.
   *
   * @param findings of this file, those without a fix too
   * @return empty when nothing changes
   */
  public static Optional<FixedFile> of(SourceFile file, List<Finding> findings) {
    List<List<TextEdit>> edits =
        findings.stream()
            .sorted(Comparator.comparing(Finding::location))
            .flatMap(finding -> finding.fix().stream())
            .map(fix -> fix.edits())
            .toList();
    Optional<SourceText> read = edits.isEmpty() ? Optional.empty() : SourceReader.read(file).text();
    if (read.isEmpty()) {
      return Optional.empty();
    }
    SourceText before = read.get();
    ParsedSource parsed = JavaParsing.parse(before);
    String after = Edits.apply(before.text(), edits);
    if (parsed.escapesDecoded() || after.equals(before.text()) || breaks(before, parsed, after)) {
      return Optional.empty();
    }
    return Optional.of(
        new FixedFile(
            file.path(),
            file.reportPath(),
            before.text(),
            after,
            before.encode(after),
            edits.size()));
  }

  private static boolean breaks(SourceText before, ParsedSource parsed, String after) {
    SourceText changed = SourceText.of(before.file(), after, before.charset(), before.bomLength());
    return JavaParsing.parse(changed).notices().size() > parsed.notices().size();
  }
}
