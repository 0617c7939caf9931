package dev.perflint.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.Sources;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.rank.Heat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Constants that a caller hands over close branches, so that its way ends there. */
class ClosedWaysTest {
  private static final String KNOWLEDGE =
      """
      library: Shop
      entry-points:
        - {kind: request, annotation: shop.api.Get, label: "GET {value}"}
        - {kind: scheduled, annotation: shop.api.Timer}
      """;

  private static Merged merged(String members) {
    return Merged.of(
        Sources.of(
                "package shop; import shop.api.*; import java.util.*; class Rates { "
                    + members
                    + " void read() {} }")
            .knowing(KNOWLEDGE));
  }

  private static boolean isServed(String members) {
    return merged(members).heat("Rates.read").kind() == EntryKind.REQUEST;
  }

  /** Whether a request that hands over the constant gets to the call in the body. */
  private static boolean isReached(String parameter, String constant, String body) {
    return isServed(
        "@Get(\"/a\") void a() { load(%s); } void load(%s) { %s }"
            .formatted(constant, parameter, body));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "boolean x  # false                    # if (x) read();",
        "boolean x  # (false)                  # if (x && isOpen()) { read(); }",
        "Boolean x  # Boolean.FALSE            # if (x) { read(); }",
        "boolean x  # false                    # this.x = x; if (x) { read(); }",
        "boolean x  # true                     # if (!x) { read(); }",
        "boolean x  # true                     # if (x || isOpen()) { return; } read();",
        "boolean x  # true                     # if (x) { isOpen(); } else { read(); }",
        "boolean x  # false                    # for (String s : all()) { if (!x) { continue; } read(); }",
        "boolean x  # false                    # while (x) { read(); }",
        "boolean x  # false                    # boolean y = x && ask(() -> read());",
        "boolean x  # true                     # Object y = x ? null : ask(() -> read());",
        "int x      # 0                        # if (x > 0) { read(); }",
        "int x      # 0                        # if (0 < x) { read(); }",
        "int x      # -1                       # if (x < 0) { return; } read();",
        "int x      # 1_000                    # if (x <= 999) { read(); }",
        "long x     # 5L                       # if (x >= 6) { read(); }",
        "long x     # 5L                       # if (x == 6) { read(); }",
        "String x   # null                     # if (x != null) { read(); }",
        "String x   # (String) null            # if (x == null) { throw new Oops(); } read();",
        "String x   # \"\"                     # if (!x.isEmpty()) { read(); }",
        "String x   # null                     # if (StringUtils.isNotBlank(x)) { read(); }",
        "String x   # \"one\"                  # if (StringUtils.isBlank(x)) { read(); }",
        "String x   # \"one\"                  # if (\"all\".equals(x)) { read(); }",
        "String x   # \"all\"                  # if (!x.equals(\"all\")) { read(); }",
        "Kind x     # Kind.ONE                 # if (x == Kind.ALL) { read(); }",
        "Kind x     # Rates.Kind.ONE           # if (!(x.equals(Kind.ALL) && isOpen())) { return; } read();",
        "Kind x     # Kind.ONE                 # switch (x) { case ALL: read(); break; default: }",
        "Kind x     # Kind.ONE                 # switch (x) { case ONE: return; case ALL: read(); }",
        "Kind x     # Kind.ONE                 # switch (x) { case ALL -> { read(); } default -> { } }",
        "List<?> x  # List.of()                # for (Object o : x) { read(); }",
        "List<?> x  # Collections.emptyList()  # if (!x.isEmpty()) { read(); }",
        "Optional x # Optional.empty()         # x.ifPresent(o -> read());",
        "Optional x # Optional.empty()         # if (x.isPresent()) { read(); }",
      })
  void aConstantClosesABranch(String parameter, String constant, String body) {
    assertThat(isReached(parameter, constant, body)).isFalse();
    assertThat(isReached(parameter, "any()", body)).as("anything else").isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "boolean x  # true                     # if (x) { read(); }",
        "boolean x  # false                    # if (x || isOpen()) { read(); }",
        "boolean x  # true                     # if (x && isOpen()) { return; } read();",
        "boolean x  # false                    # if (x) { isOpen(); } read();",
        "boolean x  # false                    # x = isOpen(); if (x) { read(); }",
        "int x      # 0                        # x++; if (x > 0) { read(); }",
        "int x      # 1                        # if (x > 0) { read(); }",
        "String x   # \"all\"                  # if (x != null) { read(); }",
        "String x   # \"all\"                  # if (\"all\".equals(x)) { read(); }",
        "String x   # null                     # if (x == null) { read(); }",
        "String x   # \"0\"                    # if (x.equals(ZERO)) { read(); }",
        "Kind x     # Kind.ONE                 # switch (x) { case ONE: case ALL: read(); }",
        "Kind x     # Kind.ONE                 # switch (x) { case ONE: isOpen(); case ALL: read(); }",
        "Kind x     # Kind.ONE                 # switch (x) { case ALL: break; default: read(); }",
        "Kind x     # kind                     # if (x == Kind.ALL) { read(); }",
        "List<?> x  # List.of(1)               # for (Object o : x) { read(); }",
        "boolean x  # false                    # Runnable r = new Runnable() { void run(boolean x) { if (x) { } } }; read();",
      })
  void anotherOneDoesNot(String parameter, String constant, String body) {
    assertThat(isReached(parameter, constant, body)).isTrue();
  }

  @Test
  void theConstantGoesThroughMethodsThatOnlyHandItOn() {
    String on =
        "void load(boolean x) { more(\"a\", x); } void more(String s, boolean x) { if (x) read(); }";
    assertThat(isServed("@Get(\"/a\") void a() { load(false); } " + on)).isFalse();
    assertThat(isServed("@Get(\"/a\") void a() { load(true); } " + on)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "void load(boolean x) { if (x) { read(); } }",
        "void load(boolean x) { more(x); } void more(boolean x) { if (x) { read(); } }"
      })
  void aColderWayThatIsOpenIsTheOneThatCounts(String load) {
    Heat heat =
        merged("@Get(\"/a\") void a() { load(false); } @Timer void t() { load(true); } " + load)
            .heat("Rates.read");
    assertThat(heat.kind()).isEqualTo(EntryKind.SCHEDULED);
  }

  @Test
  void ofTwoCallsTheOneThatIsOpenIsOnTheWay() {
    Heat heat =
        merged(
                "List<String> all; @Get(\"/a\") void a() { for (String s : all) { load(false); } load(true); }"
                    + " void load(boolean x) { if (x) { read(); } }")
            .heat("Rates.read");
    assertThat(heat.kind()).isEqualTo(EntryKind.REQUEST);
    assertThat(heat.loops()).isEmpty();
  }

  @Test
  void whatIsNotClosedIsAsHotAsEver() {
    Heat heat =
        merged(
                "@Get(\"/a\") void a() { load(false); } @Timer void t() { load(true); }"
                    + " void load(boolean x) { if (x) { } else { } read(); }")
            .heat("Rates.read");
    assertThat(heat.kind()).isEqualTo(EntryKind.REQUEST);
  }
}
