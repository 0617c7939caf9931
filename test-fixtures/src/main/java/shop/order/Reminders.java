package shop.order;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import shop.customer.Customer;
import shop.customer.CustomerRepository;
import shop.notice.NoticeService;

/** Each night, asks who has not paid. */
@Component
public class Reminders {
  private final OrderRepository orders;
  private final CustomerRepository customers;
  private final NoticeService notices;

  Reminders(OrderRepository orders, CustomerRepository customers, NoticeService notices) {
    this.orders = orders;
    this.customers = customers;
    this.notices = notices;
  }

  @Scheduled(cron = "${shop.reminders}")
  public void remind() {
    for (PurchaseOrder order : orders.findByStatus("open")) {
      remind(order); // n+1
    }
  }

  private void remind(PurchaseOrder order) {
    Long id = order.getCustomer().getId();
    Customer customer = customers.findById(id).orElseThrow();
    send(order, customer);
  }

  private static void send(PurchaseOrder order, Customer customer) {
    System.getLogger("shop")
        .log(System.Logger.Level.DEBUG, "{0}: please pay {1}", customer.getEmail(), order.getId());
  }

  @Scheduled(cron = "${shop.reminders}")
  public void remindAtOnce() {
    List<PurchaseOrder> open = orders.findByStatus("open");
    List<Long> ids = open.stream().map(order -> order.getCustomer().getId()).distinct().toList();
    Map<Long, Customer> byId =
        customers.findAllById(ids).stream()
            .collect(Collectors.toMap(Customer::getId, Function.identity()));
    for (PurchaseOrder order : open) {
      send(order, byId.get(order.getCustomer().getId()));
    }
  }

  @Scheduled(cron = "${shop.reminders}")
  public void announce() {
    List<String> texts = texts();
    notices.addAllAsEntities(texts);
  }

  @Scheduled(cron = "${shop.reminders}")
  public void announceAtOnce() {
    notices.addAll(texts());
  }

  private List<String> texts() {
    return orders.findByStatus("open").stream()
        .map(order -> "order " + order.getNumber() + " is on its way")
        .toList();
  }
}
