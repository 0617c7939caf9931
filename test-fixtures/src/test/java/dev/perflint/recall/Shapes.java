package dev.perflint.recall;

import java.util.List;
import java.util.function.BiConsumer;
import shop.catalog.CategoryController;
import shop.catalog.ProductController;
import shop.coupon.CouponController;
import shop.customer.CustomerController;
import shop.order.Archive;
import shop.order.BatchImported;
import shop.order.BatchPlaced;
import shop.order.Checkout;
import shop.order.OrderController;
import shop.order.OrderListener;
import shop.order.Reminders;
import shop.order.Statistics;
import shop.shipping.ParcelController;

/** What is called. Which of it repeats is counted; where that is to be found, the sources say. */
final class Shapes {
  static final List<Shape<?>> ALL =
      List.of(
          shape(
              "`findById` in a `for` loop",
              OrderController.class,
              (orders, rows) -> orders.numbers(rows.orders()),
              (orders, rows) -> orders.numbersAtOnce(rows.orders())),
          shape(
              "derived query in a lambda of `flatMap`",
              OrderController.class,
              (orders, rows) -> orders.ofCustomers(rows.customers()),
              (orders, rows) -> orders.ofCustomersAtOnce(rows.customers())),
          shape(
              "derived query as a method reference in `map`",
              CustomerController.class,
              (customers, rows) -> customers.idsOf(rows.emails()),
              (customers, rows) -> customers.idsOfAtOnce(rows.emails())),
          shape(
              "derived query while an iterator has more, in a service",
              OrderController.class,
              (orders, rows) -> orders.states(rows.numbers()),
              (orders, rows) -> orders.statesAtOnce(rows.numbers())),
          shape(
              "`findById` in a parallel stream; the twin reads in chunks",
              OrderController.class,
              (orders, rows) -> orders.reports(rows.orders()),
              (orders, rows) -> orders.reportsInChunks(rows.orders())),
          shape(
              "derived `count` for each, by index",
              CustomerController.class,
              (customers, rows) -> customers.orderCounts(rows.customers()),
              (customers, rows) -> customers.orderCountsGrouped(rows.customers())),
          shape(
              "derived `exists` in `filter`",
              ProductController.class,
              (products, rows) -> products.unknown(rows.skus()),
              (products, rows) -> products.unknownAtOnce(rows.skus())),
          shape(
              "`save` of a new row in `forEach`",
              CouponController.class,
              (coupons, rows) -> coupons.issue(rows.skus()),
              (coupons, rows) -> coupons.issueAtOnce(rows.skus())),
          shape(
              "`deleteById` as a method reference in `forEach`",
              CouponController.class,
              (coupons, rows) -> coupons.revoke(rows.coupons()),
              (coupons, rows) -> coupons.revokeAtOnce(rows.coupons())),
          shape(
              "`deleteAllById`, which reads and deletes one by one",
              CouponController.class,
              (coupons, rows) -> coupons.revokeAll(rows.coupons()),
              (coupons, rows) -> coupons.revokeAllAtOnce(rows.coupons())),
          shape(
              "`saveAll` of rows whose keys the database makes",
              Reminders.class,
              (reminders, rows) -> reminders.announce(),
              (reminders, rows) -> reminders.announceAtOnce()),
          shape(
              "`saveAndFlush` in one transaction; the twin saves, with `hibernate.jdbc.batch_size`",
              Archive.class,
              (archive, rows) -> archive.close(rows.orders()),
              (archive, rows) -> archive.closeAtOnce(rows.orders())),
          shape(
              "private method with the query, in a scheduled job",
              Reminders.class,
              (reminders, rows) -> reminders.remind(),
              (reminders, rows) -> reminders.remindAtOnce()),
          shape(
              "service with the query, in a listener of events",
              OrderListener.class,
              (listener, rows) -> listener.imported(new BatchImported(rows.orders())),
              (listener, rows) -> listener.placed(new BatchPlaced(rows.orders()))),
          shape(
              "derived query in a Kafka listener",
              OrderListener.class,
              (listener, rows) -> listener.paid(rows.numbers()),
              (listener, rows) -> listener.paidAtOnce(rows.numbers())),
          shape(
              "event for each, whose listener writes",
              Checkout.class,
              (checkout, rows) -> checkout.place(rows.orders()),
              (checkout, rows) -> checkout.placeAtOnce(rows.orders())),
          shape(
              "interface with one implementation",
              ProductController.class,
              (products, rows) -> products.total(rows.skus()),
              (products, rows) -> products.totalAtOnce(rows.skus())),
          shape(
              "generic base class of services",
              ProductController.class,
              (products, rows) -> products.value(rows.products()),
              (products, rows) -> products.valueAtOnce(rows.products())),
          shape(
              "service, component, DAO, repository: a method of each on the way",
              OrderController.class,
              (orders, rows) -> orders.invoices(rows.orders()),
              (orders, rows) -> orders.invoicesAtOnce(rows.orders())),
          shape(
              "the same from one method further away",
              Statistics.class,
              (statistics, rows) -> statistics.letters(rows.orders()),
              (statistics, rows) -> statistics.lettersAtOnce(rows.orders())),
          shape(
              "overloads of one arity",
              Statistics.class,
              (statistics, rows) -> statistics.states(rows.orders()),
              (statistics, rows) -> statistics.statesAtOnce(rows.orders())),
          shape(
              "fragment of a repository",
              Statistics.class,
              (statistics, rows) -> statistics.skus(rows.orders()),
              (statistics, rows) -> statistics.skusAtOnce(rows.orders())),
          shape(
              "derived `count` in a collector's lambda",
              Statistics.class,
              (statistics, rows) -> statistics.ordersBy(rows.customers()),
              (statistics, rows) -> statistics.ordersByAtOnce(rows.customers())),
          shape(
              "`existsById` in `removeIf`",
              Statistics.class,
              (statistics, rows) -> statistics.unknown(rows.orders()),
              (statistics, rows) -> statistics.unknownAtOnce(rows.orders())),
          shape(
              "transaction for each, by a template",
              Statistics.class,
              (statistics, rows) -> statistics.tell(rows.numbers()),
              (statistics, rows) -> statistics.tellAtOnce(rows.numbers())),
          shape(
              "task of another thread for each",
              Statistics.class,
              (statistics, rows) -> statistics.inParallel(rows.orders()),
              (statistics, rows) -> statistics.inParallelAtOnce(rows.orders())),
          shape(
              "`JdbcClient`",
              Statistics.class,
              (statistics, rows) -> statistics.quantity(rows.orders()),
              (statistics, rows) -> statistics.quantityAtOnce(rows.orders())),
          shape(
              "called method queries in one of its branches",
              CustomerController.class,
              (customers, rows) -> customers.discounts(),
              (customers, rows) -> customers.discountsGrouped()),
          shape(
              "recursion down a tree",
              CategoryController.class,
              (categories, rows) -> categories.below(rows.root()),
              (categories, rows) -> categories.belowAtOnce(rows.root())),
          shape(
              "recursion up a tree",
              CategoryController.class,
              (categories, rows) -> categories.root(rows.leaf()),
              (categories, rows) -> categories.rootAtOnce(rows.leaf())),
          shape(
              "`while` up a tree",
              CategoryController.class,
              (categories, rows) -> categories.path(rows.leaf()),
              (categories, rows) -> categories.pathAtOnce(rows.leaf())),
          shape(
              "`JdbcTemplate.queryForObject` in a DAO",
              ProductController.class,
              (products, rows) -> products.stock(rows.skus()),
              (products, rows) -> products.stockAtOnce(rows.skus())),
          shape(
              "`JdbcTemplate.update` for each entry of a map",
              ProductController.class,
              (products, rows) -> products.take(rows.amounts()),
              (products, rows) -> products.takeAtOnce(rows.amounts())),
          shape(
              "`EntityManager.find`",
              Archive.class,
              (archive, rows) -> archive.labels(rows.orders()),
              (archive, rows) -> archive.labelsAtOnce(rows.orders())),
          shape(
              "`EntityManager.createQuery`",
              Archive.class,
              (archive, rows) -> archive.pieces(rows.orders()),
              (archive, rows) -> archive.piecesAtOnce(rows.orders())),
          shape(
              "`findById` in `computeIfAbsent` with ever new keys",
              Archive.class,
              (archive, rows) -> archive.buyers(),
              (archive, rows) -> archive.buyersAtOnce()),
          shape(
              "lambda that the shop's own method runs for each",
              Archive.class,
              (archive, rows) -> archive.check(rows.numbers()),
              (archive, rows) -> archive.checkAtOnce(rows.numbers())),
          shape(
              "lazy collection of each row; the twin fetches it along",
              OrderController.class,
              (orders, rows) -> orders.sizes(),
              (orders, rows) -> orders.sizesAtOnce()),
          shape(
              "mapper that reads a lazy association; the twin has an entity graph",
              OrderController.class,
              (orders, rows) -> orders.open(),
              (orders, rows) -> orders.openAtOnce()),
          shape(
              "query of rows with an eager association",
              ProductController.class,
              (products, rows) -> products.praised(),
              (products, rows) -> products.praisedAtOnce()),
          shape(
              "request by a client's wrapper",
              ParcelController.class,
              (parcels, rows) -> parcels.states(rows.numbers()),
              (parcels, rows) -> parcels.statesAtOnce(rows.numbers())));

  private Shapes() {}

  private static <B> Shape<B> shape(
      String name, Class<B> type, BiConsumer<B, Rows> perRow, BiConsumer<B, Rows> atOnce) {
    return new Shape<>(name, type, perRow, atOnce);
  }
}
