package dev.perflint.cli;

import com.github.javaparser.ast.Node;
import dev.perflint.UsageException;
import dev.perflint.report.content.Printable;
import dev.perflint.source.Discovery;
import dev.perflint.source.DiscoveryOptions;
import dev.perflint.source.JavaParsing;
import dev.perflint.source.ParsedSource;
import dev.perflint.source.SourceReader;
import dev.perflint.source.SourceText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code perflint ast FILE}. */
@Command(
    name = "ast",
    mixinStandardHelpOptions = true,
    version = PerflintCommand.VERSION_LINE,
    description = "Prints a file's syntax tree as rules see it, for those who write rules.")
final class AstCommand implements Callable<Integer> {
  private static final int SHOWN = 60;

  private final Shell shell;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A Java file.")
  private Path file;

  AstCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Discovery found = Discovery.find(shell.workingDirectory(), List.of(file), DiscoveryOptions.ALL);
    if (found.files().size() != 1) {
      throw new UsageException(file + " is not a file");
    }
    SourceText text =
        SourceReader.read(found.files().get(0))
            .text()
            .orElseThrow(() -> new UsageException(file + " cannot be read"));
    ParsedSource parsed = JavaParsing.parse(text);
    PrintWriter out = spec.commandLine().getOut();
    parsed
        .notices()
        .forEach(notice -> out.print(Printable.of(notice.line() + ": " + notice.message()) + "\n"));
    parsed.unit().ifPresent(unit -> print(unit, 0, text, out));
    return parsed.unit().isPresent() ? ExitCode.OK : ExitCode.FAILED;
  }

  private static void print(Node node, int depth, SourceText text, PrintWriter out) {
    String place = node.getRange().map(r -> r.begin.line + ":" + r.begin.column).orElse("-");
    String code =
        node.getRange()
            .map(
                r -> text.text().substring(text.lines().offset(r.begin), text.lines().endOffset(r)))
            .map(t -> t.lines().findFirst().orElse("").strip())
            .orElse("");
    String shown = code.length() <= SHOWN ? code : code.substring(0, SHOWN - 1) + "…";
    out.print(
        "  ".repeat(depth)
            + node.getClass().getSimpleName()
            + " "
            + place
            + "  "
            + Printable.of(shown)
            + "\n");
    node.getChildNodes().forEach(child -> print(child, depth + 1, text, out));
  }
}
