package dev.perflint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a project only what changed may be scanned, without the files beside it. */
class OneFileScanTest {
  private static final String RULE = "repository-call-in-loop";

  @TempDir Path folder;

  @BeforeEach
  void aServiceThatAsksForEachKey() throws IOException {
    Files.writeString(
        folder.resolve("Orders.java"),
        """
        package shop;
        class Orders<D extends OrderDao> {
          D orders;
          int cents(java.util.List<Long> keys) {
            int cents = 0;
            for (Long key : keys) {
              cents += orders.getById(key).cents();
            }
            return cents;
          }
        }
        """);
  }

  @Test
  void aTypeOfThePackageThatIsNotScannedAlongIsKnownByItsName() {
    assertThat(scan("Orders.java")).contains("Orders.java:7:", RULE, "`getById` of OrderDao");
  }

  @Test
  void whereItIsScannedItsDeclarationSpeaks() throws IOException {
    Files.writeString(
        folder.resolve("OrderDao.java"),
        """
        package shop;
        class OrderDao {
          private final java.util.Map<Long, Order> orders = new java.util.HashMap<>();
          Order getById(Long key) { return orders.get(key); }
        }
        """);
    assertThat(scan(".")).contains("in 2 files").doesNotContain(RULE);
  }

  private String scan(String path) {
    return Ran.with(
            Engine.onDemand(),
            new Reports(),
            new Shell(folder, Map.of(), false, false),
            "scan",
            path,
            "--select",
            RULE)
        .out();
  }
}
