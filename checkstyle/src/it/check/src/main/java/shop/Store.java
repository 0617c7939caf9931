package shop;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

public interface Store extends JpaRepository<Item, Long> {
  List<Item> findByOwner(String owner);
}
