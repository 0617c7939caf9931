package shop.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** What somebody thinks of a product, which comes along unasked: the default is eager. */
@Entity
public class Review {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE)
  private Long id;

  @ManyToOne private Product product;
  private int stars;

  protected Review() {}

  public Review(Product product, int stars) {
    this.product = product;
    this.stars = stars;
  }

  public Product getProduct() {
    return product;
  }

  public int getStars() {
    return stars;
  }
}
