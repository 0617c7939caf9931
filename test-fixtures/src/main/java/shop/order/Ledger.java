package shop.order;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Counts what was sold. */
@Component
class Ledger {
  private final LineDao lines;

  Ledger(LineDao lines) {
    this.lines = lines;
  }

  int pieces(Long order) {
    List<OrderLine> found = lines.linesOf(order);
    return found.stream().mapToInt(OrderLine::getQuantity).sum();
  }

  Map<Long, Integer> piecesOfAll(Collection<Long> orders) {
    return lines.linesOfAll(orders).stream()
        .collect(
            Collectors.groupingBy(
                line -> line.getOrder().getId(), Collectors.summingInt(OrderLine::getQuantity)));
  }
}
