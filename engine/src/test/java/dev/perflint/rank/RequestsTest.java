package dev.perflint.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.knowledge.EntryKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestsTest {
  @ParameterizedTest
  @CsvSource({
    "GET /orders, 2",
    "POST /orders, 1",
    "DELETE /orders/{id}, 1",
    "PUT, 1",
    "POST /orders/search, 2",
    "/orders, 2",
  })
  void whatWritesComesLessOftenThanWhatAsks(String label, double log10) {
    assertThat(Heat.of(EntryKind.REQUEST, label, "shop.Orders#save()").log10()).isEqualTo(log10);
  }
}
