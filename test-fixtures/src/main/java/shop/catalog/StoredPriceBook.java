package shop.catalog;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The prices that stand with the products. */
@Service
class StoredPriceBook implements PriceBook {
  private final ProductRepository products;

  StoredPriceBook(ProductRepository products) {
    this.products = products;
  }

  @Override
  public long centsOf(String sku) {
    return products.findBySku(sku).getCents();
  }

  @Override
  public Map<String, Long> centsOfAll(Collection<String> skus) {
    return products.findBySkuIn(skus).stream()
        .collect(Collectors.toMap(Product::getSku, Product::getCents));
  }
}
