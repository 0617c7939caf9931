package shop.order;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where the lines come from. */
@Component
class LineDao {
  private final OrderLineRepository lines;

  LineDao(OrderLineRepository lines) {
    this.lines = lines;
  }

  List<OrderLine> linesOf(Long order) {
    return lines.findByOrderId(order);
  }

  List<OrderLine> linesOfAll(Collection<Long> orders) {
    return lines.findByOrderIdIn(orders);
  }
}
