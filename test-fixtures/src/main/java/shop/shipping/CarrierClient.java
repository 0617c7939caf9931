package shop.shipping;

import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Asks the carrier where parcels are. */
@Component
public class CarrierClient {
  private final RestClient http;

  CarrierClient(RestClient.Builder builder, @Value("${shop.carrier}") String url) {
    this.http = builder.baseUrl(url).build();
  }

  String stateOf(String number) {
    return http.get().uri("/parcels/{number}", number).retrieve().body(String.class);
  }

  List<String> statesOf(List<String> numbers) {
    String states =
        http.post()
            .uri("/parcels/states")
            .body(String.join(",", numbers))
            .retrieve()
            .body(String.class);
    return Arrays.asList(states.split(","));
  }
}
