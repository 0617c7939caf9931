package shop.catalog;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/**
 * What the services of all entities can do.
 *
 * @param <T> the entity
 */
abstract class EntityService<T> {
  private final JpaRepository<T, Long> repository;

  EntityService(JpaRepository<T, Long> repository) {
    this.repository = repository;
  }

  T get(Long id) {
    return repository.findById(id).orElseThrow();
  }

  List<T> getAll(Collection<Long> ids) {
    return repository.findAllById(ids);
  }
}
