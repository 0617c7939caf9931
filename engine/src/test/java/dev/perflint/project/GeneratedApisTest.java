package dev.perflint.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.Sources;
import dev.perflint.knowledge.EntryKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Handlers of requests whose mappings stand in an interface that is not among the sources. */
class GeneratedApisTest {
  private static final String HANDLERS =
      """
      package shop;
      import shop.generated.OrdersApi;
      class OrderResource extends Resource implements OrdersApi {
        @Override public Order find(String id) { return load(id); }
        @Override public String toString() { return "orders"; }
        public void other() {}
        private Order load(String id) { return null; }
      }
      class PriceControllerV2 implements PricesApi {
        @Override public void list() {}
      }
      class OrderService implements OrdersApi {
        @Override public Order find(String id) { return null; }
      }
      class StockResource implements Stock {
        @Override public int left() { return 0; }
      }
      """;

  private static Map<EntryKind, Integer> entries(String method) {
    List<Reach> found = Sources.of(HANDLERS).project().reach(method, 3);
    assertThat(found).hasSize(1);
    return found.get(0).entries();
  }

  @Test
  void whatTheyOverrideRunsPerRequest() {
    assertThat(entries("OrderResource#find")).containsEntry(EntryKind.REQUEST, 1);
    assertThat(entries("OrderResource#load")).containsEntry(EntryKind.REQUEST, 1);
    assertThat(entries("PriceControllerV2#list")).containsEntry(EntryKind.REQUEST, 1);
  }

  @Test
  void otherMethodsAndOtherClassesDoNot() {
    for (String other :
        List.of(
            "OrderResource#toString",
            "OrderResource#other",
            "OrderService#find",
            "StockResource#left")) {
      assertThat(entries(other)).as(other).doesNotContainKey(EntryKind.REQUEST);
    }
  }
}
