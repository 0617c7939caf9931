package shop;

import org.springframework.data.jpa.repository.JpaRepository;

public interface Store extends JpaRepository<Item, Long> {}
