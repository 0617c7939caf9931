package dev.perflint.cli;

import dev.perflint.cli.GraphCommand.GraphFormat;
import dev.perflint.cli.RulesCommand.ListFormat;
import dev.perflint.config.FailOn;
import dev.perflint.model.Priority;
import dev.perflint.report.content.Printable;
import dev.perflint.report.draft.Dialect;
import dev.perflint.report.github.GitHubApi;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Where the process begins and ends. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    // A report must be the only thing on the standard output, whatever a library wants to say.
    System.setOut(System.err);
    int code =
        run(
            args,
            scans(args) ? Engine.ahead() : Engine.onDemand(),
            new Reports(),
            Shell.ofThisProcess(),
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err));
    System.exit(code);
  }

  /** Whether it is worth while to begin with the rules before the arguments are read. */
  private static boolean scans(String[] args) {
    return args.length > 0 && args[0].equals("scan");
  }

  /** The same without the process: all that a command needs comes in, its exit code comes out. */
  static int run(
      String[] args,
      Engine engine,
      ReportFormats reports,
      Shell shell,
      OutputStream stdout,
      OutputStream stderr) {
    StandardOutput output = new StandardOutput(stdout);
    PrintWriter out = writer(output, false);
    PrintWriter err = writer(stderr, true);
    PerflintCommand root = new PerflintCommand();
    int code;
    try {
      code = commandLine(root, engine, reports, shell).setOut(out).setErr(err).execute(args);
    } catch (Throwable e) {
      // Left alone, an Error would end the process with 1, which means "findings".
      code = new Failures(root).print(e, err);
    }
    out.flush();
    if (output.failure().isPresent()) {
      String reason = String.valueOf(output.failure().get().getMessage());
      err.println("perflint: cannot write to the standard output: " + Printable.of(reason));
      code = ExitCode.FAILED;
    }
    err.flush();
    return code;
  }

  private static CommandLine commandLine(
      PerflintCommand root, Engine engine, ReportFormats reports, Shell shell) {
    return new CommandLine(root)
        .addSubcommand(new ScanCommand(engine, reports, shell))
        .addSubcommand(new FixCommand(engine, shell))
        .addSubcommand(new InitCommand(shell))
        .addSubcommand(new ConfigCommand(engine, shell))
        .addSubcommand(new AstCommand(shell))
        .addSubcommand(new RulesCommand(engine))
        .addSubcommand(new ExplainCommand(engine, shell))
        .addSubcommand(new GraphCommand(engine, shell))
        .addSubcommand(
            new CommandLine(new IssuesCommand())
                .addSubcommand(new IssuesDraftCommand(engine, shell))
                .addSubcommand(new IssuesSyncCommand(shell, GitHubApi::new)))
        .addSubcommand(new UploadCommand(shell, GitHubApi::new))
        .registerConverter(Format.class, new WordConverter<>(Format.class))
        .registerConverter(FailOn.class, new WordConverter<>(FailOn.class))
        .registerConverter(ColorMode.class, new WordConverter<>(ColorMode.class))
        .registerConverter(Priority.class, new WordConverter<>(Priority.class))
        .registerConverter(Dialect.class, new WordConverter<>(Dialect.class))
        .registerConverter(GraphFormat.class, new WordConverter<>(GraphFormat.class))
        .registerConverter(ListFormat.class, new WordConverter<>(ListFormat.class))
        .setExpandAtFiles(false) // a file may be called @home
        .setUsageHelpAutoWidth(false)
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                ColorMode.AUTO.isOn(shell) ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
        .setParameterExceptionHandler(new UsageErrors(shell))
        .setExecutionExceptionHandler(new Failures(root))
        .setExitCodeExceptionMapper(e -> ExitCode.FAILED);
  }

  private static PrintWriter writer(OutputStream stream, boolean flushLines) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), flushLines);
  }
}
