package dev.perflint.cli;

import dev.perflint.ScanReport;
import dev.perflint.model.Area;
import dev.perflint.model.Certainty;
import dev.perflint.model.Cost;
import dev.perflint.model.Excerpt;
import dev.perflint.model.Finding;
import dev.perflint.model.Group;
import dev.perflint.model.Location;
import dev.perflint.model.Notice;
import dev.perflint.model.Priority;
import dev.perflint.model.Reason;
import dev.perflint.model.Region;
import dev.perflint.model.Risk;
import dev.perflint.model.RuleId;
import dev.perflint.model.Theme;
import dev.perflint.model.Trail;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Heat;
import dev.perflint.rule.JdkRange;
import dev.perflint.rule.RuleDoc;
import dev.perflint.rule.Technique;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Rules, findings and reports to run commands on. */
final class Samples {
  static final RuleDoc CLIENT_PER_CALL =
      rule("http-client-per-call", Theme.CONNECTIONS, Group.DEFAULT);
  static final RuleDoc REGEX_PER_CALL = rule("regex-compile-per-call", Theme.TEXT, Group.PEDANTIC);
  static final List<RuleDoc> RULES = List.of(CLIENT_PER_CALL, REGEX_PER_CALL);

  private Samples() {}

  static RuleDoc rule(String id, Theme theme, Group group) {
    return new RuleDoc(
        new RuleId(id),
        "0.1",
        theme,
        group,
        Risk.OUTAGE,
        Optional.of(Cost.parse("3 ms")),
        "3 ms",
        Heat.HERE,
        new JdkRange(11, Integer.MAX_VALUE),
        Technique.CONNECTION_POOLING,
        Effort.HOURS_1,
        "none",
        "summary of " + id,
        "Because each one pays for its own connections.",
        "Build it once and keep it.",
        "Code that runs once gains nothing.",
        new Evidence.Reference("The documentation says so.", "https://example.org/client"),
        Optional.empty(),
        Optional.empty());
  }

  static Finding finding(Priority priority) {
    return new Finding(
        CLIENT_PER_CALL.id(),
        priority,
        70,
        Area.API_CLIENT,
        Theme.CONNECTIONS,
        Certainty.SURE,
        new Location("src/PriceService.java", new Region(42, 25, 42, 51)),
        "A new HttpClient is built on every call of quote() and dropped after it.",
        "com.acme.PriceService.quote(String)",
        new Reason(List.of("per request"), List.of(), 7),
        Optional.empty(),
        Trail.NONE,
        Optional.empty(),
        new Excerpt(42, List.of("    HttpClient client = HttpClient.newHttpClient();")),
        "271789c17abda88f:1",
        "0123456789abcdef");
  }

  static ScanReport report(Priority... priorities) {
    return report(List.of(), priorities);
  }

  static ScanReport report(List<Notice> notices, Priority... priorities) {
    List<Finding> findings = Arrays.stream(priorities).map(Samples::finding).toList();
    return new ScanReport(
        "0.1", RULES, findings, notices, new ScanReport.Statistics(240, 18_204, new TreeMap<>()));
  }
}
