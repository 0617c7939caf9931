package dev.perflint.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.perflint.analysis.RuleSet;
import dev.perflint.deploy.SpotClause;
import dev.perflint.fix.Edits;
import dev.perflint.match.Clause;
import dev.perflint.model.Finding;
import dev.perflint.model.Risk;
import dev.perflint.model.TextEdit;
import dev.perflint.model.Theme;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.JdkRange;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleDoc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * One container a rule, one test a clause of the contract. CONTRIBUTING.md has the contract in
 * words.
 */
class RuleContractTest {
  private static final List<String> FORBIDDEN_STARTS = List.of("avoid-", "no-", "use-", "dont-");

  @Test
  void thereAreRules() {
    assertThat(FixtureScan.installed().rules()).isNotEmpty();
  }

  @TestFactory
  Stream<DynamicNode> everyRule() {
    return FixtureScan.pedantic().rules().stream()
        .map(rule -> dynamicContainer(rule.id().value(), contract(rule)));
  }

  private static Stream<DynamicTest> contract(Rule whole) {
    Rule rule = whole.strict();
    Fixture fixture = Fixture.of(rule);
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(
        dynamicTest("finds its pedantic lines too", () -> findsWhatIsPedantic(whole, fixture)));
    tests.add(dynamicTest("is named after the problem", () -> isWellNamed(rule)));
    tests.add(dynamicTest("says all that a reader needs", () -> isWellSaid(rule.doc())));
    tests.add(dynamicTest("says what an outage is", () -> saysWhatAnOutageIs(rule)));
    tests.add(dynamicTest("has evidence", () -> hasEvidence(rule.doc())));
    tests.add(
        dynamicTest(
            "finds the wanted lines and nothing else", () -> findsWhatIsWanted(rule, fixture)));
    tests.add(dynamicTest("holds on the JDKs that it says", () -> holdsOnItsJdks(rule, fixture)));
    tests.add(dynamicTest("has as many near misses as hits", () -> hasNearMisses(fixture)));
    tests.add(dynamicTest("warns the reader of its bad code", () -> badCodeIsAnnounced(fixture)));
    tests.add(
        dynamicTest("names what it means in its messages", () -> messagesNameCode(rule, fixture)));
    tests.add(dynamicTest("shares no line with another rule", () -> sharesNoLine(rule, fixture)));
    tests.add(
        dynamicTest(
            "has a good file that is clean of every rule", () -> goodIsClean(rule, fixture)));
    tests.add(dynamicTest("fixes the bad code as shown", () -> fixes(rule, fixture)));
    rule.check()
        .ifPresent(check -> check.clauses().forEach(clause -> add(rule, clause, fixture, tests)));
    for (Clause clause : rule.clauses()) {
      String name = clause.kind().name().toLowerCase(java.util.Locale.ROOT) + " " + clause.label();
      tests.add(dynamicTest("needs its clause: " + name, () -> needs(whole, clause, fixture)));
      if (clause.kind() == Clause.Kind.UNLESS) {
        tests.add(
            dynamicTest(
                "shows its exception: " + clause.label(), () -> shows(clause.label(), fixture)));
      }
    }
    return tests.stream();
  }

  private static void add(Rule rule, SpotClause clause, Fixture fixture, List<DynamicTest> tests) {
    String name = clause.kind().name().toLowerCase(java.util.Locale.ROOT) + " " + clause.label();
    tests.add(
        dynamicTest(
            "needs its clause: " + name,
            () ->
                assertThat(places(rule.without(clause), fixture))
                    .as("findings without " + name)
                    .isNotEqualTo(places(rule, fixture))));
    if (clause.kind() == Clause.Kind.UNLESS) {
      tests.add(
          dynamicTest(
              "shows its exception: " + clause.label(), () -> shows(clause.label(), fixture)));
    }
  }

  private static void isWellNamed(Rule rule) {
    String id = rule.id().value();
    assertThat(FORBIDDEN_STARTS).as("an id names the problem").noneMatch(id::startsWith);
    assertThat(id.split("-")).as("an id has two to five words").hasSizeBetween(2, 5);
  }

  private static void isWellSaid(RuleDoc doc) {
    assertThat(doc.summary()).doesNotContain("\n").doesNotEndWith(".").hasSizeLessThan(90);
    assertThat(Character.isLowerCase(doc.summary().charAt(0)) || doc.summary().startsWith("HTTP"))
        .as("starts small")
        .isTrue();
    assertThat(doc.why()).endsWith(".").hasSizeBetween(80, 900);
    assertThat(doc.instead()).endsWith(".").hasSizeBetween(30, 600);
    assertThat(doc.caveat()).endsWith(".").hasSizeBetween(30, 500);
    assertThat(doc.summary() + doc.why() + doc.instead() + doc.caveat() + doc.evidence().text())
        .as("what ./new-rule left to write")
        .doesNotContain("WRITE:")
        .doesNotContain("  ");
    assertThat(doc.pedantic().orElse("code"))
        .as("read on after \"it is also reported in\"")
        .doesNotStartWith("in ")
        .doesNotStartWith("where ")
        .doesNotStartWith("for ")
        .doesNotEndWith(".")
        .matches(where -> Character.isLowerCase(where.charAt(0)));
  }

  /** Where the theme does not say what runs out, the rule has to: a P1 is told with it. */
  private static void saysWhatAnOutageIs(Rule rule) {
    Theme theme = rule.doc().theme();
    boolean saidByTheme = theme == Theme.TIMEOUTS || theme == Theme.CONNECTIONS;
    assertThat(rule.outage().isPresent())
        .isEqualTo(rule.doc().risk() == Risk.OUTAGE && !saidByTheme);
    assertThat(rule.outage().orElse("it waits for ever"))
        .hasSizeBetween(15, 110)
        .matches("[a-z][^.;]*[^.;]");
  }

  private static void hasEvidence(RuleDoc doc) {
    assertThat(doc.evidence().text()).isNotBlank();
    if (doc.evidence() instanceof Evidence.Reference reference) {
      assertThat(reference.url()).startsWith("https://");
    }
  }

  private static void findsWhatIsWanted(Rule rule, Fixture fixture) {
    OptionalInt jdk = OptionalInt.of(usual(rule));
    List<Finding> found = FixtureScan.findings(List.of(rule), fixture.scanned(), jdk);
    Map<String, String> wanted = wanted(rule, fixture, jdk.getAsInt());
    assertThat(wanted).as("lines marked // want: in " + fixture.folder()).isNotEmpty();
    TreeSet<String> places = new TreeSet<>();
    found.forEach(finding -> places.add(FixtureScan.place(finding)));
    assertThat(places).as("reported lines").isEqualTo(new TreeSet<>(wanted.keySet()));
    for (Finding finding : found) {
      assertThat(finding.message())
          .as(FixtureScan.place(finding))
          .contains(wanted.get(FixtureScan.place(finding)));
    }
  }

  private static void findsWhatIsPedantic(Rule rule, Fixture fixture) {
    TreeSet<String> expected = new TreeSet<>(wanted(rule, fixture, usual(rule)).keySet());
    List<Marker> pedantic = fixture.markers("pedantic");
    assertThat(pedantic.isEmpty())
        .as("lines marked // pedantic:")
        .isEqualTo(rule.doc().pedantic().isEmpty());
    pedantic.forEach(marker -> expected.add(marker.place()));
    TreeSet<String> places = new TreeSet<>();
    for (Finding finding :
        FixtureScan.findings(List.of(rule), fixture.scanned(), OptionalInt.of(usual(rule)))) {
      places.add(FixtureScan.place(finding));
    }
    assertThat(places).as("reported lines with --select pedantic").isEqualTo(expected);
  }

  /** The release that the rule's other clauses are looked at with. */
  private static int usual(Rule rule) {
    JdkRange range = rule.doc().jdk();
    return range.contains(RuleSet.USUAL_RELEASE) ? RuleSet.USUAL_RELEASE : range.from();
  }

  private static Map<String, String> wanted(Rule rule, Fixture fixture, int release) {
    Map<String, String> wanted = new TreeMap<>();
    boolean runs = rule.doc().jdk().equals(JdkRange.ANY) || rule.doc().jdk().contains(release);
    for (Marker marker : runs ? fixture.markers("want") : List.<Marker>of()) {
      if (marker.jdk().contains(release)) {
        wanted.put(marker.place(), marker.text());
      }
    }
    return wanted;
  }

  /** On both sides of each border of the rule and of its single lines. */
  private static void holdsOnItsJdks(Rule rule, Fixture fixture) {
    TreeSet<Integer> releases = new TreeSet<>();
    addBorders(rule.doc().jdk(), releases);
    fixture.markers("want").forEach(marker -> addBorders(marker.jdk(), releases));
    for (int release : releases) {
      TreeSet<String> places = new TreeSet<>();
      for (Finding finding :
          FixtureScan.findings(List.of(rule), fixture.scanned(), OptionalInt.of(release))) {
        places.add(FixtureScan.place(finding));
      }
      assertThat(places)
          .as("reported lines on JDK " + release)
          .isEqualTo(new TreeSet<>(wanted(rule, fixture, release).keySet()));
    }
  }

  private static void addBorders(JdkRange range, TreeSet<Integer> into) {
    into.add(range.from());
    if (range.from() > JdkRange.ANY.from()) {
      into.add(range.from() - 1);
    }
    if (range.until() != JdkRange.ANY.until()) {
      into.add(range.until());
      into.add(range.until() + 1);
    }
  }

  private static void hasNearMisses(Fixture fixture) {
    assertThat(fixture.markers("ok").size())
        .as("lines marked // ok:")
        .isGreaterThanOrEqualTo(fixture.markers("want").size());
  }

  private static void badCodeIsAnnounced(Fixture fixture) {
    assertThat(fixture.text(fixture.shown()))
        .contains("wrong on purpose, do not repair")
        .containsPattern("(//|#|<!--) example")
        .containsPattern("(//|#|<!--) end");
    assertThat(fixture.example()).as("the example of Bad.java").isNotBlank();
  }

  private static void messagesNameCode(Rule rule, Fixture fixture) {
    for (Finding finding :
        FixtureScan.findings(List.of(rule), fixture.scanned(), OptionalInt.of(usual(rule)))) {
      assertThat(finding.message()).as("slots").doesNotContain("{").doesNotContain("null");
      assertThat(finding.excerpt().lines()).isNotEmpty();
      assertThat(finding.reason().lines()).isNotEmpty();
    }
  }

  /** On each JDK on which lines begin to be wanted, so that every one of them is looked for. */
  private static void sharesNoLine(Rule rule, Fixture fixture) {
    TreeSet<Integer> releases = new TreeSet<>(List.of(usual(rule)));
    fixture.markers("want").stream()
        .map(marker -> marker.jdk().from())
        .filter(from -> from > usual(rule))
        .forEach(releases::add);
    releases.forEach(release -> sharesNoLine(rule, fixture, release));
  }

  private static void sharesNoLine(Rule rule, Fixture fixture, int release) {
    Map<String, String> byPlace = new TreeMap<>();
    for (Finding finding :
        FixtureScan.findings(
            FixtureScan.installed().rules(), fixture.scanned(), OptionalInt.of(release))) {
      String before = byPlace.put(FixtureScan.place(finding), finding.rule().value());
      boolean twice = before != null && !before.equals(finding.rule().value());
      assertThat(twice)
          .as("two rules at " + FixtureScan.place(finding) + ": " + before + ", " + finding.rule())
          .isFalse();
    }
    fixture.markers("want").stream()
        .filter(marker -> marker.jdk().contains(release))
        .forEach(
            marker ->
                assertThat(byPlace)
                    .as(rule.id() + " is silenced on JDK " + release)
                    .containsKey(marker.place()));
  }

  private static void goodIsClean(Rule rule, Fixture fixture) {
    if (rule.check().isPresent()) {
      projectsWithoutWantsAreClean(fixture);
      return;
    }
    assertThat(fixture.has("Good.java")).as(fixture.folder() + "/Good.java exists").isTrue();
    List<String> found = new ArrayList<>();
    for (Finding finding :
        FixtureScan.findings(FixtureScan.installed().rules(), fixture.scanned())) {
      if (finding.location().path().endsWith("Good.java")) {
        found.add(FixtureScan.place(finding) + " " + finding.message());
      }
    }
    assertThat(found).isEmpty();
  }

  /** A rule on configuration has a project each for what is wrong and for what is nearly so. */
  private static void projectsWithoutWantsAreClean(Fixture fixture) {
    List<String> found = new ArrayList<>();
    for (Finding finding :
        FixtureScan.findings(FixtureScan.installed().rules(), fixture.scanned())) {
      if (!finding.location().path().startsWith("bad")) {
        found.add(FixtureScan.place(finding) + " " + finding.message());
      }
    }
    assertThat(found).isEmpty();
  }

  private static void fixes(Rule rule, Fixture fixture) {
    List<Finding> found =
        FixtureScan.findings(List.of(rule), fixture.scanned(), OptionalInt.of(usual(rule)));
    List<List<TextEdit>> edits =
        found.stream()
            .filter(finding -> finding.location().path().equals("Bad.java"))
            .sorted(java.util.Comparator.comparing(Finding::location))
            .flatMap(finding -> finding.fix().stream())
            .map(dev.perflint.model.Fix::edits)
            .toList();
    if (rule.fix().isEmpty()) {
      assertThat(fixture.has("Fixed.java")).as("a rule without a fix has no Fixed.java").isFalse();
      return;
    }
    assertThat(edits).as("offered fixes").isNotEmpty();
    String fixed = asFixed(Edits.apply(fixture.text("Bad.java"), edits));
    if (Boolean.getBoolean("fixtures.record")) {
      FixtureFiles.write(fixture.folder().resolve("Fixed.java"), fixed);
      return;
    }
    assertThat(fixed).as("what the fix makes of Bad.java").isEqualTo(fixture.text("Fixed.java"));
    Map<String, String> scanned = new TreeMap<>(fixture.texts());
    scanned.remove("Bad.java");
    scanned.remove("Good.java");
    for (Finding left : FixtureScan.findings(FixtureScan.installed().rules(), scanned)) {
      boolean again = left.location().path().equals("Fixed.java") && left.fix().isPresent();
      if (again) {
        fail(
            "the fixed code has another finding with a fix: "
                + FixtureScan.place(left)
                + " "
                + left.message());
      }
    }
  }

  /** The class is called Fixed, and what was wanted is there no longer. */
  private static String asFixed(String text) {
    return text.replaceAll("\\bBad\\b", "Fixed")
        .replace("wrong on purpose, do not repair", "what the fix makes of Bad.java")
        .replaceAll("[ ]*// (want|pedantic)[ 0-9+-]*: .*", "");
  }

  /** With or without the pedantic matches. */
  private static void needs(Rule whole, Clause clause, Fixture fixture) {
    Rule strict = whole.strict();
    List<String> with = places(strict, fixture);
    List<String> without = places(strict.without(clause), fixture);
    if (without.equals(with) && whole.usually().isPresent()) {
      with = places(whole, fixture);
      without = places(whole.without(clause), fixture);
    }
    assertThat(without)
        .as("findings without " + clause.kind() + " " + clause.label())
        .isNotEqualTo(with);
  }

  private static List<String> places(Rule rule, Fixture fixture) {
    return FixtureScan.findings(List.of(rule), fixture.scanned(), OptionalInt.of(usual(rule)))
        .stream()
        .map(f -> f.location().toString() + f.confidence())
        .sorted()
        .toList();
  }

  private static void shows(String label, Fixture fixture) {
    assertThat(fixture.markers("ok"))
        .as("a line marked // ok: " + label)
        .anyMatch(m -> m.text().equals(label));
  }
}
