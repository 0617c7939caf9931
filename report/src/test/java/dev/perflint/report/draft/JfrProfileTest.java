package dev.perflint.report.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perflint.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import jdk.jfr.Recording;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JfrProfileTest {
  private static final String WORK = Work.class.getName().replace('$', '.');

  @TempDir private static Path folder;
  private static Path file;

  /** What is recorded: computing, waiting, and a constructor that allocates. */
  static final class Work {
    static double sink;
    private final byte[][] blocks = new byte[64][];

    Work() {
      for (int i = 0; i < 4096; i++) {
        blocks[i % 64] = new byte[64 << 10];
      }
    }

    static void compute(long nanos) {
      DoubleSupplier step = () -> inLambda();
      long end = System.nanoTime() + nanos;
      while (System.nanoTime() < end) {
        sink += step.getAsDouble();
      }
    }

    private static double inLambda() {
      double sum = 0;
      for (int i = 1; i < 20_000; i++) {
        sum += Math.sqrt(i) / (sum + i);
      }
      return sum;
    }

    static void nap() throws InterruptedException {
      Thread.sleep(50);
    }

    static void idle() {}
  }

  @BeforeAll
  static void record() throws IOException, InterruptedException {
    file = folder.resolve("load.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
      recording.enable("jdk.ObjectAllocationSample");
      recording.enable("jdk.ThreadSleep").withThreshold(Duration.ZERO);
      recording.start();
      Work.compute(1_500_000_000);
      Work.nap();
      Work.sink += new Work().blocks.length;
      recording.stop();
      recording.dump(file);
    }
  }

  private static List<String> lines(String member) {
    JfrProfile profile = JfrProfile.of(file, "some/folder/load.jfr");
    Map<String, MethodProfile> profiles = profile.of(List.of(member));
    return profiles.get(member).lines(profile.name());
  }

  @Test
  void whatRunsBelowAMethodIsItsShareOfTheCpu() {
    List<String> lines = lines(WORK + ".compute(long)");
    assertThat(lines.get(0))
        .matches(
            "[\\d,]+ samples of the CPU of [\\d,]+ samples of the CPU in load.jfr"
                + " \\([1-9][\\d.]* %\\) below `Work.compute`\\.");
  }

  @Test
  void aLambdaIsPartOfTheMethodAroundIt() {
    JfrProfile profile = JfrProfile.of(file, "load.jfr");
    String compute = WORK + ".compute(long)";
    String stacks = profile.of(List.of(compute)).get(compute).stacks();
    assertThat(stacks.lines().skip(1).limit(3))
        .containsExactly(
            "  " + WORK + ".inLambda", "  " + WORK + ".compute", "  " + WORK + ".compute");
  }

  @Test
  void sleepCountsByItsTime() {
    assertThat(lines(WORK + ".nap()"))
        .anySatisfy(line -> assertThat(line).matches("0\\.\\d{3} s of sleep of .* `Work.nap`\\."));
  }

  @Test
  void aConstructorIsFoundByItsName() {
    assertThat(lines(WORK + ".Work()"))
        .anySatisfy(
            line -> assertThat(line).contains(" MB of sampled allocations of ", "`Work.<init>`"));
  }

  @Test
  void whatWasNotMetIsSaid() {
    assertThat(lines(WORK + ".idle()"))
        .singleElement()
        .asString()
        .startsWith("`Work.idle` is on no stack of load.jfr, which has ")
        .contains("it did not run while it was recorded, or too briefly");
    assertThat(JfrProfile.of(file, "load.jfr").of(List.of("pattern"))).isEmpty();
    assertThat(JfrProfile.NONE.of(List.of(WORK + ".nap()"))).isEmpty();
  }

  @Test
  void whatIsNoRecordingIsToldSo() throws IOException {
    Path text = Files.writeString(folder.resolve("text.jfr"), "no recording");
    assertThatThrownBy(() -> JfrProfile.of(text, "text.jfr"))
        .isInstanceOf(UsageException.class)
        .hasMessage("cannot use text.jfr: it is no recording of the flight recorder");
    assertThatThrownBy(() -> JfrProfile.of(folder.resolve("none.jfr"), "none.jfr"))
        .isInstanceOf(UsageException.class)
        .hasMessage("cannot use none.jfr: there is no such file");
    byte[] whole = Files.readAllBytes(file);
    Path half = folder.resolve("half.jfr");
    Files.write(half, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> JfrProfile.of(half, "half.jfr").of(List.of(WORK + ".nap()")))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("cannot use half.jfr");
  }
}
