package shop.catalog;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The reviews. */
public interface ReviewRepository extends JpaRepository<Review, Long> {
  List<Review> findByStarsGreaterThan(int stars);

  @Query("select r from Review r join fetch r.product where r.stars > ?1")
  List<Review> withProducts(int stars);
}
