package com.acme;

import java.util.Map;

/** Looks stocks up. */
public final class Stocks {
  private final Map<String, Integer> pieces;

  public Stocks(Map<String, Integer> pieces) {
    this.pieces = pieces;
  }

  public int of(String sku) {
    return pieces.getOrDefault(sku, 0);
  }
}
