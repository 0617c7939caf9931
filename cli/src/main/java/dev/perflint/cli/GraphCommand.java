package dev.perflint.cli;

import dev.perflint.UsageException;
import dev.perflint.project.Reach;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code perflint graph TYPE#method}. */
@Command(
    name = "graph",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    version = PerflintCommand.VERSION_LINE,
    description = "Shows who reaches a method and what it reaches, as ranking sees it.")
final class GraphCommand implements Callable<Integer> {
  private static final int DEEPEST = 100;

  private final Engine engine;
  private final Shell shell;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "TYPE#METHOD",
      description = {
        "As in PriceService#quote, for all its overloads.",
        "Also PriceService#quote(String), PriceService#new,",
        "or a type for all its methods; types with or without package."
      })
  private String method;

  @Option(
      names = "--in",
      paramLabel = "PATH",
      description = "The project, files and folders (default: the working directory).")
  private List<Path> project = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} for Graphviz (default: ${DEFAULT-VALUE}).")
  private GraphFormat format = GraphFormat.TEXT;

  @Option(
      names = "--depth",
      paramLabel = "N",
      description = "Calls to follow in each direction (default: ${DEFAULT-VALUE}).")
  private int depth = 5;

  GraphCommand(Engine engine, Shell shell) {
    this.engine = engine;
    this.shell = shell;
  }

  @Override
  public Integer call() {
    if (depth < 1 || depth > DEEPEST) {
      throw new UsageException("--depth must be 1 to " + DEEPEST + ", not " + depth);
    }
    PrintWriter out = spec.commandLine().getOut();
    List<Reach> reached =
        new WholeProject(shell, project, spec.commandLine().getErr())
            .ask(false, request -> engine.reach(request, method, depth));
    out.print(format == GraphFormat.DOT ? GraphDot.of(reached) : GraphPage.of(reached));
    return ExitCode.OK;
  }

  /** How the graph looks. */
  enum GraphFormat {
    TEXT,
    DOT;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
