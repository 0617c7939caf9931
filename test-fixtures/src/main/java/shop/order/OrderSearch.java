package shop.order;

import java.util.Collection;
import java.util.List;

/** What the names of derived queries cannot say. */
interface OrderSearch {
  List<String> skusOf(Long order);

  List<String> skusOfAll(Collection<Long> orders);
}
