package dev.perflint.report.sarif;

import dev.perflint.ScanReport;
import dev.perflint.model.RuleId;
import dev.perflint.report.content.Links;
import dev.perflint.report.json.JsonOutput;
import dev.perflint.report.sarif.Sarif.AutomationDetails;
import dev.perflint.report.sarif.Sarif.BaseLocation;
import dev.perflint.report.sarif.Sarif.Driver;
import dev.perflint.report.sarif.Sarif.Invocation;
import dev.perflint.report.sarif.Sarif.Log;
import dev.perflint.report.sarif.Sarif.Message;
import dev.perflint.report.sarif.Sarif.Run;
import dev.perflint.report.sarif.Sarif.Tool;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The {@code sarif} report: one log with one run. */
public final class SarifReport {
  /** GitHub keeps so many results of a run; which ones is better decided here, by rank. */
  public static final int MAX_RESULTS = 5_000;

  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  /** The category of an upload to GitHub, unless another one is asked for. */
  public static final String CATEGORY = "perflint";

  private final String category;

  /** A report of the usual category. */
  public SarifReport() {
    this(CATEGORY);
  }

  /**
   * A report of a category.
   *
   * @param category what tells this upload from others of one commit, which it would replace
   */
  public SarifReport(String category) {
    this.category = category;
  }

  /** Writes the whole log; neither flushes nor closes. */
  public void write(ScanReport report, Writer out) throws IOException {
    JsonOutput.withoutNulls().write(log(report), out);
  }

  /** How many findings do not fit into {@link #MAX_RESULTS}: the least urgent ones. */
  public int omitted(ScanReport report) {
    return Math.max(0, report.findings().size() - MAX_RESULTS);
  }

  private Log log(ScanReport report) {
    Map<RuleId, Integer> ruleIndexes = new HashMap<>();
    report.rules().forEach(rule -> ruleIndexes.put(rule.id(), ruleIndexes.size()));
    Results results = new Results(ruleIndexes);
    Run run =
        new Run(
            new Tool(driver(report)),
            List.of(invocation(report, ruleIndexes)),
            // GitHub reads what stands before the last slash as the category.
            new AutomationDetails(category + "/"),
            "utf16CodeUnits",
            "java",
            Map.of(Places.ROOT, new BaseLocation(new Message(rootDescription()))),
            report.findings().stream().limit(MAX_RESULTS).map(results::result).toList());
    return new Log(SCHEMA, "2.1.0", List.of(run));
  }

  private static Driver driver(ScanReport report) {
    return new Driver(
        "perflint",
        "perflint, a performance linter for Java",
        report.version(),
        report.version(),
        Links.HOME,
        report.rules().stream().map(Rules::descriptor).toList(),
        Notifications.descriptors());
  }

  private static Invocation invocation(ScanReport report, Map<RuleId, Integer> ruleIndexes) {
    return new Invocation(
        true,
        report.notices().stream()
            .map(notice -> Notifications.notification(notice, ruleIndexes))
            .toList());
  }

  /** In words: the absolute path would differ from machine to machine. */
  private static String rootDescription() {
    return "The root of the repository; outside a repository, the scanned folder.";
  }
}
