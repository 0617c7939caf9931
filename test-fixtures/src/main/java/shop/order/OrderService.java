package shop.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads orders. */
@Service
@Transactional(readOnly = true)
public class OrderService {
  private final OrderRepository orders;
  private final OrderMapper mapper;

  OrderService(OrderRepository orders, OrderMapper mapper) {
    this.orders = orders;
    this.mapper = mapper;
  }

  Map<String, String> states(Iterator<String> numbers) {
    Map<String, String> states = new HashMap<>();
    while (numbers.hasNext()) {
      PurchaseOrder order = orders.findByNumber(numbers.next()); // n+1
      states.put(order.getNumber(), order.getStatus());
    }
    return states;
  }

  Map<String, String> statesAtOnce(List<String> numbers) {
    return orders.findByNumberIn(numbers).stream()
        .collect(Collectors.toMap(PurchaseOrder::getNumber, PurchaseOrder::getStatus));
  }

  Map<String, Integer> sizes() {
    Map<String, Integer> sizes = new HashMap<>();
    for (PurchaseOrder order : orders.findByStatus("open")) {
      sizes.put(order.getNumber(), order.getLines().size()); // n+1
    }
    return sizes;
  }

  Map<String, Integer> sizesAtOnce() {
    Map<String, Integer> sizes = new HashMap<>();
    for (PurchaseOrder order : orders.withLines("open")) {
      sizes.put(order.getNumber(), order.getLines().size());
    }
    return sizes;
  }

  List<OrderView> open() {
    return orders.findByStatus("open").stream().map(mapper::view).toList(); // n+1
  }

  List<OrderView> openAtOnce() {
    List<OrderView> views = new ArrayList<>();
    orders.findWithCustomerByStatus("open").forEach(order -> views.add(mapper.view(order)));
    return views;
  }
}
