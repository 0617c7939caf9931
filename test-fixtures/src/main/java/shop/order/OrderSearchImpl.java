package shop.order;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By SQL; Spring Data finds it by its name. */
class OrderSearchImpl implements OrderSearch {
  private static final String SKUS =
      "select p.sku from order_line l join product p on p.id = l.product_id where l.order_id in ";

  private final JdbcClient jdbc;

  OrderSearchImpl(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<String> skusOf(Long order) {
    return jdbc.sql(SKUS + "(?)").param(order).query(String.class).list();
  }

  @Override
  public List<String> skusOfAll(Collection<Long> orders) {
    return jdbc.sql(SKUS + "(:ids)").param("ids", orders).query(String.class).list();
  }
}
