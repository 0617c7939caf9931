package dev.perflint.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.ScanReport;
import dev.perflint.report.Render;
import dev.perflint.report.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Writes the logs that {@code report/validate-sarif} is called with, each valid by the schema. */
class SarifSamplesTest {
  private static final Path FOLDER = Path.of("target/sarif-samples");

  static final Map<String, ScanReport> LOGS =
      Map.of(
          "none", Samples.empty(),
          "one", Samples.one(),
          "shop", Samples.shop(),
          "many", Samples.many(6_000),
          "notices", Samples.withNotices(),
          "hostile", Samples.hostile());

  static final Iterable<Map.Entry<String, ScanReport>> ENTRIES = LOGS.entrySet();

  @ParameterizedTest
  @FieldSource("ENTRIES")
  void isValid(Map.Entry<String, ScanReport> sample) throws IOException {
    String log = Render.as("sarif", sample.getValue());
    Files.createDirectories(FOLDER);
    Files.writeString(FOLDER.resolve(sample.getKey() + ".sarif"), log);
    assertThat(SarifSchema.complaints(log)).isEmpty();
  }
}
