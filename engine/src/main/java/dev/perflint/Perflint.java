package dev.perflint;

import dev.perflint.analysis.FileAnalysis;
import dev.perflint.analysis.FileAnalyzer;
import dev.perflint.analysis.RuleSet;
import dev.perflint.knowledge.Knowledge;
import dev.perflint.model.Finding;
import dev.perflint.model.Notice;
import dev.perflint.project.Project;
import dev.perflint.rule.Catalogue;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleDoc;
import dev.perflint.source.Discovery;
import dev.perflint.source.DiscoveryOptions;
import dev.perflint.source.GeneratedCode;
import dev.perflint.source.JavaParsing;
import dev.perflint.source.ParsedSource;
import dev.perflint.source.SourceFile;
import dev.perflint.source.SourceReader;
import dev.perflint.source.SourceText;
import dev.perflint.source.TestSources;
import dev.perflint.source.Workers;
import dev.perflint.types.PackageTables;
import dev.perflint.types.TypeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The facade: one object per process, one call per scan. */
public final class Perflint {
  public static final String VERSION = "0.1.0-SNAPSHOT";

  /** Where the API tables lie: the JDK's here, the libraries' beside the rules. */
  private static final List<String> TABLES =
      List.of("dev/perflint/api/jdk", "dev/perflint/api/lib");

  private final Catalogue catalogue;
  private final Knowledge knowledge;
  private final TypeTable libraries;

  /** With the rules, the knowledge and the API tables on the class path. */
  public Perflint() {
    this(
        Catalogue.installed(Perflint.class.getClassLoader()),
        Knowledge.ofBundled(Perflint.class.getClassLoader()),
        new PackageTables(Perflint.class.getClassLoader(), TABLES));
  }

  public Perflint(Catalogue catalogue, Knowledge knowledge, TypeTable libraries) {
    this.catalogue = catalogue;
    this.knowledge = knowledge;
    this.libraries = libraries;
  }

  /**
   * Finds, ranks and returns; prints nothing.
   *
   * @throws UsageException for a path that does not exist or an unknown rule
   */
  public ScanReport scan(ScanRequest request) {
    RuleSet rules =
        RuleSet.of(
            catalogue.selected(request.select(), request.ignore()),
            knowledge,
            request.javaVersion());
    Discovery found =
        Discovery.find(
            request.workingDirectory(),
            request.paths(),
            new DiscoveryOptions(request.includeGenerated(), request.includeTests()));
    FileAnalyzer analyzer = new FileAnalyzer(rules, knowledge, libraries);
    List<Optional<FileAnalysis>> files =
        new Workers(request.jobs())
            .<SourceFile, Optional<FileAnalysis>>map(
                found.files(),
                file -> analyze(file, analyzer, request),
                Perflint::lost,
                request.progress()::files);
    List<FileAnalysis> analysed = files.stream().flatMap(Optional::stream).toList();
    return Workers.alone(() -> report(rules, found, analysed));
  }

  private ScanReport report(RuleSet rules, Discovery found, List<FileAnalysis> files) {
    List<Finding> findings = new Project(files, knowledge, libraries).findings(rules.rules());
    List<Notice> notices =
        Stream.concat(
                found.notices().stream(), files.stream().flatMap(file -> file.notices().stream()))
            .sorted()
            .toList();
    long lines = files.stream().mapToLong(FileAnalysis::lines).sum();
    return new ScanReport(
        VERSION,
        rules.rules().stream().map(Rule::doc).toList(),
        findings,
        notices,
        new ScanReport.Statistics(files.size(), lines, found.otherLanguages()));
  }

  /** One file from bytes to facts; empty when it is generated and not asked for. */
  private static Optional<FileAnalysis> analyze(
      SourceFile file, FileAnalyzer analyzer, ScanRequest request) {
    SourceReader.Result read = SourceReader.read(file);
    List<Notice> notices = new ArrayList<>(read.notice().stream().toList());
    String path = file.reportPath();
    boolean isTest = TestSources.isTest(path) && !request.includeTests();
    if (read.text().isEmpty()) {
      return Optional.of(FileAnalyzer.nothing(path, 0, isTest, notices));
    }
    SourceText text = read.text().get();
    if (!request.includeGenerated() && !file.named() && GeneratedCode.isGenerated(text.text())) {
      return Optional.empty();
    }
    ParsedSource parsed = JavaParsing.parse(text);
    notices.addAll(parsed.notices());
    return Optional.of(
        parsed
            .unit()
            .map(tree -> analyzer.analyze(text, tree, isTest, notices))
            .orElseGet(
                () -> FileAnalyzer.nothing(path, text.lines().lineCount(), isTest, notices)));
  }

  private static Optional<FileAnalysis> lost(SourceFile file, Throwable failure) {
    return Optional.of(
        FileAnalyzer.nothing(file.reportPath(), 0, false, List.of(Workers.notice(file, failure))));
  }

  /** Every rule there is, sorted by id. */
  public List<RuleDoc> rules() {
    return catalogue.rules().stream().map(Rule::doc).toList();
  }
}
