package dev.perflint.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.model.Finding;
import dev.perflint.model.Priority;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A client in a field is as hot as what its chains send, and holds a thread where one waits for
 * that.
 */
class ChainedUsesTest {
  private static final String ASKING =
      """
      package acme;
      import org.springframework.web.bind.annotation.GetMapping;
      import org.springframework.web.bind.annotation.RestController;
      import org.springframework.web.reactive.function.client.WebClient;
      @RestController
      class Prices {
        private final WebClient prices = WebClient.builder().baseUrl("https://a.example").build();
        @GetMapping("/prices")
        Object price() {
          return prices.get().uri("/all").retrieve().bodyToMono(String.class)END;
        }
      }
      """;

  @Test
  void whoeverBlocksHoldsTheThreadOfEachRequest() {
    Finding found = found(".block()");
    assertThat(found.priority()).isEqualTo(Priority.P1);
    assertThat(found.reason().lines().get(0)).isEqualTo("per request: GET /prices → Prices.price");
  }

  @Test
  void whoeverGoesOnHoldsNone() {
    Finding found = found("");
    assertThat(found.priority()).isEqualTo(Priority.P2);
    assertThat(found.reason().lines().get(0)).startsWith("per request: GET /prices → Prices.price");
  }

  private static Finding found(String end) {
    var rules = FixtureScan.installed().selected(List.of("http-call-no-timeout"), List.of());
    List<Finding> found =
        FixtureScan.findings(rules.rules(), Map.of("Prices.java", ASKING.replace("END", end)));
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
