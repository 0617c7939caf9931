package shop.order;

/** An order that has come in. */
public record OrderPlaced(Long order) {}
