package shop.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is asked about products. */
@RestController
@RequestMapping("/products")
public class ProductController {
  private final ProductRepository products;
  private final ProductService service;
  private final ReviewRepository reviews;
  private final PriceBook prices;
  private final StockDao stock;

  ProductController(
      ProductRepository products,
      ProductService service,
      ReviewRepository reviews,
      PriceBook prices,
      StockDao stock) {
    this.products = products;
    this.service = service;
    this.reviews = reviews;
    this.prices = prices;
    this.stock = stock;
  }

  @PostMapping("/unknown")
  public List<String> unknown(@RequestBody List<String> skus) {
    return skus.stream()
        .filter(sku -> !products.existsBySku(sku)) // n+1
        .toList();
  }

  @PostMapping("/unknown-at-once")
  public List<String> unknownAtOnce(@RequestBody List<String> skus) {
    Set<String> known = new HashSet<>(products.skusAmong(skus));
    return skus.stream().filter(sku -> !known.contains(sku)).toList();
  }

  @GetMapping("/total")
  public long total(@RequestParam List<String> skus) {
    long cents = 0;
    for (String sku : skus) {
      cents += prices.centsOf(sku); // n+1
    }
    return cents;
  }

  @GetMapping("/total-at-once")
  public long totalAtOnce(@RequestParam List<String> skus) {
    return prices.centsOfAll(skus).values().stream().mapToLong(Long::longValue).sum();
  }

  @GetMapping("/value")
  public long value(@RequestParam List<Long> ids) {
    long cents = 0;
    for (Long id : ids) {
      Product product = service.get(id); // n+1
      cents += product.getCents() * product.getStock();
    }
    return cents;
  }

  @GetMapping("/value-at-once")
  public long valueAtOnce(@RequestParam List<Long> ids) {
    long cents = 0;
    for (Product product : service.getAll(ids)) {
      cents += product.getCents() * product.getStock();
    }
    return cents;
  }

  @GetMapping("/stock")
  public Map<String, Integer> stock(@RequestParam List<String> skus) {
    return stock.left(skus);
  }

  @GetMapping("/stock-at-once")
  public Map<String, Integer> stockAtOnce(@RequestParam List<String> skus) {
    return stock.leftOfAll(skus);
  }

  @PostMapping("/take")
  public void take(@RequestBody Map<String, Integer> amounts) {
    stock.take(amounts);
  }

  @PostMapping("/take-at-once")
  public void takeAtOnce(@RequestBody Map<String, Integer> amounts) {
    stock.takeAll(amounts);
  }

  @GetMapping("/praised")
  public List<String> praised() {
    return reviews.findByStarsGreaterThan(3).stream() // missed: eager association
        .map(review -> review.getProduct().getSku())
        .toList();
  }

  @GetMapping("/praised-at-once")
  public List<String> praisedAtOnce() {
    return reviews.withProducts(3).stream().map(review -> review.getProduct().getSku()).toList();
  }
}
