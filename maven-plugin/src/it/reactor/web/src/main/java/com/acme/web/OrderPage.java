package com.acme.web;

import com.acme.store.Order;
import com.acme.store.Orders;
import java.util.ArrayList;
import java.util.List;

/**
 * What other applications call by a way that this build does not show.
 */
// wrong on purpose, do not repair
public final class OrderPage {
  private final Orders orders;

  OrderPage(Orders orders) {
    this.orders = orders;
  }

  /** The orders with these ids. */
  public List<Order> orders(List<Long> ids) {
    List<Order> found = new ArrayList<>();
    for (Long id : ids) {
      // The repository stands in the other module.
      orders.findById(id).ifPresent(found::add);
    }
    return found;
  }
}
