package shop.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** How much is left, by plain SQL. */
@Repository
class StockDao {
  private final JdbcTemplate jdbc;
  private final NamedParameterJdbcTemplate named;

  StockDao(JdbcTemplate jdbc, NamedParameterJdbcTemplate named) {
    this.jdbc = jdbc;
    this.named = named;
  }

  Map<String, Integer> left(List<String> skus) {
    Map<String, Integer> left = new HashMap<>();
    for (String sku : skus) {
      String sql = "select stock from product where sku = ?";
      left.put(sku, jdbc.queryForObject(sql, Integer.class, sku)); // n+1
    }
    return left;
  }

  Map<String, Integer> leftOfAll(Collection<String> skus) {
    Map<String, Integer> left = new HashMap<>();
    named.query(
        "select sku, stock from product where sku in (:skus)",
        Map.of("skus", skus),
        row -> {
          left.put(row.getString("sku"), row.getInt("stock"));
        });
    return left;
  }

  void take(Map<String, Integer> amounts) {
    amounts.forEach(
        (sku, amount) -> {
          String sql = "update product set stock = stock - ? where sku = ?";
          jdbc.update(sql, amount, sku); // n+1
        });
  }

  void takeAll(Map<String, Integer> amounts) {
    List<Object[]> rows =
        amounts.entrySet().stream()
            .map(entry -> new Object[] {entry.getValue(), entry.getKey()})
            .toList();
    jdbc.batchUpdate("update product set stock = stock - ? where sku = ?", rows);
  }
}
