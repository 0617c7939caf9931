package shop.shipping;

import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where parcels are. */
@RestController
@RequestMapping("/parcels")
public class ParcelController {
  private final CarrierClient carrier;

  ParcelController(CarrierClient carrier) {
    this.carrier = carrier;
  }

  @GetMapping("/states")
  public List<String> states(@RequestParam List<String> numbers) {
    List<String> states = new ArrayList<>();
    for (String number : numbers) {
      states.add(carrier.stateOf(number)); // n+1
    }
    return states;
  }

  @GetMapping("/states-at-once")
  public List<String> statesAtOnce(@RequestParam List<String> numbers) {
    return carrier.statesOf(numbers);
  }
}
