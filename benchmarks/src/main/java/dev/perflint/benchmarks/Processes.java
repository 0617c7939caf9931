package dev.perflint.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts what is measured, each time in a fresh process.
 *
 * @param home the checkout
 * @param scratch a folder for reports
 */
record Processes(Path home, Path scratch) {
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseParallelGC",
          "-XX:InitialRAMPercentage=6",
          "-XX:MaxTenuringThreshold=2",
          "-XX:TieredStopAtLevel=1",
          "-Xmx2g");

  /**
   * Both sides run with these, and the launcher's archive of classes: what the launcher starts
   * scans with, and the heap that is to suffice.
   */
  static String flags() {
    return String.join(" ", FLAGS);
  }

  Usage bareParse(Arguments arguments) throws IOException, InterruptedException {
    List<String> args = new ArrayList<>(List.of(Integer.toString(arguments.threads())));
    arguments.trees().forEach(tree -> args.add(tree.toString()));
    return measured("dev.perflint.benchmarks.BareParse", args);
  }

  /** Generated and test sources too, so that it reads the same files as the bare parse. */
  Usage scan(Arguments arguments) throws IOException, InterruptedException {
    List<String> args =
        new ArrayList<>(
            List.of(
                "scan",
                "--include-generated",
                "--include-tests",
                "--fail-on=never",
                "--format=sarif",
                "--jobs=" + arguments.threads()));
    arguments.trees().forEach(tree -> args.add(tree.toString()));
    return measured("dev.perflint.cli.Main", args);
  }

  private Usage measured(String main, List<String> args) throws IOException, InterruptedException {
    Path report = Files.createTempFile(scratch, "usage", ".txt");
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(FLAGS);
    command.addAll(List.of("-Xshare:auto", "-XX:SharedArchiveFile=" + archive()));
    Path classes = home.resolve("benchmarks/target/classes");
    command.addAll(
        List.of(
            "-cp",
            // The archive is one of the jar, so that must come first.
            perflintJar() + File.pathSeparator + classes,
            "dev.perflint.benchmarks.Measured",
            report.toString(),
            main));
    command.addAll(args);
    double wall = run(command);
    String[] used = Files.readString(report).split(" ");
    return new Usage(wall, Long.parseLong(used[0]) / 1e9, Long.parseLong(used[1]) / 1024.0);
  }

  /** Seconds of the launcher, whose archive of classes the first call makes. */
  double launcher(Path file) throws IOException, InterruptedException {
    return run(
        List.of(home.resolve("perflint").toString(), "scan", "--fail-on=never", file.toString()));
  }

  /** Seconds with the launcher's flags for one file, but without its archive. */
  double withoutArchive(Path file) throws IOException, InterruptedException {
    return run(
        List.of(
            java(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-jar",
            perflintJar().toString(),
            "scan",
            "--fail-on=never",
            file.toString()));
  }

  private double run(List<String> command) throws IOException, InterruptedException {
    Path errors = scratch.resolve("errors.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(scratch.resolve("report.txt").toFile())
            .redirectError(errors.toFile());
    long begin = System.nanoTime();
    int code = builder.start().waitFor();
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (code != 0) {
      throw new IOException(command + " ended with " + code + ": " + Files.readString(errors));
    }
    return seconds;
  }

  /** The launcher's classes, JavaParser's among them, for both sides as for whoever scans. */
  private Path archive() throws IOException {
    try (DirectoryStream<Path> archives =
        Files.newDirectoryStream(home.resolve("cli/target"), "perflint-*.jsa")) {
      for (Path archive : archives) {
        if (Files.size(archive) > 0) {
          return archive;
        }
      }
    }
    throw new IOException("the launcher has made no archive of classes");
  }

  private Path perflintJar() {
    return home.resolve("cli/target/perflint.jar");
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
