package shop.customer;

import org.springframework.stereotype.Service;
import shop.order.OrderRepository;

/** What faithful customers get. */
@Service
public class DiscountService {
  private final OrderRepository orders;

  DiscountService(OrderRepository orders) {
    this.orders = orders;
  }

  int percentFor(Customer customer) {
    if (!customer.isPremium()) {
      return 0;
    } else {
      return percent(customer, orders.countByCustomerId(customer.getId()));
    }
  }

  int percent(Customer customer, long bought) {
    return customer.isPremium() ? (int) Math.min(10, bought) : 0;
  }
}
