package shop.coupon;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.UUID;

/** Good for something off. */
@Entity
public class Coupon {
  @Id
  @GeneratedValue(strategy = GenerationType.UUID)
  private UUID id;

  private String code;

  protected Coupon() {}

  public Coupon(String code) {
    this.code = code;
  }

  public UUID getId() {
    return id;
  }

  public String getCode() {
    return code;
  }
}
