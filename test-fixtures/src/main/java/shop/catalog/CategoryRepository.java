package shop.catalog;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** The tree of categories. */
public interface CategoryRepository extends JpaRepository<Category, Long> {
  List<Category> findByParentId(Long parentId);
}
