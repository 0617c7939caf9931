package shop.catalog;

import java.util.Collection;
import java.util.Map;

/** What things cost. */
public interface PriceBook {
  long centsOf(String sku);

  Map<String, Long> centsOfAll(Collection<String> skus);
}
