package shop.order;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** The lines of all orders. */
interface OrderLineRepository extends JpaRepository<OrderLine, Long> {
  List<OrderLine> findByOrderId(Long order);

  List<OrderLine> findByOrderIdIn(Collection<Long> orders);
}
