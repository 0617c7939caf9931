package shop.order;

import java.util.List;

/** Orders that have come in together. */
public record BatchPlaced(List<Long> orders) {}
