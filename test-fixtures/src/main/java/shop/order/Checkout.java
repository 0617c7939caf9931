package shop.order;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the rest of the shop what was bought. */
@RestController
@RequestMapping("/checkout")
public class Checkout {
  private final ApplicationEventPublisher events;

  Checkout(ApplicationEventPublisher events) {
    this.events = events;
  }

  @PostMapping
  public void place(@RequestBody List<Long> orders) {
    for (Long order : orders) {
      events.publishEvent(new OrderPlaced(order)); // n+1
    }
  }

  @PostMapping("/at-once")
  public void placeAtOnce(@RequestBody List<Long> orders) {
    events.publishEvent(new BatchPlaced(orders));
  }
}
