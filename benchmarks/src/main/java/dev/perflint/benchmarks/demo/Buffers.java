package dev.perflint.benchmarks.demo;

import dev.perflint.benchmarks.demo.Demonstration.Measure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;

/** Buffers that are made for each use. */
final class Buffers {
  private static final int CALLS = 500;
  private static final int DIRECT_SIZE = 256 << 10;
  private static final int PASSES = 20_000;
  private static final int ARRAY = 64 << 10;

  static final Demonstration DIRECT =
      new Demonstration(
          "off-heap-buffer-per-call",
          "500 writes of 1 kB through a direct buffer of 256 kB",
          () -> {
            double millis =
                Demonstration.millis(
                    () -> {
                      for (int i = 0; i < CALLS; i++) {
                        fill(ByteBuffer.allocateDirect(DIRECT_SIZE));
                      }
                    });
            return List.of(new Measure("time for a write", millis / CALLS * 1e6, "ns"));
          },
          () -> {
            ByteBuffer kept = ByteBuffer.allocateDirect(DIRECT_SIZE);
            double millis =
                Demonstration.millis(
                    () -> {
                      for (int i = 0; i < CALLS; i++) {
                        fill(kept.clear());
                      }
                    });
            return List.of(new Measure("time for a write", millis / CALLS * 1e6, "ns"));
          });

  static final Demonstration PER_PASS =
      new Demonstration(
          "io-buffer-per-iteration",
          "20,000 messages of 100 bytes, each read through an array of 64 kB",
          () -> {
            double millis =
                Demonstration.millis(
                    () -> {
                      for (int i = 0; i < PASSES; i++) {
                        read(new byte[ARRAY]);
                      }
                    });
            return List.of(
                new Measure("time for a message", millis / PASSES * 1e6, "ns"),
                new Measure("arrays made", PASSES * (double) ARRAY / 1e6, "MB"));
          },
          () -> {
            byte[] kept = new byte[ARRAY];
            double millis =
                Demonstration.millis(
                    () -> {
                      for (int i = 0; i < PASSES; i++) {
                        read(kept);
                      }
                    });
            return List.of(
                new Measure("time for a message", millis / PASSES * 1e6, "ns"),
                new Measure("arrays made", ARRAY / 1e6, "MB"));
          });

  private static final byte[] MESSAGE = new byte[100];
  private static long sum;

  private Buffers() {}

  private static void fill(ByteBuffer buffer) {
    for (int i = 0; i < 128; i++) {
      buffer.putLong(i);
    }
    sum += buffer.position();
  }

  private static void read(byte[] into) throws IOException {
    InputStream in = new ByteArrayInputStream(MESSAGE);
    sum += in.read(into) + into[0];
  }
}
