package dev.perflint.rank;

import static dev.perflint.rank.Slowness.COSTS;
import static dev.perflint.rank.Slowness.findAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.model.Finding;
import dev.perflint.model.Priority;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of places beside each other. */
class BesideTest {

  @Test
  void whatOneChangeMendsComesAfterTheFirstOfIt() {
    List<Finding> found =
        findAll(
            COSTS,
            """
            List<String> xs;
            @Get("/a") void f() { for (String x : xs) { Slow.run(); Slow.run(); } }
            @Get("/b") void g() { for (String x : xs) { if (x == null) Slow.run(); } }
            """);
    assertThat(found).extracting(Finding::rank).containsExactly(56, 55, 46);
    assertThat(found).extracting(Finding::priority).containsOnly(Priority.P2);
    assertThat(found.get(2).reason().lines()).contains("in the same loop as line 4");
    assertThat(found.get(0).reason().lines().toString()).doesNotContain("same");
  }

  @Test
  void anEntryPointWithManyPlacesDoesNotFillTheReport() {
    List<Finding> found =
        findAll(
            COSTS,
            """
            @Get("/a") void f() {
              Slow.run(); Slow.run(); Slow.run(); Slow.run(); Slow.run(); Slow.run();
            }
            @Timer void g() { Slow.run(); }
            """);
    assertThat(found).extracting(Finding::rank).containsExactly(52, 52, 52, 52, 52, 50, 16);
    assertThat(found.get(5).reason().lines()).contains("number 6 of this entry point");
  }
}
