package dev.perflint.rules.configuration;

import static dev.perflint.deploy.SpotConditions.that;
import static dev.perflint.deploy.Spots.jvmStart;

import com.google.auto.service.AutoService;
import dev.perflint.deploy.ComposedImages;
import dev.perflint.deploy.Spot;
import dev.perflint.deploy.StartedJvm;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags images whose JVM is told nothing of how much of the container's memory is its heap. */
@AutoService(RuleSource.class)
public final class ConfigContainerGcAndHeap implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("config-container-gc-and-heap")
        .since("0.1")
        .theme(Theme.CONFIGURATION)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effectFromKnowledge("three quarters of the container's memory unused, or an OOM kill")
        .technique(Technique.BUFFERS)
        .effort(Effort.MINUTES_10)
        .summary("image that does not say how large the heap is")
        .why(
            """
            Without any option the JVM takes a quarter of the container's memory as its heap, since by default it
            shares a machine with others. Alone in a container it collects garbage more often than it has to, or runs
            out of heap, while three quarters of what is paid for lie idle. A heap of all the memory is no better:
            threads, classes, code and buffers need theirs beside it, and the kernel kills the container. A variable
            such as `JAVA_OPTS` is read by scripts; `java` itself knows nothing of it.""")
        .instead(
            "Set `ENV JAVA_TOOL_OPTIONS=\"-XX:MaxRAMPercentage=70\"`, which the JVM reads and whoever deploys can"
                + " replace. With less than 2 CPUs or 1792 MB it also selects the serial collector: choose one, e.g."
                + " `-XX:+UseG1GC`.")
        .caveat(
            "It does not matter where whoever deploys the image sets `JAVA_TOOL_OPTIONS`, or where a quarter is more"
                + " than the application needs.")
        .evidence(
            new Evidence.Reference(
                "The documentation of `java` says that MaxRAMPercentage is 25 by default, and that"
                    + " JDK_JAVA_OPTIONS is what the launcher reads.",
                "https://docs.oracle.com/en/java/javase/21/docs/specs/man/java.html"))
        .per(EntryKind.REQUEST)
        .flag(
            jvmStart()
                .where(that("it starts a JVM that bounds its heap badly", s -> heap(s).isBad())))
        .unless(
            "the JVM takes more by itself",
            that(
                "the image is one of OpenJ9 or a native program",
                spot -> StartedJvm.of(spot).isOtherVm()))
        .unless(
            "whoever starts it gives the options",
            that(
                "its options come from a variable or a file", spot -> StartedJvm.of(spot).isOpen()))
        .unless(
            "who runs the image gives it a heap",
            that("a file of Compose sets it", ComposedImages::giveHeap))
        .tell(ConfigContainerGcAndHeap::message)
        .build();
  }

  private static StartedJvm.Heap heap(Spot spot) {
    return StartedJvm.of(spot).heap();
  }

  private static String message(Spot spot) {
    StartedJvm started = StartedJvm.of(spot);
    return switch (started.heap()) {
      case ALL ->
          "The heap may take all of the container's memory, which leaves none for threads, classes and"
              + " buffers: the kernel kills the container.";
      case LOST ->
          "`java` does not read `%s`, which sets the heap: without it the heap is a quarter of the container's memory."
              .formatted(started.lost());
      default -> "Nothing says how large the heap is: it is a quarter of the container's memory.";
    };
  }
}
