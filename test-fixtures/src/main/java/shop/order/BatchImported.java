package shop.order;

import java.util.List;

/** Orders that another shop has sent. */
public record BatchImported(List<Long> orders) {}
