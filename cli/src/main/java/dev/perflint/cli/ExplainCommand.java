package dev.perflint.cli;

import dev.perflint.ScanRequest;
import dev.perflint.UsageException;
import dev.perflint.rule.RuleDoc;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code perflint explain RULE}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    version = PerflintCommand.VERSION_LINE,
    description = "Says why a rule matters, when it does not, and what to do instead.")
final class ExplainCommand implements Callable<Integer> {
  private final Engine engine;
  private final Shell shell;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RULE", description = "The id of a rule, as in http-client-per-call.")
  private String rule;

  @Option(
      names = "--why-not",
      paramLabel = "FILE:LINE",
      description = "Say which clause of the rule decides about the code on that line.")
  private @Nullable String place;

  @Option(
      names = "--in",
      paramLabel = "PATH",
      description = "With --why-not: the project around the file (default: the file's folder).")
  private List<Path> project = new ArrayList<>();

  ExplainCommand(Engine engine, Shell shell) {
    this.engine = engine;
    this.shell = shell;
  }

  @Override
  public Integer call() {
    RuleDoc doc = RuleWords.rule(rule, engine.rules());
    PrintWriter out = spec.commandLine().getOut();
    if (place == null) {
      out.print(RulePage.of(doc, RuleExamples.of(doc.id())));
    } else {
      out.print(whyNot(doc, place));
    }
    return ExitCode.OK;
  }

  private String whyNot(RuleDoc doc, String where) {
    int colon = where.lastIndexOf(':');
    if (colon < 1 || !where.substring(colon + 1).matches("[1-9][0-9]{0,8}")) {
      throw new UsageException("--why-not wants FILE:LINE, not " + where);
    }
    Path file = Path.of(where.substring(0, colon));
    int line = Integer.parseInt(where.substring(colon + 1));
    Path folder = file.getParent() == null ? Path.of("") : file.getParent();
    List<Path> around = project.isEmpty() ? List.of(folder) : project;
    ScanRequest request =
        new ScanRequest(
            shell.workingDirectory(),
            around,
            List.of(),
            List.of(),
            OptionalInt.empty(),
            Runtime.getRuntime().availableProcessors(),
            true,
            true,
            ScanRequest.Progress.NONE);
    return WhyNotPage.of(doc.id(), where, engine.whyNot(request, doc.id().value(), file, line));
  }
}
