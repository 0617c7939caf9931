package dev.perflint.report.draft;

import dev.perflint.fix.FixedFile;
import dev.perflint.model.Finding;
import dev.perflint.model.Location;
import dev.perflint.model.Theme;
import dev.perflint.report.content.Counts;
import dev.perflint.report.content.Links;
import dev.perflint.report.issue.IssueMarker;
import dev.perflint.report.issue.OwnedText;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.RuleDoc;
import dev.perflint.rule.RuleExamples;
import dev.perflint.rule.Technique;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Fills the sections of the template for one opportunity after the other. */
final class DraftWriter {
  /** Places whose code is shown; the others are links. */
  private static final int SHOWN = 3;

  private static final int LONGEST_TITLE = 200;

  /** GitHub's limit is 65,536. */
  private static final int LONGEST_BODY = 60_000;

  private final DraftSettings settings;
  private final Dialect dialect;
  private final Map<Opportunity, String> fileNames = new LinkedHashMap<>();
  private final Map<String, FixedFile> fixed = new LinkedHashMap<>();
  private final Dependencies dependencies;
  private final ExistingTests tests;
  private final CodeOwners owners;
  private final Measurements measurements;
  private final Map<String, MethodProfile> profiles;

  DraftWriter(
      DraftSettings settings,
      List<Opportunity> drafted,
      List<String> files,
      List<FixedFile> fixed) {
    this.settings = settings;
    this.dialect = settings.dialect();
    for (int i = 0; i < drafted.size(); i++) {
      fileNames.put(drafted.get(i), files.get(i));
    }
    fixed.forEach(file -> this.fixed.put(file.path(), file));
    this.dependencies = new Dependencies(drafted);
    this.tests = ExistingTests.in(settings.base());
    this.owners = CodeOwners.in(settings.base());
    this.measurements =
        new Measurements(
            settings.jmh(), settings.profile(), Files.exists(settings.base().resolve("pom.xml")));
    this.profiles =
        settings.profile().of(drafted.stream().map(o -> o.first().member()).distinct().toList());
  }

  Draft draft(Opportunity opportunity, String file) {
    String title = "[PERF] " + opportunity.subject();
    Estimate effort = Estimate.of(opportunity);
    List<String> assignees =
        settings.issues().assignees().isEmpty()
            ? owners.usersOf(opportunity.first().location().path())
            : settings.issues().assignees();
    IssueTemplate template = settings.template().orElseGet(() -> IssueTemplate.of(dialect));
    String filled = template.filled(values(opportunity, effort)).strip() + "\n";
    IssueMarker marker = new IssueMarker(opportunity.key(), opportunity.findingsHash());
    String body =
        dialect == Dialect.JIRA
            ? filled
            : marker.text()
                + "\n"
                + OwnedText.BEGIN
                + "\n\n"
                + filled
                + "\n"
                + OwnedText.END
                + "\n";
    return new Draft(
        opportunity,
        dialect == Dialect.JIRA ? file.replaceFirst("\\.md$", ".jira") : file,
        title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE - 1) + "…" : title,
        settings.issues().labels(),
        assignees,
        settings.issues().milestone(),
        effort.text(),
        body);
  }

  private Map<String, Object> values(Opportunity opportunity, Estimate effort) {
    RuleDoc rule = opportunity.rule();
    Finding first = opportunity.first();
    // What waits for a peer that does not answer has no time that could be measured.
    Optional<BenchmarkClass> benchmark =
        rule.theme() == Theme.TIMEOUTS || rule.theme() == Theme.CONFIGURATION
            ? Optional.empty()
            : BenchmarkClass.of(first, settings.base());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("rule", rule.id().value());
    values.put("ruleUrl", Links.ruleDocs(rule.id()));
    values.put("priority", word(opportunity));
    values.put("area", first.area().id());
    values.put("impact", dialect.line(impact(opportunity)));
    values.put("effort", effort.text());
    values.put("milestone", dialect.line(settings.issues().milestone().orElse("")));
    values.put("message", dialect.line(first.message()));
    values.put("whyPriority", lines(first.reason().lines()));
    values.put("why", paragraph(rule.why()));
    values.put("caveat", paragraph(rule.caveat()));
    values.put("instead", paragraph(rule.instead()));
    values.put("techniques", techniques(rule));
    values.put("places", shown(opportunity));
    values.put("morePlaces", more(opportunity));
    values.put("optimized", optimized(opportunity));
    Optional<Knobs.Change> knobs =
        Knobs.of(rule.id().value(), first.location().path(), settings.base());
    values.put(
        "configuration",
        knobs
            .map(
                change ->
                    List.of(
                        Map.of(
                            "file",
                            dialect.code(change.file()),
                            "code",
                            dialect.block(change.language(), change.text()))))
            .orElse(List.of()));
    values.put("files", files(opportunity));
    values.put("newFile", benchmark.map(b -> dialect.code(b.path())).orElse(""));
    values.put("benchmark", benchmark.map(b -> dialect.block("java", b.text())).orElse(""));
    values.put("tests", tests.of(className(first)).stream().map(dialect::code).toList());
    values.putAll(measurements.values(benchmark, first, dialect));
    values.putAll(measurements.profile(Optional.ofNullable(profiles.get(first.member())), dialect));
    boolean noticed = !rule.userImpact().equals("none");
    values.put("userImpact", dialect.line(noticed ? rule.userImpact() : ""));
    values.put("dependsOn", references(dependencies.before(opportunity)));
    values.put("blocks", references(dependencies.after(opportunity)));
    values.put("evidence", dialect.line(rule.evidence().text()));
    values.put(
        "evidenceUrl",
        rule.evidence() instanceof Evidence.Reference reference ? reference.url() : "");
    values.put("open", dialect.box(false));
    return values;
  }

  private static String word(Opportunity opportunity) {
    return switch (opportunity.priority()) {
      case P1 -> "P1-High";
      case P2 -> "P2-Medium";
      case P3 -> "P3-Low";
    };
  }

  /** What one pass costs and how often it comes, in the words of the finding. */
  private static String impact(Opportunity opportunity) {
    List<String> reasons = new ArrayList<>(opportunity.first().reason().lines());
    List<String> costs = reasons.stream().filter(line -> line.startsWith("each time ")).toList();
    List<String> ways =
        reasons.stream()
            .filter(line -> line.startsWith("per ") || line.startsWith("no entry point"))
            .toList();
    String saved =
        costs.isEmpty()
            ? opportunity.rule().effect()
            : costs.get(0).substring("each time ".length()) + " each time";
    String where = ways.isEmpty() ? "" : ", " + ways.get(0);
    int places = opportunity.findings().size();
    String others = places == 1 ? "" : ", and at " + Counts.of(places - 1, "more place");
    return saved + where + others + " (estimated from the code, not measured)";
  }

  /** A rule's text may be written in several lines. */
  private String paragraph(String text) {
    return dialect.line(text.strip().replaceAll("\\s*\\n\\s*", " "));
  }

  private List<String> lines(List<String> texts) {
    return texts.stream().map(dialect::line).toList();
  }

  private List<Map<String, Object>> techniques(RuleDoc rule) {
    List<Map<String, Object>> boxes = new ArrayList<>();
    for (Technique technique : Technique.values()) {
      boxes.add(
          Map.of("box", dialect.box(technique == rule.technique()), "label", technique.label()));
    }
    return boxes;
  }

  private List<Map<String, Object>> shown(Opportunity opportunity) {
    return opportunity.findings().stream()
        .limit(SHOWN)
        .map(
            finding -> {
              Excerpts.Code code = Excerpts.of(finding, settings.base());
              String path = finding.location().path();
              String url = settings.links().to(path, code.firstLine(), code.lastLine());
              Map<String, Object> place = new LinkedHashMap<>();
              place.put(
                  "link", dialect.link(path + ":" + finding.location().region().startLine(), url));
              boolean alone = opportunity.findings().size() == 1;
              place.put("message", alone ? "" : dialect.line(finding.message()));
              place.put("code", dialect.block(language(path), code.text()));
              return place;
            })
        .toList();
  }

  private List<Map<String, Object>> more(Opportunity opportunity) {
    Stream<Map<String, Object>> told =
        opportunity.findings().stream()
            .skip(SHOWN)
            .map(finding -> place(finding.location(), finding, finding.message()));
    Stream<Map<String, Object>> beside =
        opportunity.findings().stream()
            .flatMap(
                finding ->
                    finding.trail().beside().stream()
                        .map(step -> place(step.location(), finding, step.message())));
    return Stream.concat(told, beside).limit(100).toList();
  }

  private Map<String, Object> place(Location location, Finding of, String message) {
    String path = location.path();
    int line = location.region().startLine();
    return Map.of(
        "link",
        dialect.link(path + ":" + line, settings.links().to(path, line, line)),
        "priority",
        of.priority().name(),
        "message",
        dialect.line(message));
  }

  /** What the fix makes of it, else what the rule's own example becomes. */
  private Map<String, Object> optimized(Opportunity opportunity) {
    List<FixedFile> files =
        opportunity.files().stream().map(fixed::get).filter(file -> file != null).toList();
    boolean all = opportunity.findings().stream().allMatch(f -> f.fix().isPresent());
    if (all && !files.isEmpty()) {
      return Map.of(
          "fixed",
          List.of(Map.of("code", dialect.block("diff", Diffs.of(files)))),
          "example",
          List.of());
    }
    return Map.of(
        "fixed",
        List.of(),
        "example",
        RuleExamples.better(opportunity.rule().id())
            .map(
                code ->
                    List.of(
                        Map.of("code", dialect.block("java", code.stripTrailing().stripIndent()))))
            .orElse(List.of()));
  }

  private List<Map<String, Object>> files(Opportunity opportunity) {
    List<Map<String, Object>> files = new ArrayList<>();
    for (String path : opportunity.files()) {
      List<String> links =
          opportunity.findings().stream()
              .filter(finding -> finding.location().path().equals(path))
              .map(finding -> finding.location().region())
              .map(
                  region ->
                      dialect.link(
                          "line " + region.startLine(),
                          settings.links().to(path, region.startLine(), region.endLine())))
              .distinct()
              .limit(20)
              .toList();
      files.add(Map.of("path", dialect.code(path), "lines", String.join(", ", links)));
    }
    return files;
  }

  private static String language(String path) {
    String ending = path.substring(path.lastIndexOf('.') + 1);
    return ending.equals("yml") ? "yaml" : ending.contains("/") ? "" : ending;
  }

  private static String className(Finding finding) {
    String path = finding.location().path();
    return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.java$", "");
  }

  /** With what publishing turns into the number of an issue. */
  private List<Map<String, Object>> references(List<Opportunity> others) {
    return others.stream()
        .map(
            other ->
                Map.<String, Object>of(
                    "reference",
                    dialect == Dialect.JIRA
                        ? JiraText.plain(fileNames.get(other))
                        : OwnedText.reference(other.key(), fileNames.get(other)),
                    "subject",
                    dialect.line(other.subject())))
        .toList();
  }
}
