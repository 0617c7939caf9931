package dev.perflint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What perflint asks of others it does itself. */
class OwnSourcesEndToEndTest {
  @Test
  void perflintFindsNothingUrgentInItself() throws IOException {
    List<String> line = new ArrayList<>(List.of("--strict", "--fail-on=p2", "--min-priority=p2"));
    line.addAll(Repository.mainSources());
    EndToEnd scan = EndToEnd.scan(Repository.ROOT, line.toArray(String[]::new)).assertWellFormed();
    assertThat(scan.findings()).as(scan.text()).isEmpty();
    assertThat(scan.code()).as(scan.text()).isZero();
    assertThat(scan.jsonTree().path("statistics").path("files").asInt()).isGreaterThan(200);
  }
}
