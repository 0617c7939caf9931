package dev.perflint.report.ci;

import dev.perflint.ScanReport;
import dev.perflint.model.Finding;
import dev.perflint.model.Region;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The {@code junit} report: each finding is a test that fails, a clean scan one that passes. */
public final class JunitReport {
  /** Writes the whole report; neither flushes nor closes. */
  public void write(ScanReport report, Writer out) throws IOException {
    int failures = report.findings().size();
    XmlOutput xml = new XmlOutput(out);
    // Some readers want the times, which differ from run to run.
    xml.open(
        "testsuite",
        "name",
        "perflint",
        "tests",
        Math.max(1, failures),
        "failures",
        failures,
        "errors",
        0,
        "skipped",
        0,
        "time",
        0);
    for (Finding finding : report.findings()) {
      write(finding, xml);
    }
    if (failures == 0) {
      xml.empty("testcase", "classname", "perflint", "name", "no findings", "time", 0);
    }
    xml.close("testsuite");
  }

  private static void write(Finding finding, XmlOutput xml) throws IOException {
    String path = finding.location().path();
    Region region = finding.location().region();
    String at = region.startLine() + ":" + region.startColumn();
    xml.open("testcase", "classname", path, "name", finding.rule() + ":" + at, "time", 0);
    List<String> lines = Sentences.of(finding);
    xml.text(
        "failure",
        path + ":" + at + "\n" + String.join("\n", lines),
        "type",
        finding.rule(),
        "message",
        finding.priority() + " " + lines.get(0));
    xml.close("testcase");
  }
}
