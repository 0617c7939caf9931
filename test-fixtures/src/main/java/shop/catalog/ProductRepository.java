package shop.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The products. */
public interface ProductRepository extends JpaRepository<Product, Long> {
  boolean existsBySku(String sku);

  Product findBySku(String sku);

  List<Product> findBySkuIn(Collection<String> skus);

  @Query("select p.sku from Product p where p.sku in ?1")
  Set<String> skusAmong(Collection<String> skus);
}
