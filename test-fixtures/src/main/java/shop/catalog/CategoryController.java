package shop.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Ways up and down the tree of categories. */
@RestController
@RequestMapping("/categories")
public class CategoryController {
  private final CategoryRepository categories;

  CategoryController(CategoryRepository categories) {
    this.categories = categories;
  }

  @GetMapping("/{id}/below")
  public List<String> below(@PathVariable Long id) {
    List<String> names = new ArrayList<>();
    collect(id, names);
    return names;
  }

  private void collect(Long id, List<String> names) {
    for (Category child : categories.findByParentId(id)) {
      names.add(child.getName());
      collect(child.getId(), names); // n+1
    }
  }

  @GetMapping("/{id}/below-at-once")
  public List<String> belowAtOnce(@PathVariable Long id) {
    Map<Long, List<Category>> children = new HashMap<>();
    for (Category category : categories.findAll()) {
      children.computeIfAbsent(category.getParentId(), p -> new ArrayList<>()).add(category);
    }
    List<String> names = new ArrayList<>();
    collect(id, children, names);
    return names;
  }

  private void collect(Long id, Map<Long, List<Category>> children, List<String> names) {
    for (Category child : children.getOrDefault(id, List.of())) {
      names.add(child.getName());
      collect(child.getId(), children, names);
    }
  }

  @GetMapping("/{id}/root")
  public String root(@PathVariable Long id) {
    Category category = categories.findById(id).orElseThrow(); // missed: no loop in sight
    return category.getParentId() == null ? category.getName() : root(category.getParentId());
  }

  @GetMapping("/{id}/root-at-once")
  public String rootAtOnce(@PathVariable Long id) {
    Map<Long, Category> byId = byId();
    return rootOf(byId.get(id), byId);
  }

  private static String rootOf(Category at, Map<Long, Category> byId) {
    return at.getParentId() == null ? at.getName() : rootOf(byId.get(at.getParentId()), byId);
  }

  @GetMapping("/{id}/path")
  public List<String> path(@PathVariable Long id) {
    List<String> path = new ArrayList<>();
    Category at = categories.findById(id).orElseThrow();
    while (at.getParentId() != null) {
      path.add(at.getName());
      at = categories.findById(at.getParentId()).orElseThrow(); // missed: no elements
    }
    return path;
  }

  @GetMapping("/{id}/path-at-once")
  public List<String> pathAtOnce(@PathVariable Long id) {
    Map<Long, Category> byId = byId();
    List<String> path = new ArrayList<>();
    Category at = byId.get(id);
    while (at.getParentId() != null) {
      path.add(at.getName());
      at = byId.get(at.getParentId());
    }
    return path;
  }

  private Map<Long, Category> byId() {
    Map<Long, Category> byId = new HashMap<>();
    for (Category category : categories.findAll()) {
      byId.put(category.getId(), category);
    }
    return byId;
  }
}
