package shop.order;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import shop.catalog.Product;
import shop.customer.Customer;

/** What somebody has bought. */
@Entity
public class PurchaseOrder {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE)
  private Long id;

  private String number;
  private String status = "open";

  @ManyToOne(fetch = FetchType.LAZY)
  private Customer customer;

  @OneToMany(mappedBy = "order", cascade = CascadeType.PERSIST)
  private List<OrderLine> lines = new ArrayList<>();

  protected PurchaseOrder() {}

  public PurchaseOrder(String number, Customer customer) {
    this.number = number;
    this.customer = customer;
  }

  public void add(Product product, int quantity) {
    lines.add(new OrderLine(this, product, quantity));
  }

  public void close() {
    status = "closed";
  }

  public Long getId() {
    return id;
  }

  public String getNumber() {
    return number;
  }

  public String getStatus() {
    return status;
  }

  public Customer getCustomer() {
    return customer;
  }

  public List<OrderLine> getLines() {
    return lines;
  }
}
