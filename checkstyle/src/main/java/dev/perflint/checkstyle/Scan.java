package dev.perflint.checkstyle;

import dev.perflint.Perflint;
import dev.perflint.ScanReport;
import dev.perflint.ScanRequest;
import dev.perflint.UsageException;
import dev.perflint.checkstyle.HandedFiles.Handed;
import dev.perflint.config.Configuration;
import dev.perflint.config.PathRules;
import dev.perflint.model.Finding;
import dev.perflint.model.Notice;
import dev.perflint.model.Priority;
import dev.perflint.report.content.Printable;
import dev.perflint.rule.RuleWords;
import dev.perflint.source.Discovery;
import dev.perflint.source.DiscoveryOptions;
import dev.perflint.source.GeneratedCode;
import dev.perflint.source.SourceFile;
import dev.perflint.source.TestSources;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One scan over all files that Checkstyle has handed over. */
final class Scan {
  private static final System.Logger LOG = System.getLogger("dev.perflint.checkstyle");

  private final Perflint perflint;
  private Configuration configuration = Configuration.NONE;

  Scan(Perflint perflint) {
    this.perflint = perflint;
  }

  /**
   * The project's configuration.
   *
   * @throws UsageException for words in it that name no rule
   */
  void use(Configuration project) {
    try {
      Stream.of(
              Stream.of(project.select(), project.ignore()),
              project.paths().stream().map(PathRules::ignore))
          .flatMap(lists -> lists)
          .forEach(words -> RuleWords.known(words, perflint.rules()));
    } catch (UsageException e) {
      throw new UsageException(
          project.file().map(file -> file + ": ").orElse("") + e.getMessage(), e);
    }
    configuration = project;
  }

  Optional<Priority> minPriority() {
    return configuration.minPriority();
  }

  /**
   * What is found in the handed files, by file, as Checkstyle names it, in the order in which it
   * handed them over.
   */
  Map<Path, List<Finding>> findings(Wishes wishes, HandedFiles handed) {
    Map<Path, String> names = reportPaths(request(wishes, handed, handed.realPaths()));
    List<Path> wanted =
        handed.realPaths().stream()
            .filter(path -> names.containsKey(path))
            .filter(path -> isWanted(names.get(path), handed.of(path), wishes))
            .toList();
    if (wanted.isEmpty()) {
      return Map.of();
    }
    ScanRequest request = request(wishes, handed, wanted);
    ScanReport report = perflint.scan(request);
    report.notices().forEach(Scan::tell);
    Map<String, List<Finding>> found =
        report.findings().stream().collect(Collectors.groupingBy(f -> f.location().path()));
    Map<Path, String> paths = reportPaths(request);
    Map<Path, List<Finding>> byFile = new LinkedHashMap<>();
    for (Path path : wanted) {
      List<Finding> here = found.getOrDefault(paths.getOrDefault(path, ""), List.of());
      if (!here.isEmpty()) {
        byFile.put(handed.of(path).path(), here);
      }
    }
    return byFile;
  }

  private ScanRequest request(Wishes wishes, HandedFiles handed, List<Path> files) {
    return wishes
        .scanOf(handed.start(files), files, handed.modules())
        .request(configuration, perflint::rules, ScanRequest.Progress.NONE);
  }

  /** How a scan names files in its findings. */
  private static Map<Path, String> reportPaths(ScanRequest request) {
    DiscoveryOptions options =
        new DiscoveryOptions(
            request.includeGenerated(), request.includeTests(), request.build().sourceRoots());
    Discovery found = Discovery.find(request.workingDirectory(), request.paths(), options);
    return Stream.of(found.files(), found.settings())
        .flatMap(List::stream)
        .collect(Collectors.toMap(SourceFile::path, SourceFile::reportPath));
  }

  /** To the engine a named file is one to analyse, whatever it is; Checkstyle names them all. */
  private boolean isWanted(String reportPath, Handed file, Wishes wishes) {
    boolean tests = wishes.includeTests() || configuration.includeTests().orElse(false);
    boolean generated = wishes.includeGenerated() || configuration.includeGenerated().orElse(false);
    return (tests || !TestSources.isTest(reportPath))
        && (generated || !(file.saysGenerated() || GeneratedCode.isGeneratedPath(reportPath)));
  }

  /** No finding and so no violation; Checkstyle has no other place for it than a log. */
  private static void tell(Notice notice) {
    LOG.log(
        notice.kind().losesCode() ? System.Logger.Level.WARNING : System.Logger.Level.DEBUG,
        () ->
            "perflint: "
                + notice.path().map(path -> Printable.of(path) + ": ").orElse("")
                + Printable.of(notice.message()));
  }
}
