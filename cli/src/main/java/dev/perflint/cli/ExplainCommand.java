package dev.perflint.cli;

import dev.perflint.ScanRequest;
import dev.perflint.UsageException;
import dev.perflint.rule.RuleDoc;
import dev.perflint.rule.RuleExamples;
import dev.perflint.rule.RuleWords;
import dev.perflint.source.TestSources;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code perflint explain RULE}, and why a rule does or does not report a place. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    version = PerflintCommand.VERSION_LINE,
    description = {
      "Says why a rule matters, when it does not, and what to do instead.",
      "With --why-ranked: how findings come to their priorities."
    })
final class ExplainCommand implements Callable<Integer> {
  private final Engine engine;
  private final Shell shell;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RULE",
      arity = "0..1",
      description = "The id of a rule, as in http-client-per-call.")
  private @Nullable String rule;

  @Option(
      names = "--why-not",
      paramLabel = "FILE:LINE",
      description = "Say which clause of the rule decides about the code on that line.")
  private @Nullable String whyNot;

  @Option(
      names = "--why-ranked",
      paramLabel = "FILE:LINE",
      description = {
        "Say how the findings on that line, or that of the rule, come to their priorities."
      })
  private @Nullable String whyRanked;

  @Option(
      names = "--in",
      paramLabel = "PATH",
      description = {
        "The project around the file (default: the working directory,",
        "with --why-not the file's folder)."
      })
  private List<Path> project = new ArrayList<>();

  ExplainCommand(Engine engine, Shell shell) {
    this.engine = engine;
    this.shell = shell;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Optional<RuleDoc> doc = Optional.ofNullable(rule).map(id -> RuleWords.rule(id, engine.rules()));
    if (whyRanked != null) {
      String only = doc.map(found -> found.id().value()).orElse("");
      out.print(whyRanked(SourceLine.parse("--why-ranked", whyRanked), only));
      return ExitCode.OK;
    }
    RuleDoc asked =
        doc.orElseThrow(
            () -> new UsageException("explain wants a RULE, or --why-ranked FILE:LINE"));
    out.print(
        whyNot == null
            ? RulePage.of(asked, RuleExamples.of(asked.id()))
            : whyNot(asked, SourceLine.parse("--why-not", whyNot)));
    return ExitCode.OK;
  }

  private String whyRanked(SourceLine place, String only) {
    List<Path> around = project.isEmpty() ? List.of(Path.of("")) : project;
    return RankPage.of(
        ask(around, place, request -> engine.whyRanked(request, place.file(), place.line())),
        only,
        place.text());
  }

  private String whyNot(RuleDoc doc, SourceLine place) {
    Path file = place.file();
    Path folder = file.getParent() == null ? Path.of("") : file.getParent();
    List<Path> around = project.isEmpty() ? List.of(folder) : project;
    return WhyNotPage.of(
        doc.id(),
        place.text(),
        ask(
            around,
            place,
            request -> engine.whyNot(request, doc.id().value(), file, place.line())));
  }

  /** As a scan of these paths and the place has it, with the tests where the place is in one. */
  private <T> T ask(List<Path> around, SourceLine place, Function<ScanRequest, T> question) {
    List<Path> paths = new ArrayList<>(around);
    paths.add(place.file());
    boolean tests = TestSources.isTest(place.file().toString().replace('\\', '/'));
    return new WholeProject(shell, paths, spec.commandLine().getErr()).ask(tests, question);
  }
}
