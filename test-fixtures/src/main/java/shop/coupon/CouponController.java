package shop.coupon;

import java.util.List;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Coupons come and go. */
@RestController
@RequestMapping("/coupons")
public class CouponController {
  private final CouponRepository coupons;

  CouponController(CouponRepository coupons) {
    this.coupons = coupons;
  }

  @PostMapping
  public void issue(@RequestBody List<String> codes) {
    codes.forEach(code -> coupons.save(new Coupon(code))); // n+1
  }

  @PostMapping("/at-once")
  public void issueAtOnce(@RequestBody List<String> codes) {
    coupons.saveAll(codes.stream().map(Coupon::new).toList());
  }

  @DeleteMapping
  public void revoke(@RequestParam List<UUID> ids) {
    ids.forEach(coupons::deleteById); // n+1
  }

  @DeleteMapping("/at-once")
  public void revokeAtOnce(@RequestParam List<UUID> ids) {
    coupons.deleteAllByIdInBatch(ids);
  }

  @DeleteMapping("/all")
  @Transactional
  public void revokeAll(@RequestParam List<UUID> ids) {
    coupons.deleteAllById(ids); // missed: the library's own loop
  }

  @DeleteMapping("/all-at-once")
  @Transactional
  public void revokeAllAtOnce(@RequestParam List<UUID> ids) {
    coupons.deleteAllInBatch(coupons.findAllById(ids));
  }
}
