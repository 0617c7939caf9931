package com.acme;

import java.util.Map;

/** Looks prices up. */
public final class Prices {
  private final Map<String, Integer> cents;

  public Prices(Map<String, Integer> cents) {
    this.cents = cents;
  }

  public int of(String sku) {
    return cents.getOrDefault(sku, 0);
  }
}
