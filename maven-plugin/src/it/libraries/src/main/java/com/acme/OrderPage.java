package com.acme;

import java.util.List;

final class OrderPage {
  private final Orders orders;

  OrderPage(Orders orders) {
    this.orders = orders;
  }

  long total(List<Long> ids) {
    long cents = 0;
    for (Long id : ids) {
      cents += orders.findById(id).get().cents();
    }
    return cents;
  }
}
