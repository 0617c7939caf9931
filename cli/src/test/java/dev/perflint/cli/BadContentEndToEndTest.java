package dev.perflint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.source.BadInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that broke other tools, each beside a good one. */
@Timeout(60)
class BadContentEndToEndTest {
  /** Where code is lost, the kind of the notice; for all other inputs nothing may be lost. */
  private static final Map<String, String> LOSSES =
      Map.of(
          "Broken.java", "partly-parsed-file",
          "ManyBroken.java", "partly-parsed-file",
          "Unbalanced.java", "unparsable-file",
          "Conflict.java", "unparsable-file",
          "Nul.java", "unparsable-file",
          "Random.java", "unparsable-file");

  private static final Set<String> NOT_UTF_8 =
      Set.of("Random.java", "Latin.java", "Utf16.java", "Utf16NoBom.java");

  @TempDir private Path folder;

  @BeforeEach
  void aGoodFile() throws IOException {
    GoodFile.in(folder);
  }

  static Stream<Arguments> inputs() {
    return BadInputs.files().entrySet().stream()
        .map(input -> Arguments.of(input.getKey(), input.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inputs")
  void aBadFileIsSaidAndHarmsNoOther(String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);

    EndToEnd scan = EndToEnd.scan(folder, "--strict", "--fail-on=p2").assertWellFormed();

    GoodFile.assertIntact(scan);
    String loss = LOSSES.get(name);
    assertThat(scan.code()).isEqualTo(loss == null ? 1 : 3);
    assertThat(scan.notices().contains("information " + name)).isEqualTo(NOT_UTF_8.contains(name));
    if (loss == null) {
      assertThat(scan.notices()).allMatch(notice -> notice.startsWith("information "));
    } else {
      assertThat(scan.notices()).contains(loss + " " + name);
      assertThat(scan.text()).contains(name).contains("1 file not or only partly analysed");
      assertThat(scan.compact()).contains("\n" + name + ":").contains(": notice " + loss + " ");
      assertThat(scan.sarifRun().path("invocations").toString()).contains(name, loss);
      assertThat(EndToEnd.run(folder, "scan", "--fail-on=p2").code()).isEqualTo(1);
      assertThat(EndToEnd.run(folder, "scan").code()).isZero();
    }
  }

  @Test
  void allBadFilesTogetherHarmNoneEither() throws IOException {
    for (var input : BadInputs.files().entrySet()) {
      if (input.getValue().length < 50_000) {
        Files.write(folder.resolve(input.getKey()), input.getValue());
      }
    }
    EndToEnd one = EndToEnd.scan(folder, "--jobs=1").assertWellFormed();
    EndToEnd eight = EndToEnd.scan(folder, "--jobs=8");
    GoodFile.assertIntact(one);
    assertThat(one.notices()).containsAll(LOSSES.keySet().stream().map(this::loss).toList());
    assertThat(eight.json()).isEqualTo(one.json());
    assertThat(eight.sarif()).isEqualTo(one.sarif());
  }

  private String loss(String name) {
    return LOSSES.get(name) + " " + name;
  }

  @Test
  void whatIsLeftOfABrokenFileIsAnalysed() throws IOException {
    String broken =
        GoodFile.named("Broken")
            .replaceFirst("\\}\\s*$", "  void bad() {\n    int x = 1 + ;\n  }\n}\n");
    Files.writeString(folder.resolve("Broken.java"), broken);

    EndToEnd scan = EndToEnd.scan(folder).assertWellFormed();

    assertThat(scan.findings())
        .containsExactly("http-client-per-call Broken.java:9", GoodFile.FINDING);
    assertThat(scan.notices()).containsExactly("partly-parsed-file Broken.java");
  }

  @Test
  void escapesInReportedCodeReachNoTerminalAndNoPage() throws IOException {
    String hostile =
        GoodFile.named("Hostile")
            .replace(
                "newHttpClient();", "newHttpClient(); // \u001b[31m\u009b1m\u202e</script><b>");
    Files.writeString(folder.resolve("Hostile.java"), hostile);

    EndToEnd scan = EndToEnd.scan(folder, "--color=never").assertWellFormed();

    assertThat(scan.findings()).contains("http-client-per-call Hostile.java:9");
    assertThat(scan.text()).contains("\\u001b[31m\\u009b1m\\u202e</script><b>");
    // A reader of the JSON gets back what the file holds.
    assertThat(scan.jsonTree().path("findings").toString()).contains("\u009b1m\u202e</script><b>");
  }

  /** Types that lead back to themselves, over one file or several. */
  static Stream<Map<String, String>> cycles() {
    String use = "{ void f() { for (;;) { g(); x.h(); this.q().r(); super.s(); } } }";
    return Stream.of(
        Map.of("Self.java", "class Self extends Self " + use),
        Map.of("A.java", "class A extends B " + use, "B.java", "class B extends A " + use),
        Map.of(
            "A.java", "interface A extends B, C { default void f() { g(); h().g(); } }",
            "B.java", "interface B extends C { A h(); }",
            "C.java", "interface C extends A { void g(); }"),
        Map.of(
            "T.java",
            "class T<T extends Comparable<T>> extends T<T<T>> implements Comparable<T<T>> " + use),
        Map.of(
            "Outer.java",
            "class Outer extends Other.Inner { class Inner extends Outer { Inner i; } }",
            "Other.java",
            "class Other extends Outer.Inner { class Inner extends Other " + use + " }"),
        Map.of(
            "V.java",
            "class V { V v = this.v.v; int a = b; int b = a; void f() { var x = y; var y = x.z(); y.w(); } }"),
        Map.of(
            "P.java", "class P { void f() { for (var o : all) new Q().g(); } }",
            "Q.java", "class Q { void g() { new P().f(); h(); } void h() { g(); } }"),
        Map.of(
            "Repo.java", "interface Repo extends Repo, More<Repo> {}",
            "More.java", "interface More<T extends More<T>> extends Repo, Iterable<T> {}",
            "Use.java",
                "class Use { Repo repo; void f() { for (Repo r : repo) repo.findAll(r); } }"));
  }

  @ParameterizedTest
  @MethodSource("cycles")
  void cyclicTypesEnd(Map<String, String> files) throws IOException {
    for (var file : new TreeMap<>(files).entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    EndToEnd scan = EndToEnd.scan(folder, "--strict", "--fail-on=p2").assertWellFormed();
    GoodFile.assertIntact(scan);
    assertThat(scan.notices()).isEmpty();
    assertThat(scan.code()).isEqualTo(1);
  }

  /** Deep or long code that is valid, in places where types are worked out. */
  static Stream<Arguments> large() {
    return Stream.of(
        Arguments.of("chain", "void f(Other a) { for (;;) a" + ".b()".repeat(5_000) + ".c(); }"),
        Arguments.of(
            "known", "Object f(StringBuilder a) { return a" + ".append(1)".repeat(5_000) + "; }"),
        Arguments.of("names", "Object o = A" + ".B".repeat(5_000) + ".c();"),
        Arguments.of("calls", methods("  void m%1$d() {\n    m1%1$d();\n  }\n", 10_000)),
        Arguments.of(
            "links",
            "Large k;" + methods("  Large m%1$d() { return k.m1%1$d().m%1$d(); }\n", 3_000)),
        Arguments.of(
            "locals",
            "void f() {"
                + methods("String v%1$d = \"a\".trim(); v%1$d.split(\"[a]\");\n", 3_000)
                + "}"),
        Arguments.of(
            "types",
            "java.util.List<".repeat(500) + "String" + ">".repeat(500) + " f() { return f(); }"),
        Arguments.of("arrays", "int" + "[]".repeat(3_000) + " f() { return f(); }"),
        Arguments.of("lambdas", "Object o = " + "() -> ".repeat(2_000) + "1;"),
        Arguments.of(
            "arguments", "Object o = " + "f(".repeat(3_000) + "1" + ")".repeat(3_000) + ";"),
        Arguments.of(
            "branches", "void f(int x) { " + "if (x == 1) f(1); else ".repeat(3_000) + "f(2); }"),
        Arguments.of("casts", "Object f(Object x) { return " + "(Object) ".repeat(2_000) + "x; }"),
        Arguments.of(
            "loops", "void f() { " + "for (;;) {".repeat(500) + "g();" + "}".repeat(500) + " }"),
        Arguments.of(
            "terms", "boolean f(int x) { return " + "x == 1 || ".repeat(20_000) + "x == 2; }"));
  }

  private static String methods(String pattern, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(pattern.formatted(i));
    }
    return text.toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("large")
  @Timeout(20)
  void deepAndLongCodeIsAnalysedInTime(String name, String members) throws IOException {
    Files.writeString(folder.resolve("Large.java"), "class Large {\n" + members + "\n}\n");
    EndToEnd scan = EndToEnd.scan(folder, "--strict", "--fail-on=p2");
    GoodFile.assertIntact(scan);
    assertThat(scan.notices()).isEmpty();
    assertThat(scan.code()).isEqualTo(1);
  }

  @Test
  void nestingThatNoStackHoldsIsANotice() throws IOException {
    Files.writeString(
        folder.resolve("Deep.java"), "class Deep { int x = " + "!".repeat(300_000) + "1; }");

    EndToEnd scan = EndToEnd.scan(folder, "--fail-on=p2");

    GoodFile.assertIntact(scan);
    assertThat(scan.code()).isEqualTo(1);
    assertThat(scan.notices()).isSubsetOf("unparsable-file Deep.java");
  }
}
