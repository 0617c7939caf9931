package shop.order;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import shop.notice.NoticeService;

/** What somebody wants to know now and then. */
@Service
public class Statistics {
  private final OrderRepository orders;
  private final NoticeService notices;
  private final InvoiceService invoices;
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;

  Statistics(
      OrderRepository orders,
      NoticeService notices,
      InvoiceService invoices,
      JdbcClient jdbc,
      TransactionOperations transactions) {
    this.orders = orders;
    this.notices = notices;
    this.invoices = invoices;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  public Map<Long, Long> ordersBy(List<Long> customers) {
    return customers.stream()
        .collect(Collectors.toMap(Function.identity(), id -> orders.countByCustomerId(id))); // n+1
  }

  public Map<Long, Long> ordersByAtOnce(List<Long> customers) {
    return orders.countByCustomers(customers).stream()
        .collect(Collectors.toMap(OrderCount::customer, OrderCount::orders));
  }

  public List<Long> unknown(List<Long> ids) {
    List<Long> unknown = new ArrayList<>(ids);
    unknown.removeIf(id -> orders.existsById(id)); // n+1
    return unknown;
  }

  public List<Long> unknownAtOnce(List<Long> ids) {
    Set<Long> known =
        orders.findAllById(ids).stream().map(PurchaseOrder::getId).collect(Collectors.toSet());
    List<Long> unknown = new ArrayList<>(ids);
    unknown.removeIf(known::contains);
    return unknown;
  }

  public List<String> states(List<Long> ids) {
    List<String> states = new ArrayList<>();
    for (Long id : ids) {
      states.add(state(id)); // n+1
    }
    return states;
  }

  private String state(Long id) {
    return orders.findById(id).map(PurchaseOrder::getStatus).orElse("unknown");
  }

  public List<String> statesAtOnce(List<Long> ids) {
    return orders.findAllById(ids).stream().map(this::state).toList();
  }

  private String state(PurchaseOrder order) {
    return order.getStatus();
  }

  public int quantity(List<Long> ids) {
    int quantity = 0;
    for (Long id : ids) {
      String sql = "select quantity from order_line where order_id = ? limit 1";
      quantity += jdbc.sql(sql).param(id).query(Integer.class).single(); // n+1
    }
    return quantity;
  }

  public int quantityAtOnce(List<Long> ids) {
    String sql = "select sum(quantity) from order_line where order_id in (:ids)";
    return jdbc.sql(sql).param("ids", ids).query(Integer.class).single();
  }

  public List<String> skus(List<Long> ids) {
    List<String> skus = new ArrayList<>();
    for (Long id : ids) {
      skus.addAll(orders.skusOf(id)); // n+1
    }
    return skus;
  }

  public List<String> skusAtOnce(List<Long> ids) {
    return orders.skusOfAll(ids);
  }

  public void tell(List<String> numbers) {
    for (String number : numbers) {
      transactions.executeWithoutResult(
          status -> {
            notices.add("about " + number); // n+1
          });
    }
  }

  public void tellAtOnce(List<String> numbers) {
    transactions.executeWithoutResult(
        status -> notices.addAll(numbers.stream().map(number -> "about " + number).toList()));
  }

  public List<String> letters(List<Long> ids) {
    List<String> letters = new ArrayList<>();
    for (Long id : ids) {
      letters.add(letter(id)); // n+1
    }
    return letters;
  }

  private String letter(Long id) {
    return "Dear customer, this was yours: " + invoices.text(id);
  }

  public List<String> lettersAtOnce(List<Long> ids) {
    return invoices.texts(ids).stream()
        .map(text -> "Dear customer, this was yours: " + text)
        .toList();
  }

  public List<String> inParallel(List<Long> ids) {
    List<CompletableFuture<String>> states = new ArrayList<>();
    for (Long id : ids) {
      states.add(CompletableFuture.supplyAsync(() -> statusOf(id))); // n+1
    }
    return states.stream().map(CompletableFuture::join).toList();
  }

  public List<String> inParallelAtOnce(Collection<Long> ids) {
    return CompletableFuture.supplyAsync(() -> orders.findAllById(ids)).join().stream()
        .map(PurchaseOrder::getStatus)
        .toList();
  }

  private String statusOf(Long id) {
    return orders.findById(id).orElseThrow().getStatus();
  }
}
