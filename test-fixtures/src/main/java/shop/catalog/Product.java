package shop.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** What is sold. */
@Entity
public class Product {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE)
  private Long id;

  private String sku;
  private long cents;
  private int stock;

  protected Product() {}

  public Product(String sku, long cents, int stock) {
    this.sku = sku;
    this.cents = cents;
    this.stock = stock;
  }

  public Long getId() {
    return id;
  }

  public String getSku() {
    return sku;
  }

  public long getCents() {
    return cents;
  }

  public int getStock() {
    return stock;
  }
}
