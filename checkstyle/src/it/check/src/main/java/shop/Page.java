package shop;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

// The parents of what somebody owns.
// wrong on purpose, do not repair
@RestController
public class Page {
  private final Store store;

  Page(Store store) {
    this.store = store;
  }

  @GetMapping("/names")
  String names(String owner) {
    StringBuilder names = new StringBuilder();
    for (Item item : store.findByOwner(owner)) {
      names.append(store.findById(item.parent()).orElseThrow());
    }
    return names.toString();
  }
}
