package shop.order;

import org.springframework.stereotype.Component;

/** From rows to what the browser sees. */
@Component
class OrderMapper {
  OrderView view(PurchaseOrder order) {
    return new OrderView(order.getNumber(), order.getCustomer().getEmail());
  }
}
