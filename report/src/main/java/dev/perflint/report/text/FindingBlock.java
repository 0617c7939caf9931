package dev.perflint.report.text;

import dev.perflint.model.Finding;
import dev.perflint.model.Location;
import dev.perflint.model.Reason;
import dev.perflint.model.Step;
import dev.perflint.report.content.Printable;
import dev.perflint.report.text.Sheet.Ink;
import dev.perflint.rule.RuleDoc;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One finding: what, where, the code, why this urgent, what to do instead. */
final class FindingBlock {
  private final Sheet sheet;
  private final Palette palette;
  private final int areaWidth;
  private final boolean explainRank;

  /**
   * @param areaWidth of the widest area in the report, so that rule ids stand below each other
   */
  FindingBlock(Sheet sheet, int areaWidth, boolean explainRank) {
    this.sheet = sheet;
    this.palette = sheet.palette();
    this.areaWidth = areaWidth;
    this.explainRank = explainRank;
  }

  /**
   * @param doc of the finding's rule; empty when the report does not hold it
   */
  void write(Finding finding, Optional<RuleDoc> doc) throws IOException {
    head(finding);
    sheet.paragraph(Printable.of(finding.message()), palette::strong);
    CodeFrame frame = new CodeFrame(palette, sheet.width());
    for (String line :
        frame.lines(finding.excerpt(), finding.location().region(), finding.priority())) {
      sheet.line(line);
    }
    List<String> why = why(finding.reason());
    if (!why.isEmpty()) {
      sheet.labelled("Why " + finding.priority(), why);
    }
    if (explainRank) {
      terms(finding);
    }
    way(finding.trail().near());
    if (doc.isPresent()) {
      sheet.labelled("Instead", List.of(Printable.of(doc.get().instead())));
    }
    if (finding.fix().isPresent()) {
      String description = Printable.of(finding.fix().get().description());
      sheet.labelled("Fix", description, faint("perflint fix"));
    }
    sheet.labelled(
        "Theme",
        finding.theme() + ", confidence " + finding.confidence().name().toLowerCase(Locale.ROOT),
        faint("perflint explain " + finding.rule()));
  }

  private void head(Finding finding) throws IOException {
    String priority = finding.priority().name();
    String area = "  " + finding.area() + Cells.padding(finding.area().id(), areaWidth) + "  ";
    String rule = finding.rule().value();
    sheet.spread(
        new Ink(
            priority + area + rule,
            palette.priority(finding.priority(), priority) + area + palette.strong(rule)),
        place(finding.location()));
  }

  /** The sentences of the reason, made one by semicolons. */
  private static List<String> why(Reason reason) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < reason.lines().size(); i++) {
      String line = Printable.of(reason.lines().get(i));
      boolean goesOn = i < reason.lines().size() - 1 && !endsWithMark(line);
      lines.add(goesOn ? line + ";" : line);
    }
    return lines;
  }

  /** The sum behind the rank, a line for each term. */
  private void terms(Finding finding) throws IOException {
    Reason reason = finding.reason();
    int nameWidth = "waste".length();
    for (Reason.Term term : reason.terms()) {
      nameWidth = Math.max(nameWidth, Cells.width(Printable.of(term.name())));
    }
    String label = "Rank";
    for (Reason.Term term : reason.terms()) {
      String head = head(Printable.of(term.name()), nameWidth, term.log10());
      sheet.row(label, head, Printable.of(term.text()));
      label = "";
    }
    String rank = finding.priority() + ", rank " + finding.rank();
    if (Double.isNaN(reason.waste())) {
      sheet.row(label, "", "no number for the cost, so no waste: " + rank);
    } else {
      String head = head("waste", nameWidth, reason.waste());
      sheet.row(label, head, "log10 of the nanoseconds wasted a second: " + rank);
    }
  }

  private static String head(String name, int nameWidth, double log10) {
    return name + Cells.padding(name, nameWidth) + String.format(Locale.ROOT, "%7.2f  ", log10);
  }

  private void way(List<Step> steps) throws IOException {
    String label = "Via";
    for (Step step : steps) {
      sheet.labelled(label, Printable.of(step.message()), place(step.location()));
      label = "";
    }
  }

  private Ink place(Location location) {
    String place =
        Printable.of(location.path())
            + ":"
            + location.region().startLine()
            + ":"
            + location.region().startColumn();
    return new Ink(place, palette.place(place));
  }

  private Ink faint(String text) {
    return new Ink(text, palette.faint(text));
  }

  private static boolean endsWithMark(String line) {
    return !line.isEmpty() && ".;:,".indexOf(line.charAt(line.length() - 1)) >= 0;
  }
}
