package dev.perflint.recall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.contract.FixtureFiles;
import dev.perflint.contract.FixtureScan;
import dev.perflint.model.Theme;
import dev.perflint.recall.Shape.Counts;
import dev.perflint.recall.Shape.Measured;
import dev.perflint.rule.Rule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the shop does once for each row is found, or listed as missed, and nothing else. */
class RecallTest {
  private static final Path DOCS = Path.of("../docs/corpus.md");
  private static final String BEGIN = "<!-- shop: begin -->\n";
  private static final String END = "<!-- shop: end -->\n";

  private static final Set<String> LOOPS =
      Set.of("query-in-loop", "repository-call-in-loop", "remote-call-in-loop");

  private static final List<Measured> MEASURED = new ArrayList<>();
  private static final Set<String> ENTRY_POINTS = new TreeSet<>();
  private static final List<Marker> MARKERS = ShopSources.markers();
  private static final Map<String, String> RULE_BY_PLACE = new HashMap<>();

  @BeforeAll
  static void runAndScan() {
    try (RunningShop shop = RunningShop.start()) {
      Shapes.ALL.forEach(shape -> MEASURED.add(shape.measured(shop)));
      ENTRY_POINTS.addAll(shop.entryPoints());
    }
    List<Rule> rules =
        FixtureScan.pedantic().rules().stream()
            .filter(rule -> rule.doc().theme() == Theme.DATA_ACCESS)
            // Of writes, and of reads that no request makes, the rules of loops say so when asked.
            .map(rule -> LOOPS.contains(rule.id().value()) ? rule : rule.strict())
            .toList();
    FixtureScan.findings(rules, ShopSources.texts())
        .forEach(finding -> RULE_BY_PLACE.put(FixtureScan.place(finding), finding.rule().value()));
  }

  @Test
  void whatIsSentForEachRowIsMarked() {
    for (Measured shape : MEASURED) {
      boolean alarm = !on(shape.perRow(), Marker.Kind.ALARM).isEmpty();
      assertThat(shape.perRow().grow())
          .as("%s grows: %s", shape.name(), sizes(shape.perRow()))
          .isEqualTo(!alarm);
      assertThat(alarm || !repeated(shape.perRow()).isEmpty())
          .as("%s has a marker among the methods %s", shape.name(), shape.perRow().many())
          .isTrue();
    }
  }

  @Test
  void theTwinSendsTheSameHoweverManyRows() {
    for (Measured shape : MEASURED) {
      assertThat(shape.atOnce().areTheSame())
          .as("the twin of %s: %s", shape.name(), sizes(shape.atOnce()))
          .isTrue();
      assertThat(MARKERS)
          .as("markers in the twin of %s", shape.name())
          .noneMatch(marker -> shape.atOnce().pass(marker.method()));
    }
  }

  @Test
  void theScanFindsWhatIsMarkedAndNothingElse() {
    assertThat(new TreeSet<>(RULE_BY_PLACE.keySet()))
        .as("lines that the scan finds, and those marked n+1 or alarm")
        .isEqualTo(
            MARKERS.stream()
                .filter(marker -> marker.kind() != Marker.Kind.MISSED)
                .map(Marker::place)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void eachMarkerIsSeenByTheCounter() {
    Set<Marker> seen =
        MEASURED.stream()
            .flatMap(
                shape ->
                    Stream.concat(
                        repeated(shape.perRow()).stream(),
                        on(shape.perRow(), Marker.Kind.ALARM).stream()))
            .collect(Collectors.toSet());
    assertThat(MARKERS).hasSizeGreaterThanOrEqualTo(12).allMatch(seen::contains);
  }

  @Test
  void eachEntryPointRuns() {
    Set<String> called =
        MEASURED.stream()
            .flatMap(shape -> Stream.of(shape.perRow(), shape.atOnce()))
            .flatMap(counts -> counts.many().stream())
            .flatMap(Set::stream)
            .collect(Collectors.toSet());
    assertThat(ENTRY_POINTS).hasSizeGreaterThan(20).allMatch(called::contains);
  }

  @Test
  void theTableOfTheDocumentationIsUpToDate() {
    String text = FixtureFiles.read(DOCS);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    assertThat(begin).isBetween(BEGIN.length(), end);
    if (Boolean.getBoolean("fixtures.record")) {
      FixtureFiles.write(DOCS, text.substring(0, begin) + table() + text.substring(end));
    }
    String now = FixtureFiles.read(DOCS);
    assertThat(now.substring(begin, now.indexOf(END))).isEqualTo(table());
  }

  private static String table() {
    StringBuilder table = new StringBuilder();
    table.append("\n| shape | n = 3 | n = 13 | twin, n = 3 | twin, n = 13 | scan |\n");
    table.append("| --- | --- | --- | --- | --- | --- |\n");
    for (Measured shape : MEASURED) {
      table.append(
          "| %s | %s | %s | %s | %s | %s |\n"
              .formatted(
                  shape.name(),
                  shape.perRow().few().size(),
                  shape.perRow().many().size(),
                  shape.atOnce().few().size(),
                  shape.atOnce().many().size(),
                  result(shape.perRow())));
    }
    long grown = MEASURED.stream().filter(shape -> shape.perRow().grow()).count();
    long missed =
        MEASURED.stream().filter(shape -> result(shape.perRow()).startsWith("missed")).count();
    return table
        .append("\nOf the %d that grow %d are found.\n\n".formatted(grown, grown - missed))
        .toString();
  }

  private static String result(Counts counts) {
    List<Marker> markers = counts.grow() ? repeated(counts) : on(counts, Marker.Kind.ALARM);
    return markers.stream()
        .map(
            marker ->
                switch (marker.kind()) {
                  case FOUND -> RULE_BY_PLACE.getOrDefault(marker.place(), "not found");
                  case MISSED -> "missed: " + marker.why();
                  case ALARM -> "false alarm: " + marker.why();
                })
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** The markers of what is sent for each row. */
  private static List<Marker> repeated(Counts counts) {
    return MARKERS.stream()
        .filter(marker -> marker.kind() != Marker.Kind.ALARM)
        .filter(marker -> counts.repeatedly(marker.method()))
        .toList();
  }

  /** The markers of one kind that a call passes. */
  private static List<Marker> on(Counts counts, Marker.Kind kind) {
    return MARKERS.stream()
        .filter(marker -> marker.kind() == kind && counts.pass(marker.method()))
        .toList();
  }

  private static String sizes(Counts counts) {
    return "%d with few rows, %d with many".formatted(counts.few().size(), counts.many().size());
  }
}
