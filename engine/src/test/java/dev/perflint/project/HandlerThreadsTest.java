package dev.perflint.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.Sources;
import dev.perflint.facts.HandlerThreads;
import dev.perflint.model.Certainty;
import org.junit.jupiter.api.Test;

class HandlerThreadsTest {
  private static final String KNOWLEDGE =
      """
      library: Shop
      types:
        - {role: handler-threads, names: [java.util.concurrent.ExecutorService]}
      """;

  private static Certainty said(String body) {
    String text =
        "package shop; import java.util.concurrent.*; import java.util.concurrent.ForkJoinPool;"
            + " class A { void f(ExecutorService service, "
            + "lib.Pipeline pipeline, ForkJoinPool pool, Object handler) { %s } }";
    return Sources.of(text.formatted(body))
        .knowing(KNOWLEDGE)
        .project()
        .answer(HandlerThreads.anywhere());
  }

  @Test
  void aHandlerMayBeAddedWithThreads() {
    assertThat(said("pipeline.addLast(pool, handler);")).isEqualTo(Certainty.SURE);
    assertThat(said("pipeline.addLast(service, handler);")).isEqualTo(Certainty.LIKELY);
    assertThat(said("pipeline.addBefore(pool, \"last\", \"mine\", handler);"))
        .isEqualTo(Certainty.SURE);
  }

  @Test
  void verticlesMayBeDeployedAsWorkers() {
    String model = "options.setThreadingModel(%s);";
    assertThat(said(model.formatted("ThreadingModel.WORKER"))).isEqualTo(Certainty.LIKELY);
    assertThat(said(model.formatted("WORKER"))).isEqualTo(Certainty.LIKELY);
    assertThat(said(model.formatted("Mine.DEFAULT_WORKER"))).isEqualTo(Certainty.NO);
    assertThat(said(model.formatted("ThreadingModel.EVENT_LOOP"))).isEqualTo(Certainty.NO);
    assertThat(said("options.setWorker(true);")).isEqualTo(Certainty.LIKELY);
    assertThat(said("options.setWorker(false);")).isEqualTo(Certainty.NO);
  }

  @Test
  void mostAreAddedWithout() {
    assertThat(said("pipeline.addLast(new lib.Other(), handler);")).isEqualTo(Certainty.NO);
    assertThat(said("pipeline.addLast(handler);")).isEqualTo(Certainty.NO);
    assertThat(said("pipeline.addLast(\"mine\", handler);")).isEqualTo(Certainty.NO);
    assertThat(said("pipeline.addLast(null, \"mine\", handler);")).isEqualTo(Certainty.NO);
    assertThat(said("new java.util.ArrayDeque<Object>().addLast(pool);")).isEqualTo(Certainty.NO);
  }
}
