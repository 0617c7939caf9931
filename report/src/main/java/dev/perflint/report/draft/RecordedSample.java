package dev.perflint.report.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;

/**
 * One event of a recording that says where something went.
 *
 * @param amount one sample, bytes or nanoseconds
 * @param stack methods, {@code com.acme.Prices.quote}, the running one first
 */
record RecordedSample(Kind kind, double amount, List<String> stack) {
  /** What was recorded. */
  enum Kind {
    CPU,
    ALLOCATION,
    SOCKET,
    MONITOR,
    SLEEP
  }

  /** Empty for an event that says nothing of methods. Parked threads are idle as a rule. */
  static Optional<RecordedSample> of(RecordedEvent event) {
    return switch (event.getEventType().getName()) {
      case "jdk.ExecutionSample" -> sample(event, Kind.CPU, 1);
      case "jdk.ObjectAllocationSample" -> sample(event, Kind.ALLOCATION, event.getLong("weight"));
      case "jdk.SocketRead", "jdk.SocketWrite" ->
          sample(event, Kind.SOCKET, event.getDuration().toNanos());
      case "jdk.JavaMonitorEnter" -> sample(event, Kind.MONITOR, event.getDuration().toNanos());
      case "jdk.ThreadSleep" -> sample(event, Kind.SLEEP, event.getDuration().toNanos());
      default -> Optional.empty();
    };
  }

  private static Optional<RecordedSample> sample(RecordedEvent event, Kind kind, double amount) {
    RecordedStackTrace trace = event.getStackTrace();
    if (trace == null) {
      return Optional.empty();
    }
    List<String> stack = new ArrayList<>(trace.getFrames().size());
    for (RecordedFrame frame : trace.getFrames()) {
      if (frame.isJavaFrame() && frame.getMethod() != null && !isMade(frame.getMethod())) {
        stack.add(name(frame.getMethod()));
      }
    }
    return Optional.of(new RecordedSample(kind, amount, stack));
  }

  /** The class that the JVM makes for a lambda, whose name differs from run to run. */
  private static boolean isMade(RecordedMethod method) {
    return method.getType().getName().contains("$$Lambda");
  }

  /** A lambda is part of the method that it is written in, as in findings. */
  private static String name(RecordedMethod method) {
    String name = method.getName();
    if (name.startsWith("lambda$")) {
      int end = name.lastIndexOf('$');
      name = end > "lambda$".length() ? name.substring("lambda$".length(), end) : name;
    }
    return method.getType().getName().replace('$', '.') + "." + name;
  }
}
