package shop.coupon;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The coupons. */
public interface CouponRepository extends JpaRepository<Coupon, UUID> {}
