package dev.perflint.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** What came of one run of the command line. */
record Ran(int code, String out, String err) {
  static final Shell PLAIN = new Shell(Path.of("").toAbsolutePath(), Map.of(), false, false);

  static Ran with(Engine engine, String... args) {
    return in(PLAIN, engine, args);
  }

  static Ran in(Shell shell, Engine engine, String... args) {
    return with(engine, new PlainFormats(), shell, args);
  }

  static Ran with(Engine engine, ReportFormats formats, Shell shell, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Main.run(args, engine, formats, shell, out, err);
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** A run whose standard output is the given stream. */
  static Ran into(OutputStream out, Engine engine, String... args) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Main.run(args, engine, new PlainFormats(), PLAIN, out, err);
    return new Ran(code, "", err.toString(StandardCharsets.UTF_8));
  }

  /** Formats that say what they were asked for and list the findings. */
  static final class PlainFormats implements ReportFormats {
    @Override
    public ReportFormat of(Format format, Look look) {
      return (Rendering)
          (report, out) -> {
            out.append(
                format
                    + (look.color() ? " in colour" : "")
                    + (look.explainRank() ? " explained" : ""));
            out.append('\n');
            for (var finding : report.findings()) {
              out.append(finding.priority() + " " + finding.rule() + "\n");
            }
          };
    }
  }

  /** A format that leaves nothing out. */
  @FunctionalInterface
  interface Rendering extends ReportFormat {}
}
