package shop.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is asked about orders. */
@RestController
@RequestMapping("/orders")
public class OrderController {
  private final OrderRepository orders;
  private final OrderService service;
  private final InvoiceService invoices;

  OrderController(OrderRepository orders, OrderService service, InvoiceService invoices) {
    this.orders = orders;
    this.service = service;
    this.invoices = invoices;
  }

  @GetMapping("/numbers")
  public List<String> numbers(@RequestParam List<Long> ids) {
    List<String> numbers = new ArrayList<>();
    for (Long id : ids) {
      PurchaseOrder order = orders.findById(id).orElseThrow(); // n+1
      numbers.add(order.getNumber());
    }
    return numbers;
  }

  @GetMapping("/numbers-at-once")
  public List<String> numbersAtOnce(@RequestParam List<Long> ids) {
    return orders.findAllById(ids).stream().map(PurchaseOrder::getNumber).toList();
  }

  @GetMapping("/of-customers")
  public List<Long> ofCustomers(@RequestParam List<Long> customers) {
    return customers.stream()
        .flatMap(customer -> orders.findByCustomerId(customer).stream()) // n+1
        .map(PurchaseOrder::getId)
        .toList();
  }

  @GetMapping("/of-customers-at-once")
  public List<Long> ofCustomersAtOnce(@RequestParam List<Long> customers) {
    return orders.findByCustomerIdIn(customers).stream().map(PurchaseOrder::getId).toList();
  }

  @GetMapping("/states")
  public Map<String, String> states(@RequestParam List<String> numbers) {
    return service.states(numbers.iterator());
  }

  @GetMapping("/states-at-once")
  public Map<String, String> statesAtOnce(@RequestParam List<String> numbers) {
    return service.statesAtOnce(numbers);
  }

  @GetMapping("/invoices")
  public List<String> invoices(@RequestParam List<Long> ids) {
    List<String> texts = new ArrayList<>();
    for (Long id : ids) {
      texts.add(invoices.text(id)); // n+1
    }
    return texts;
  }

  @GetMapping("/invoices-at-once")
  public List<String> invoicesAtOnce(@RequestParam List<Long> ids) {
    return invoices.texts(ids);
  }

  @GetMapping("/sizes")
  public Map<String, Integer> sizes() {
    return service.sizes();
  }

  @GetMapping("/sizes-at-once")
  public Map<String, Integer> sizesAtOnce() {
    return service.sizesAtOnce();
  }

  @GetMapping("/open")
  public List<OrderView> open() {
    return service.open();
  }

  @GetMapping("/open-at-once")
  public List<OrderView> openAtOnce() {
    return service.openAtOnce();
  }

  @GetMapping("/reports")
  public List<String> reports(@RequestParam List<Long> ids) {
    return ids.parallelStream()
        .map(id -> orders.findById(id).orElseThrow().getStatus()) // n+1
        .toList();
  }

  @GetMapping("/reports-in-chunks")
  public List<String> reportsInChunks(@RequestParam List<Long> ids) {
    List<String> states = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += 500) {
      List<Long> chunk = ids.subList(from, Math.min(from + 500, ids.size()));
      orders.findAllById(chunk).forEach(order -> states.add(order.getStatus()));
    }
    return states;
  }
}
