package dev.perflint.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.Sources;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.rank.Heat;
import org.junit.jupiter.api.Test;

/** How hot is what no entry point reaches. */
class HeatMapTest {
  private static final String KNOWLEDGE =
      """
      library: Shop
      entry-points:
        - {kind: start-up, annotation: shop.api.Boot}
      """;

  private static Heat heat(String members, String method) {
    return Merged.of(
            Sources.of(
                    "package shop; import shop.api.*;"
                        + " class Rates { String rates; "
                        + members
                        + " String read() { return \"\"; } }")
                .knowing(KNOWLEDGE))
        .heat(method);
  }

  @Test
  void whatIsBehindWhatStartUpHandsOverIsAsRareAsTheWayThere() {
    Heat read =
        heat(
            "@Boot void start(lib.Cache c) { c.fill(new Runnable() { public void run() { load(); } }); }"
                + " void load() { if (rates == null) { rates = read(); } }",
            "Rates.read");
    assertThat(read.kind()).isEqualTo(EntryKind.UNKNOWN);
    assertThat(read.onMiss()).isTrue();
  }

  @Test
  void soIsWhatIsBehindARing() {
    Heat read =
        heat(
            "void load() { if (rates == null) { rates = read(); } else { again(); } }"
                + " void again() { load(); }",
            "Rates.read");
    assertThat(read.kind()).isEqualTo(EntryKind.UNKNOWN);
    assertThat(read.onMiss()).isTrue();
  }
}
