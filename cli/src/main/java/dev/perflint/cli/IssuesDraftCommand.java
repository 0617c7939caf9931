package dev.perflint.cli;

import dev.perflint.ScanReport;
import dev.perflint.ScanRequest;
import dev.perflint.UsageException;
import dev.perflint.model.Priority;
import dev.perflint.report.content.Counts;
import dev.perflint.report.content.Printable;
import dev.perflint.report.draft.Dialect;
import dev.perflint.report.draft.DraftFolder;
import dev.perflint.report.draft.DraftSettings;
import dev.perflint.report.draft.Drafts;
import dev.perflint.report.draft.IssueTemplate;
import dev.perflint.report.draft.JfrProfile;
import dev.perflint.report.draft.JmhResults;
import dev.perflint.report.draft.SourceLinks;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code perflint issues draft [PATH...]}. */
@Command(
    name = "draft",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    version = PerflintCommand.VERSION_LINE,
    description = "Writes drafts of [PERF] issues for what a scan finds, and an index of all.")
final class IssuesDraftCommand implements Callable<Integer> {
  private final Engine engine;
  private final Shell shell;

  @Spec private CommandSpec spec;

  @Mixin private ScanInput input;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the drafts go (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("perflint-issues");

  @Option(
      names = "--max",
      paramLabel = "N",
      description = "Drafts at most; the index lists the others (default: ${DEFAULT-VALUE}).")
  private int max = 10;

  @Option(
      names = "--min-priority",
      paramLabel = "LEVEL",
      description = "Draft from this priority on: p1, p2 or p3 (default: p2).")
  private Priority minPriority = Priority.P2;

  @Option(
      names = "--format",
      paramLabel = "TRACKER",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Dialect dialect = Dialect.GITHUB;

  @Option(
      names = "--template",
      paramLabel = "FILE",
      description = "A template of your own, in mustache.")
  private @Nullable Path template;

  @Option(
      names = "--jmh",
      paramLabel = "FILE",
      description = "Baselines that JMH measured with -prof gc -rf json.")
  private @Nullable Path jmh;

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description = "What the JDK's flight recorder recorded of the application.")
  private @Nullable Path profile;

  @Option(
      names = "--source-url",
      paramLabel = "URL",
      description = "Where files are shown, for links (default: git's remote and commit).")
  private @Nullable String sourceUrl;

  IssuesDraftCommand(Engine engine, Shell shell) {
    this.engine = engine;
    this.shell = shell;
  }

  @Override
  public Integer call() {
    if (max < 1) {
      throw new UsageException("--max must be at least 1, not " + max);
    }
    Optional<IssueTemplate> own =
        Optional.ofNullable(template).map(file -> IssueTemplate.read(at(file), file.toString()));
    JmhResults results = jmh == null ? JmhResults.NONE : JmhResults.read(at(jmh), jmh.toString());
    JfrProfile recorded =
        profile == null ? JfrProfile.NONE : JfrProfile.of(at(profile), profile.toString());
    ScanRequest request = input.request(shell, engine, ScanRequest.Progress.NONE);
    Path base = engine.base(request);
    DraftSettings settings =
        new DraftSettings(
            base,
            max,
            minPriority,
            input.configuration(shell).issues(),
            dialect,
            links(base),
            results,
            recorded,
            own);
    ScanReport report = engine.scan(request);
    Drafts drafts = Drafts.of(report, engine.fixes(request, report.findings()), settings);
    DraftFolder.Result written = new DraftFolder(at(out), out.toString()).write(drafts);
    PrintWriter err = spec.commandLine().getErr();
    err.println(
        "Wrote "
            + Counts.of(written.written(), "draft")
            + " and an index to "
            + Printable.of(out.toString())
            + (drafts.others().isEmpty()
                ? ""
                : "; "
                    + Counts.of(drafts.others().size())
                    + " more opportunities are in the index"));
    List<String> unused = results.withoutDraft(drafts.drafts());
    if (!unused.isEmpty()) {
      err.println(
          "perflint: warning: no draft has a benchmark of "
              + Printable.of(String.join(", ", unused))
              + ", so that its results are in none");
    }
    written
        .removed()
        .forEach(name -> err.println("Removed " + Printable.of(name) + ", found no more"));
    return ExitCode.OK;
  }

  private Path at(Path file) {
    return shell.workingDirectory().resolve(file);
  }

  private SourceLinks links(Path base) {
    if (sourceUrl != null) {
      if (!sourceUrl.matches("https?://[^\\s()<>\\[\\]]+")) {
        throw new UsageException("--source-url has to begin with https://, not " + sourceUrl);
      }
      return new SourceLinks(sourceUrl);
    }
    return SourceLinks.ofCheckout(base, dialect);
  }
}
