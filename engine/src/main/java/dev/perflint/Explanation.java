package dev.perflint;

import dev.perflint.analysis.FileAnalysis;
import dev.perflint.analysis.FileAnalyzer;
import dev.perflint.analysis.RuleSet;
import dev.perflint.analysis.RuleTrace;
import dev.perflint.deploy.SpotTrace;
import dev.perflint.knowledge.Knowledge;
import dev.perflint.project.Project;
import dev.perflint.rule.Catalogue;
import dev.perflint.rule.Rule;
import dev.perflint.source.Discovery;
import dev.perflint.source.DiscoveryOptions;
import dev.perflint.source.JavaParsing;
import dev.perflint.source.ParsedSource;
import dev.perflint.source.SourceFile;
import dev.perflint.source.SourceReader;
import dev.perflint.source.SourceText;
import dev.perflint.source.Workers;
import dev.perflint.types.TypeTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers why a rule does or does not report a place. */
final class Explanation {
  private final Catalogue catalogue;
  private final Knowledge knowledge;
  private final TypeTable libraries;

  Explanation(Catalogue catalogue, Knowledge knowledge, TypeTable libraries) {
    this.catalogue = catalogue;
    this.knowledge = knowledge;
    this.libraries = libraries;
  }

  WhyNot whyNot(ScanRequest request, String ruleId, Path path, int line) {
    Rule rule = catalogue.selected(List.of(ruleId), List.of()).rules().get(0);
    SourceFile file = one(request, path);
    Discovery found = scannedWith(file, request);
    Knowledge known = knowledge.on(() -> Perflint.versions(found));
    FileAnalyzer analyzer =
        new FileAnalyzer(
            RuleSet.of(new Catalogue(List.of(rule)), known, request.javaVersion()),
            known,
            libraries);
    List<Optional<FileAnalysis>> files =
        new Workers(request.jobs())
            .<SourceFile, Optional<FileAnalysis>>map(
                found.files(),
                each -> analysis(each, analyzer),
                (each, e) -> Optional.empty(),
                request.progress()::files);
    Project project =
        new Project(
            files.stream().flatMap(Optional::stream).toList(),
            Perflint.settings(found),
            known,
            libraries);
    return new WhyNot(
        rule.check().isPresent()
            ? spots(reportPath(found, file), line, rule, project)
            : sites(file, reportPath(found, file), line, rule, analyzer, known, project));
  }

  /** What a scan looks at, so that the answers are its own; all, where it leaves the file out. */
  private static Discovery scannedWith(SourceFile file, ScanRequest request) {
    Discovery scanned = Perflint.discover(request);
    return in(scanned, file).isPresent()
        ? scanned
        : Discovery.find(
                request.workingDirectory(), request.paths(), new DiscoveryOptions(true, true))
            .only(request.files());
  }

  private static Optional<SourceFile> in(Discovery found, SourceFile file) {
    return Stream.concat(found.files().stream(), found.settings().stream())
        .filter(each -> each.path().equals(file.path()))
        .findFirst();
  }

  private static List<WhyNot.Site> spots(String path, int line, Rule rule, Project project) {
    List<WhyNot.Site> sites = new ArrayList<>();
    for (SpotTrace trace : project.spotTraces(rule, path, line)) {
      List<WhyNot.Answer> answers =
          trace.steps().stream()
              .map(s -> new WhyNot.Answer(s.text(), s.certainty(), s.isException()))
              .toList();
      String value = trace.spot().value();
      String code = trace.spot().name() + (value.isEmpty() ? "" : " = " + value);
      sites.add(new WhyNot.Site(code, answers));
    }
    return sites;
  }

  /**
   * How the scan calls a file.
   *
   * @throws UsageException when it is not among those that the scan looks at
   */
  static String reportPath(Discovery found, SourceFile file) {
    return in(found, file)
        .map(SourceFile::reportPath)
        .orElseThrow(
            () -> new UsageException(file.reportPath() + " is not among the scanned files"));
  }

  /** The file of a path, with code or with settings. */
  static SourceFile one(ScanRequest request, Path path) {
    Discovery named =
        Discovery.find(request.workingDirectory(), List.of(path), new DiscoveryOptions(true, true));
    List<SourceFile> files =
        Stream.concat(named.files().stream(), named.settings().stream()).toList();
    if (files.size() != 1) {
      throw new UsageException(path + " is neither a Java file nor one with settings");
    }
    return files.get(0);
  }

  private static List<WhyNot.Site> sites(
      SourceFile file,
      String path,
      int line,
      Rule rule,
      FileAnalyzer analyzer,
      Knowledge knowledge,
      Project project) {
    SourceText text =
        SourceReader.read(file)
            .text()
            .orElseThrow(() -> new UsageException(file.reportPath() + " cannot be read"));
    ParsedSource parsed = JavaParsing.parse(text);
    if (parsed.unit().isEmpty()) {
      throw new UsageException(file.reportPath() + " cannot be parsed");
    }
    List<WhyNot.Site> sites = new ArrayList<>();
    for (RuleTrace trace : RuleTrace.at(line, rule, analyzer.context(text, parsed), knowledge)) {
      List<WhyNot.Answer> answers =
          trace.steps().stream()
              .map(
                  step ->
                      new WhyNot.Answer(
                          step.text(), project.answer(step.truth(), path), step.isException()))
              .toList();
      sites.add(new WhyNot.Site(trace.code(), answers));
    }
    return sites;
  }

  private static Optional<FileAnalysis> analysis(SourceFile file, FileAnalyzer analyzer) {
    return SourceReader.read(file)
        .text()
        .flatMap(
            text -> {
              ParsedSource parsed = JavaParsing.parse(text);
              return parsed.unit().map(tree -> analyzer.analyze(text, parsed, false, List.of()));
            });
  }
}
