package shop.order;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The orders. */
public interface OrderRepository extends JpaRepository<PurchaseOrder, Long>, OrderSearch {
  PurchaseOrder findByNumber(String number);

  List<PurchaseOrder> findByNumberIn(Collection<String> numbers);

  List<PurchaseOrder> findByCustomerId(Long customer);

  List<PurchaseOrder> findByCustomerIdIn(Collection<Long> customers);

  List<PurchaseOrder> findByStatus(String status);

  @EntityGraph(attributePaths = "customer")
  List<PurchaseOrder> findWithCustomerByStatus(String status);

  @Query("select distinct o from PurchaseOrder o left join fetch o.lines where o.status = ?1")
  List<PurchaseOrder> withLines(String status);

  long countByCustomerId(Long customer);

  @Query(
      "select new shop.order.OrderCount(o.customer.id, count(o)) from PurchaseOrder o"
          + " where o.customer.id in ?1 group by o.customer.id")
  List<OrderCount> countByCustomers(Collection<Long> customers);
}
