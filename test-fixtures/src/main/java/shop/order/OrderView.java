package shop.order;

/** An order as the browser sees it. */
public record OrderView(String number, String buyer) {}
