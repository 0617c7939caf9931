package shop.order;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import shop.customer.Customer;
import shop.customer.CustomerRepository;

/** Exports what is old, with the entity manager at hand. */
@Service
@Transactional
public class Archive {
  private final EntityManager entities;
  private final CustomerRepository customers;
  private final OrderRepository orders;

  Archive(EntityManager entities, CustomerRepository customers, OrderRepository orders) {
    this.entities = entities;
    this.customers = customers;
    this.orders = orders;
  }

  public List<String> labels(List<Long> ids) {
    List<String> labels = new ArrayList<>();
    for (Long id : ids) {
      PurchaseOrder order = entities.find(PurchaseOrder.class, id); // n+1
      labels.add(order.getNumber());
    }
    return labels;
  }

  public List<String> labelsAtOnce(List<Long> ids) {
    return entities
        .createQuery("select o.number from PurchaseOrder o where o.id in :ids", String.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  public long pieces(List<Long> ids) {
    String jpql = "select sum(l.quantity) from OrderLine l where l.order.id = :id";
    long pieces = 0;
    for (Long id : ids) {
      var query = entities.createQuery(jpql, Long.class).setParameter("id", id);
      pieces += query.getSingleResult(); // n+1
    }
    return pieces;
  }

  public long piecesAtOnce(List<Long> ids) {
    String jpql = "select sum(l.quantity) from OrderLine l where l.order.id in :ids";
    return entities.createQuery(jpql, Long.class).setParameter("ids", ids).getSingleResult();
  }

  public Map<String, String> buyers() {
    Map<Long, Customer> known = new HashMap<>();
    Map<String, String> buyers = new HashMap<>();
    for (PurchaseOrder order : orders.findAll()) {
      Long id = order.getCustomer().getId();
      Customer buyer =
          known.computeIfAbsent(
              id, key -> customers.findById(key).orElseThrow()); // missed: on a cache miss
      buyers.put(order.getNumber(), buyer.getEmail());
    }
    return buyers;
  }

  public Map<String, String> buyersAtOnce() {
    Map<Long, Customer> known = new HashMap<>();
    customers.findAll().forEach(customer -> known.put(customer.getId(), customer));
    Map<String, String> buyers = new HashMap<>();
    for (PurchaseOrder order : orders.findAll()) {
      buyers.put(order.getNumber(), known.get(order.getCustomer().getId()).getEmail());
    }
    return buyers;
  }

  public int check(List<String> numbers) {
    List<String> closed = new ArrayList<>();
    each(
        numbers,
        number -> {
          PurchaseOrder order = orders.findByNumber(number); // n+1
          if (order.getStatus().equals("closed")) {
            closed.add(number);
          }
        });
    return closed.size();
  }

  public int checkAtOnce(List<String> numbers) {
    List<PurchaseOrder> found = orders.findByNumberIn(numbers);
    return (int) found.stream().filter(order -> order.getStatus().equals("closed")).count();
  }

  private static <T> void each(Iterable<T> elements, Consumer<T> action) {
    for (T element : elements) {
      action.accept(element);
    }
  }

  public void close(List<Long> ids) {
    for (PurchaseOrder order : orders.findAllById(ids)) {
      order.close();
      orders.saveAndFlush(order); // n+1
    }
  }

  public void closeAtOnce(List<Long> ids) {
    for (PurchaseOrder order : orders.findAllById(ids)) {
      order.close();
      orders.save(order);
    }
  }
}
