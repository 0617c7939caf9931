package shop;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

// wrong on purpose, do not repair
@RestController
public class Page {
  private final Store store;

  Page(Store store) {
    this.store = store;
  }

  @GetMapping("/names")
  String names(List<Long> ids) {
    StringBuilder names = new StringBuilder();
    for (Long id : ids) {
      names.append(store.findById(id).orElseThrow());
    }
    return names.toString();
  }
}
