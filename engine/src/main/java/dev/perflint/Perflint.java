package dev.perflint;

import dev.perflint.analysis.FileAnalysis;
import dev.perflint.analysis.FileAnalyzer;
import dev.perflint.analysis.RuleSet;
import dev.perflint.classpath.ClassPath;
import dev.perflint.fix.FixedFile;
import dev.perflint.knowledge.Knowledge;
import dev.perflint.knowledge.LibraryVersions;
import dev.perflint.model.Finding;
import dev.perflint.model.Notice;
import dev.perflint.project.OneCause;
import dev.perflint.project.Project;
import dev.perflint.project.RankTrace;
import dev.perflint.project.Reach;
import dev.perflint.project.SuppressionFilter;
import dev.perflint.rule.Catalogue;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleDoc;
import dev.perflint.settings.BuildFiles;
import dev.perflint.settings.FileSettings;
import dev.perflint.settings.OtherTexts;
import dev.perflint.settings.ProjectSettings;
import dev.perflint.settings.Unbuilt;
import dev.perflint.source.Discovery;
import dev.perflint.source.DiscoveryOptions;
import dev.perflint.source.SourceFile;
import dev.perflint.source.Suppression;
import dev.perflint.source.Workers;
import dev.perflint.types.PackageTables;
import dev.perflint.types.TypeTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The facade: one object per process, one call per scan. */
public final class Perflint {
  public static final String VERSION = "0.1.0-SNAPSHOT";

  /** Entries of a class path that a notice names. */
  private static final int NAMED_ENTRIES = 3;

  private final Catalogue catalogue;
  private final Knowledge knowledge;
  private final TypeTable libraries;

  /** With the rules, the knowledge and the API tables on the class path. */
  public Perflint() {
    this(
        Catalogue.installed(Perflint.class.getClassLoader()),
        Knowledge.ofBundled(Perflint.class.getClassLoader()),
        PackageTables.ofBundled(Perflint.class.getClassLoader()));
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
    return scan(request, discover(request));
  }

  /** What needs types of libraries, the given class path's among them while it is open. */
  private <T> T typed(ScanRequest request, Function<Types, T> work) {
    try (ClassPath given = ClassPath.open(request.build().classPath())) {
      return work.apply(new Types(libraries.or(given), given));
    }
  }

  /** The types that are known without the scanned sources. */
  private record Types(TypeTable table, ClassPath given) {}

  /**
   * What the safe fixes would make of the files; writes nothing. Where no rules are selected, also
   * of what is true but small: whoever asks for fixes has them for nothing.
   *
   * @return the files that would change, sorted by path
   * @throws UsageException as {@link #scan}
   */
  public List<FixedFile> fixes(ScanRequest request) {
    Discovery found = discover(request);
    return fixes(found, scan(request.alsoPedantic(), found).findings());
  }

  /**
   * The same of findings that a scan of the request has made already.
   *
   * @throws UsageException as {@link #scan}
   */
  public List<FixedFile> fixes(ScanRequest request, List<Finding> findings) {
    return fixes(discover(request), findings);
  }

  private static List<FixedFile> fixes(Discovery found, List<Finding> findings) {
    Map<String, List<Finding>> byPath =
        findings.stream().collect(Collectors.groupingBy(f -> f.location().path()));
    return found.files().stream()
        .filter(file -> byPath.containsKey(file.reportPath()))
        .flatMap(file -> FixedFile.of(file, byPath.get(file.reportPath())).stream())
        .toList();
  }

  /**
   * The folder that the paths of a scan's findings are relative to.
   *
   * @throws UsageException as {@link #scan}
   */
  public Path base(ScanRequest request) {
    return discover(request).base();
  }

  static Discovery discover(ScanRequest request) {
    Discovery all =
        Discovery.find(
            request.workingDirectory(),
            request.paths(),
            new DiscoveryOptions(
                request.includeGenerated(), request.includeTests(), request.build().sourceRoots()));
    return Unbuilt.leftOutOf(all.only(request.files()));
  }

  /**
   * The versions that the build files at and above the scanned paths name, of the libraries that
   * perflint knows.
   */
  public LibraryVersions versions(ScanRequest request) {
    Set<String> known =
        knowledge.libraries().stream()
            .flatMap(library -> library.artifacts().stream())
            .collect(Collectors.toSet());
    SortedMap<String, SortedSet<String>> versions =
        new TreeMap<>(versions(request, discover(request)).byArtifact());
    versions.keySet().retainAll(known);
    return new LibraryVersions(versions);
  }

  private static LibraryVersions versions(ScanRequest request, Discovery found) {
    return request.build().versions().or(versions(found));
  }

  /** The versions of all libraries that the build files of what was found name. */
  static LibraryVersions versions(Discovery found) {
    return BuildFiles.read(found.builds(), found.roots(), found.base());
  }

  /** The configuration files among what was found, and the modules that they lie in. */
  static ProjectSettings settings(Discovery found) {
    return ProjectSettings.of(
        found.settings(),
        found.builds(),
        found.base(),
        () -> versions(found),
        OtherTexts.of(found.texts()));
  }

  private ScanReport scan(ScanRequest request, Discovery found) {
    return typed(request, types -> scan(request, found, types));
  }

  private ScanReport scan(ScanRequest request, Discovery found, Types types) {
    Knowledge known = known(request, found);
    EnabledRules enabled = EnabledRules.of(catalogue, request);
    RuleSet rules = RuleSet.of(enabled.rules(), known, request.javaVersion());
    FileAnalyzer analyzer = new FileAnalyzer(rules, known, types.table());
    FileScan files = new FileScan(request, analyzer);
    List<FileScan.Seen> seen = files.glances(found.files());
    ProjectSettings settings = settings(found);
    // On a large stack: merging follows types and calls as deep as the scanned code nests them.
    return Workers.alone(
        () -> {
          List<FileAnalysis> analyses = FileScan.analyses(seen);
          PhaseClock clock = request.progress().clock();
          MergeTeam team = new MergeTeam(request.jobs(), clock);
          Project merged =
              clock.time(
                  PhaseClock.Phase.MERGE,
                  () -> new Project(analyses, settings, known, types.table(), team));
          List<FileAnalysis> settled = files.settled(seen, merged::answer);
          return ranked(
              request, enabled, rules, found, settled, merged.with(settled), settings, types);
        });
  }

  private Knowledge known(ScanRequest request, Discovery found) {
    return knowledge.and(request.configuration().knowledge()).on(() -> versions(request, found));
  }

  private ScanReport ranked(
      ScanRequest request,
      EnabledRules enabled,
      RuleSet rules,
      Discovery found,
      List<FileAnalysis> files,
      Project project,
      ProjectSettings settings,
      Types types) {
    PhaseClock clock = request.progress().clock();
    List<Finding> findings =
        clock.time(PhaseClock.Phase.RANK, () -> project.findings(rules.rules())).stream()
            .filter(enabled::wants)
            .toList();
    SuppressionFilter suppressed =
        SuppressionFilter.of(
            findings,
            request.suppressions() ? suppressions(files, settings, rules) : Map.of(),
            ids(rules.rules()),
            ids(catalogue.rules()));
    List<Notice> notices =
        Stream.concat(project.notices().stream(), missing(types.given(), request).stream())
            .toList();
    return report(rules, found, files, notices, suppressed);
  }

  /** One notice for all that is missing: nothing of the scanned code is. */
  private static Optional<Notice> missing(ClassPath given, ScanRequest request) {
    List<Path> missing = given.unreadable();
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    int all = request.build().classPath().size();
    String names =
        missing.stream()
            .limit(NAMED_ENTRIES)
            .map(Perflint::nameOf)
            .collect(Collectors.joining(", "));
    String more = missing.size() > NAMED_ENTRIES ? ", …" : "";
    return Optional.of(
        Notice.ofRun(
            Notice.Kind.INFO,
            "%d of %d entries of the class path cannot be read, so that their types stay unknown: %s"
                    .formatted(missing.size(), all, names)
                + more));
  }

  /** Without its folder, which differs from machine to machine. */
  private static String nameOf(Path entry) {
    return String.valueOf(entry.getFileName());
  }

  /** Those of configuration files only where a rule looks at them: else none of them is read. */
  private static Map<String, List<Suppression>> suppressions(
      List<FileAnalysis> files, ProjectSettings settings, RuleSet rules) {
    Map<String, List<Suppression>> byPath = new TreeMap<>();
    for (FileAnalysis file : files) {
      if (!file.suppressions().isEmpty()) {
        byPath.put(file.path(), file.suppressions());
      }
    }
    if (rules.rules().stream().anyMatch(rule -> rule.check().isPresent())) {
      for (FileSettings file : settings.files()) {
        if (!file.suppressions().isEmpty()) {
          byPath.put(file.path(), file.suppressions());
        }
      }
    }
    return byPath;
  }

  private static Set<String> ids(List<Rule> rules) {
    return rules.stream().map(rule -> rule.id().value()).collect(Collectors.toSet());
  }

  private static ScanReport report(
      RuleSet rules,
      Discovery found,
      List<FileAnalysis> files,
      List<Notice> merging,
      SuppressionFilter suppressed) {
    List<Notice> notices =
        Stream.of(
                found.notices().stream(),
                files.stream().flatMap(file -> file.notices().stream()),
                merging.stream(),
                suppressed.notices().stream())
            .flatMap(s -> s)
            .sorted()
            .toList();
    long lines = files.stream().mapToLong(FileAnalysis::lines).sum();
    return new ScanReport(
        VERSION,
        rules.rules().stream().map(Rule::doc).toList(),
        OneCause.merged(suppressed.findings()),
        notices,
        new ScanReport.Statistics(files.size(), lines, found.otherLanguages()));
  }

  /**
   * What each clause of a rule says to the code on a line, with the whole scan's files to answer
   * open questions.
   *
   * @param path of the file, as {@link ScanRequest#paths}
   * @throws UsageException for an unknown rule, or a file that cannot be read and parsed
   */
  public WhyNot whyNot(ScanRequest request, String ruleId, Path path, int line) {
    Knowledge known = knowledge.and(request.configuration().knowledge());
    return typed(
        request,
        types ->
            new Explanation(catalogue, known, types.table()).whyNot(request, ruleId, path, line));
  }

  /**
   * Who reaches some methods and what they reach.
   *
   * @param request its rules do not matter
   * @param wanted a type, simple or qualified, or {@code Type#method}; without parameters all
   *     overloads
   * @param depth of the trees of callers and callees
   * @return one for each method, in the order of the source
   * @throws UsageException when it names no method or several types
   */
  public List<Reach> reach(ScanRequest request, String wanted, int depth) {
    return typed(request, types -> reach(request, wanted, depth, types.table()));
  }

  private List<Reach> reach(ScanRequest request, String wanted, int depth, TypeTable types) {
    Discovery found = discover(request);
    Knowledge known = known(request, found);
    FileAnalyzer analyzer = new FileAnalyzer(noRules(known, request), known, types);
    List<FileAnalysis> files =
        FileScan.analyses(new FileScan(request, analyzer).glances(found.files()));
    ProjectSettings settings = settings(found);
    return Workers.alone(() -> new Project(files, settings, known, types).reach(wanted, depth));
  }

  /**
   * How the findings on a line come to their priorities, those of preview and pedantic rules and
   * suppressed ones too.
   *
   * @param request its rules do not matter
   * @param path of the file, as {@link ScanRequest#paths}
   * @return the most urgent first; empty when nothing is found there
   * @throws UsageException for a path that is neither a Java file nor one with settings
   */
  public List<RankTrace> whyRanked(ScanRequest request, Path path, int line) {
    return typed(request, types -> whyRanked(request, path, line, types.table()));
  }

  private List<RankTrace> whyRanked(ScanRequest request, Path path, int line, TypeTable types) {
    SourceFile file = Explanation.one(request, path);
    Discovery found = discover(request);
    Knowledge known = known(request, found);
    RuleSet rules =
        RuleSet.of(catalogue.selected(List.of("all"), List.of()), known, request.javaVersion());
    FileAnalyzer looking = new FileAnalyzer(rules, known, types);
    FileAnalyzer passing = new FileAnalyzer(checks(known, request), known, types);
    List<FileAnalysis> files =
        new FileScan(request, passing).complete(found.files(), file, looking);
    String reported = Explanation.reportPath(found, file);
    ProjectSettings settings = settings(found);
    return Workers.alone(
        () -> new Project(files, settings, known, types).rankTraces(rules.rules(), reported, line));
  }

  /** The rules that find nothing in code, but ask it. */
  private RuleSet checks(Knowledge known, ScanRequest request) {
    List<Rule> checks =
        catalogue.rules().stream().filter(rule -> rule.check().isPresent()).toList();
    return RuleSet.of(new Catalogue(checks), known, request.javaVersion());
  }

  private static RuleSet noRules(Knowledge known, ScanRequest request) {
    return RuleSet.of(new Catalogue(List.of()), known, request.javaVersion());
  }

  /** Every rule there is, sorted by id. */
  public List<RuleDoc> rules() {
    return catalogue.rules().stream().map(Rule::doc).toList();
  }
}
