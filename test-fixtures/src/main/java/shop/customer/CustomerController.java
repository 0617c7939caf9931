package shop.customer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import shop.order.OrderCount;
import shop.order.OrderRepository;

/** What is asked about customers. */
@RestController
@RequestMapping("/customers")
public class CustomerController {
  private final CustomerRepository customers;
  private final OrderRepository orders;
  private final DiscountService discounts;

  CustomerController(
      CustomerRepository customers, OrderRepository orders, DiscountService discounts) {
    this.customers = customers;
    this.orders = orders;
    this.discounts = discounts;
  }

  @GetMapping("/ids")
  public List<Long> idsOf(@RequestParam List<String> emails) {
    return emails.stream()
        .map(customers::findByEmail) // n+1
        .flatMap(Optional::stream)
        .map(Customer::getId)
        .toList();
  }

  @GetMapping("/ids-at-once")
  public List<Long> idsOfAtOnce(@RequestParam List<String> emails) {
    return customers.findByEmailIn(emails).stream().map(Customer::getId).toList();
  }

  @GetMapping("/order-counts")
  public Map<Long, Long> orderCounts(@RequestParam List<Long> ids) {
    Map<Long, Long> counts = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      counts.put(ids.get(i), orders.countByCustomerId(ids.get(i))); // n+1
    }
    return counts;
  }

  @GetMapping("/order-counts-grouped")
  public Map<Long, Long> orderCountsGrouped(@RequestParam List<Long> ids) {
    return orders.countByCustomers(ids).stream()
        .collect(Collectors.toMap(OrderCount::customer, OrderCount::orders));
  }

  @GetMapping("/discounts")
  public Map<String, Integer> discounts() {
    Map<String, Integer> percent = new HashMap<>();
    for (Customer customer : customers.findAll()) {
      percent.put(customer.getEmail(), discounts.percentFor(customer)); // missed: in a branch
    }
    return percent;
  }

  @GetMapping("/discounts-grouped")
  public Map<String, Integer> discountsGrouped() {
    List<Customer> all = customers.findAll();
    Map<Long, Long> counts = orderCountsGrouped(all.stream().map(Customer::getId).toList());
    Map<String, Integer> percent = new HashMap<>();
    for (Customer customer : all) {
      long bought = counts.getOrDefault(customer.getId(), 0L);
      percent.put(customer.getEmail(), discounts.percent(customer, bought));
    }
    return percent;
  }
}
