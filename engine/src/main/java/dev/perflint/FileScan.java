package dev.perflint;

import dev.perflint.analysis.FileAnalysis;
import dev.perflint.analysis.FileAnalyzer;
import dev.perflint.analysis.Glance;
import dev.perflint.analysis.OpenMatches;
import dev.perflint.model.Certainty;
import dev.perflint.model.Notice;
import dev.perflint.model.RuleId;
import dev.perflint.source.GeneratedCode;
import dev.perflint.source.JavaParsing;
import dev.perflint.source.ParsedSource;
import dev.perflint.source.SourceFile;
import dev.perflint.source.SourceReader;
import dev.perflint.source.SourceText;
import dev.perflint.source.TestSources;
import dev.perflint.source.Workers;
import dev.perflint.types.Truth;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Takes files from bytes to facts, on several threads. */
final class FileScan {
  /**
   * A file and what is known of it.
   *
   * @param glance without open matches where all candidates are there
   */
  record Seen(SourceFile file, Glance glance) {}

  /** What becomes of a file that has a tree. */
  private interface Look {
    Glance at(SourceText text, ParsedSource parsed, boolean isTest, List<Notice> notices);
  }

  private final ScanRequest request;
  private final FileAnalyzer analyzer;

  FileScan(ScanRequest request, FileAnalyzer analyzer) {
    this.request = request;
    this.analyzer = analyzer;
  }

  static List<FileAnalysis> analyses(List<Seen> seen) {
    return seen.stream().map(each -> each.glance().analysis()).toList();
  }

  /** All files but generated ones that are not asked for, with what is sure of each by itself. */
  List<Seen> glances(Collection<SourceFile> files) {
    return seen(files, file -> analyzer::glance);
  }

  /**
   * The facts of all files, and every candidate of one of them.
   *
   * @param looking at that one
   */
  List<FileAnalysis> complete(
      Collection<SourceFile> files, SourceFile wanted, FileAnalyzer looking) {
    Look complete =
        (text, parsed, isTest, notices) ->
            new Glance(looking.analyze(text, parsed, isTest, notices), OpenMatches.NONE);
    return analyses(
        seen(files, file -> file.path().equals(wanted.path()) ? complete : analyzer::glance));
  }

  /**
   * All files with the candidates that hold: those in which an open match does are read once more.
   *
   * @param seen by {@link #glances}
   * @param answers to what the file of a path asks
   */
  List<FileAnalysis> settled(List<Seen> seen, BiFunction<Truth, String, Certainty> answers) {
    PhaseClock clock = request.progress().clock();
    Map<Path, Set<RuleId>> wanted =
        clock.time(PhaseClock.Phase.RANK, () -> unsettled(seen, answers));
    List<Seen> again = seen.stream().filter(e -> wanted.containsKey(e.file().path())).toList();
    Map<Path, FileAnalysis> settled = new HashMap<>();
    new Workers(request.jobs())
        .<Seen, Seen>map(
            again,
            each -> again(each, wanted.get(each.file().path())),
            FileScan::notSeenAgain,
            (done, total) -> {})
        .forEach(each -> settled.put(each.file().path(), each.glance().analysis()));
    return seen.stream()
        .map(each -> settled.getOrDefault(each.file().path(), each.glance().analysis()))
        .toList();
  }

  private static Map<Path, Set<RuleId>> unsettled(
      List<Seen> seen, BiFunction<Truth, String, Certainty> answers) {
    Map<Path, Set<RuleId>> unsettled = new HashMap<>();
    for (Seen each : seen) {
      String path = each.file().reportPath();
      Set<RuleId> rules = each.glance().unsettled(truth -> answers.apply(truth, path));
      if (!rules.isEmpty()) {
        unsettled.put(each.file().path(), rules);
      }
    }
    return unsettled;
  }

  private static Seen notSeenAgain(Seen first, Throwable failure) {
    Notice notice = Workers.notice(first.file(), failure);
    return new Seen(
        first.file(),
        new Glance(
            first.glance().analysis().with(Set.of(), List.of(), List.of(notice)),
            OpenMatches.NONE));
  }

  private Seen again(Seen first, Set<RuleId> wanted) {
    Look look =
        (text, parsed, isTest, notices) ->
            new Glance(
                analyzer.again(first.glance().analysis(), text, parsed, wanted), OpenMatches.NONE);
    return glance(first.file(), look).orElse(first);
  }

  private List<Seen> seen(Collection<SourceFile> files, Function<SourceFile, Look> looks) {
    return new Workers(request.jobs())
            .<SourceFile, Optional<Seen>>map(
                files,
                file -> glance(file, looks.apply(file)),
                (file, failure) -> Optional.of(new Seen(file, lost(file, failure))),
                request.progress()::files)
            .stream()
            .flatMap(Optional::stream)
            .toList();
  }

  /** Empty when the file is generated and not asked for. */
  private Optional<Seen> glance(SourceFile file, Look look) {
    SourceReader.Result read = SourceReader.read(file);
    List<Notice> notices = new ArrayList<>(read.notice().stream().toList());
    String path = file.reportPath();
    boolean isTest = TestSources.isTest(path) && !request.includeTests();
    if (read.text().isEmpty()) {
      return Optional.of(new Seen(file, nothing(path, 0, isTest, notices)));
    }
    SourceText text = read.text().get();
    if (!request.includeGenerated() && !file.named() && GeneratedCode.isGenerated(text.text())) {
      return Optional.empty();
    }
    PhaseClock clock = request.progress().clock();
    ParsedSource parsed = clock.time(PhaseClock.Phase.PARSE, () -> JavaParsing.parse(text));
    if (parsed.unit().isPresent()) {
      boolean ofTests =
          isTest
              || !request.includeTests()
                  && !file.named()
                  && TestSources.isTest(parsed.unit().get());
      return Optional.of(
          new Seen(
              file,
              clock.time(PhaseClock.Phase.ANALYSE, () -> look.at(text, parsed, ofTests, notices))));
    }
    notices.addAll(parsed.notices());
    return Optional.of(new Seen(file, nothing(path, text.lines().lineCount(), isTest, notices)));
  }

  private static Glance lost(SourceFile file, Throwable failure) {
    return nothing(file.reportPath(), 0, false, List.of(Workers.notice(file, failure)));
  }

  private static Glance nothing(String path, int lines, boolean isTest, List<Notice> notices) {
    return new Glance(FileAnalyzer.nothing(path, lines, isTest, notices), OpenMatches.NONE);
  }
}
