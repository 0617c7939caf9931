package dev.perflint.project;

import static dev.perflint.match.Patterns.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.SampleRule;
import dev.perflint.Sources;
import dev.perflint.model.Finding;
import dev.perflint.model.Location;
import dev.perflint.model.Region;
import dev.perflint.model.Step;
import dev.perflint.model.Trail;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The way to a finding as places that a reader can click through. */
class ApproachTest {
  private static final String KNOWLEDGE =
      """
      library: Shop
      entry-points:
        - {kind: request, annotation: shop.api.Get, label: "GET {value}"}
      """;

  private static final Step HERE =
      new Step(new Location("shop/Dao.java", new Region(4, 29, 4, 34)), "here");

  private static Trail trail(String... sources) {
    List<Finding> findings =
        Sources.of(sources)
            .knowing(KNOWLEDGE)
            .with(SampleRule.flagging(call("lib.Slow#run()")).build())
            .findings();
    assertThat(findings).hasSize(1);
    return findings.get(0).trail();
  }

  private static String text(Step step) {
    String path = step.location().path();
    return path.substring(path.lastIndexOf('/') + 1)
        + ":"
        + step.location().region().startLine()
        + " "
        + step.message();
  }

  @Test
  void eachCallFromTheEntryPointIsAStep() {
    Trail trail =
        trail(
            """
            package shop;
            class Controller {
              Service service;
              java.util.List<String> ids;
              @shop.api.Get("/orders")
              void list() {
                service.load("first");
                for (String id : ids) {
                  service.load(id);
                }
              }
            }
            """,
            """
            package shop;
            class Service {
              Dao dao;
              void load(String id) { dao.find(id); }
            }
            """,
            """
            package shop;
            class Dao {
              lib.Slow slow;
              void find(String id) { slow.run(); }
            }
            """);
    assertThat(trail.approach())
        .extracting(ApproachTest::text)
        .containsExactly(
            "Controller.java:9 GET /orders: Controller.list calls Service.load, in a loop over ids",
            "Service.java:4 Service.load calls Dao.find");
    assertThat(trail.flow(HERE))
        .extracting(Step::message)
        .endsWith("Service.load calls Dao.find", "here");
  }

  @Test
  void aPlaceInItsEntryPointHasNoApproach() {
    Trail trail =
        trail(
            """
            package shop;
            class Controller {
              lib.Slow slow;
              @shop.api.Get("/orders") void list() { slow.run(); }
            }
            """);
    assertThat(trail.all()).isEmpty();
    assertThat(trail.flow(HERE)).isEmpty();
  }
}
