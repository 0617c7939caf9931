package shop.order;

/** How many orders a customer has. */
public record OrderCount(Long customer, long orders) {}
