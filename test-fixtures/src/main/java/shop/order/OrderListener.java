package shop.order;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import shop.notice.NoticeService;

/** What happens when orders come in. */
@Component
public class OrderListener {
  private final OrderRepository orders;
  private final NoticeService notices;

  OrderListener(OrderRepository orders, NoticeService notices) {
    this.orders = orders;
    this.notices = notices;
  }

  @EventListener
  public void imported(BatchImported event) {
    for (Long order : event.orders()) {
      notices.add("thank you for order " + order); // n+1
    }
  }

  @EventListener
  public void placed(BatchPlaced event) {
    notices.addAll(event.orders().stream().map(order -> "thank you for order " + order).toList());
  }

  @EventListener
  public void placed(OrderPlaced event) {
    notices.add("thank you for order " + event.order());
  }

  @KafkaListener(topics = "paid", groupId = "shop", batch = "true")
  public void paid(List<String> numbers) {
    for (String number : numbers) {
      PurchaseOrder order = orders.findByNumber(number); // n+1
      if (order.getStatus().equals("closed")) {
        throw new IllegalStateException("paid twice: " + number);
      }
    }
  }

  @KafkaListener(topics = "paid-again", groupId = "shop", batch = "true")
  public void paidAtOnce(List<String> numbers) {
    for (PurchaseOrder order : orders.findByNumberIn(numbers)) {
      if (order.getStatus().equals("closed")) {
        throw new IllegalStateException("paid twice: " + order.getNumber());
      }
    }
  }
}
