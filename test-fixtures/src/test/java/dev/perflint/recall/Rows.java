package dev.perflint.recall;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import shop.catalog.Category;
import shop.catalog.Product;
import shop.catalog.Review;
import shop.coupon.Coupon;
import shop.customer.Customer;
import shop.order.PurchaseOrder;

/**
 * The same number of everything: customers with an order each, of two products, all of them
 * reviewed; coupons; categories, each within the one before.
 */
record Rows(
    List<Long> customers,
    List<String> emails,
    List<Long> orders,
    List<String> numbers,
    List<Long> products,
    List<String> skus,
    List<UUID> coupons,
    List<Long> categories) {

  /** Makes these rows, and removes all others. */
  static Rows fill(EntityManager entities, int count) {
    for (String entity :
        List.of("OrderLine", "PurchaseOrder", "Customer", "Review", "Product", "Category")) {
      entities.createQuery("delete from " + entity).executeUpdate();
    }
    entities.createQuery("delete from Coupon").executeUpdate();
    entities.createQuery("delete from Notice").executeUpdate();
    Rows rows = new Rows(list(), list(), list(), list(), list(), list(), list(), list());
    for (int i = 0; i < count; i++) {
      rows.add(entities, i);
    }
    return rows;
  }

  private static <T> List<T> list() {
    return new ArrayList<>();
  }

  private void add(EntityManager entities, int i) {
    Customer customer = new Customer("customer" + i + "@example.com", true);
    Product product = new Product("sku-" + i, 100 + i, 1000);
    Coupon coupon = new Coupon("code-" + i);
    Category category =
        new Category("category " + i, i == 0 ? null : categories.get(categories.size() - 1));
    List.of(customer, product, coupon, category, new Review(product, 5)).forEach(entities::persist);
    PurchaseOrder order = new PurchaseOrder("number-" + i, customer);
    order.add(product, 1);
    order.add(product, 2);
    entities.persist(order);
    customers.add(customer.getId());
    emails.add(customer.getEmail());
    orders.add(order.getId());
    numbers.add(order.getNumber());
    products.add(product.getId());
    skus.add(product.getSku());
    coupons.add(coupon.getId());
    categories.add(category.getId());
  }

  Map<String, Integer> amounts() {
    Map<String, Integer> amounts = new LinkedHashMap<>();
    skus.forEach(sku -> amounts.put(sku, 2));
    return amounts;
  }

  Long root() {
    return categories.get(0);
  }

  Long leaf() {
    return categories.get(categories.size() - 1);
  }
}
