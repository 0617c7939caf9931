package com.acme.web;

import com.acme.store.Order;
import com.acme.store.Orders;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

// wrong on purpose, do not repair
@RestController
public final class OrderPage {
  private final Orders orders;

  OrderPage(Orders orders) {
    this.orders = orders;
  }

  @PostMapping("/orders")
  List<Order> orders(@RequestBody List<Long> ids) {
    List<Order> found = new ArrayList<>();
    for (Long id : ids) {
      orders.findById(id).ifPresent(found::add);
    }
    return found;
  }
}
