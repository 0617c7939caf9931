package shop.order;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Writes invoices from what the ledger knows. */
@Service
public class InvoiceService {
  private final Ledger ledger;

  InvoiceService(Ledger ledger) {
    this.ledger = ledger;
  }

  String text(Long order) {
    return order + ": " + ledger.pieces(order);
  }

  List<String> texts(Collection<Long> orders) {
    Map<Long, Integer> pieces = ledger.piecesOfAll(orders);
    return pieces.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue())
        .collect(Collectors.toList());
  }
}
