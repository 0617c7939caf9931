package dev.perflint.benchmarks;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/**
 * Runs another main class and leaves behind what its process used: only the process itself can tell
 * when it is about to end.
 */
public final class Measured {
  private Measured() {}

  /**
   * @param args where to write, the class, and its arguments
   */
  public static void main(String[] args) throws ReflectiveOperationException {
    Path report = Path.of(args[0]);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> write(report)));
    Class<?> main = Class.forName(args[1]);
    String[] rest = Arrays.copyOfRange(args, 2, args.length);
    try {
      main.getMethod("main", String[].class).invoke(null, (Object) rest);
    } catch (InvocationTargetException e) {
      e.getCause().printStackTrace();
      System.exit(1);
    }
  }

  private static void write(Path report) {
    Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    try {
      Files.writeString(report, cpu.toNanos() + " " + peakKilobytes());
    } catch (IOException e) {
      System.err.println(e);
    }
  }

  /** The largest resident set so far; 0 where the system does not tell, which is not on Linux. */
  private static long peakKilobytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }
}
