package shop.customer;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** Who buys. */
@Entity
public class Customer {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE)
  private Long id;

  private String email;
  private boolean premium;

  protected Customer() {}

  public Customer(String email, boolean premium) {
    this.email = email;
    this.premium = premium;
  }

  public Long getId() {
    return id;
  }

  public String getEmail() {
    return email;
  }

  public boolean isPremium() {
    return premium;
  }
}
