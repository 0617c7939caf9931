package dev.perflint.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.Sources;
import dev.perflint.model.Certainty;
import dev.perflint.source.Site;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import org.junit.jupiter.api.Test;

class RowsTest {
  /** Whether what is handed to {@code probe} holds rows, if every project method queries. */
  private static boolean rows(String members, String body) {
    return rows(members, body, true);
  }

  private static boolean rows(String members, String body, boolean ofWholeTables) {
    FileContext file =
        Sources.of(
                "package shop; import java.util.List; import java.util.ArrayList; import java.nio.file.Files; import java.nio.file.Path; "
                    + "import java.sql.ResultSet; import java.util.stream.Collectors; class A { "
                    + members
                    + " void f(List<String> given, ResultSet set, Path path, Store store) { "
                    + body
                    + " } void probe(Object o) {} }")
            .file();
    Site probe = Sources.call("probe", file);
    Rows of = ofWholeTables ? Rows.of(file) : Rows.chosen(file);
    Truth truth = of.in(probe.as(MethodCallExpr.class).getArgument(0), probe);
    return truth.answered(
            question ->
                question instanceof Question.Does does
                        && does.toString().contains("shop.Store")
                        && does.toString().contains("load")
                    ? Certainty.LIKELY
                    : Certainty.NO)
        != Certainty.NO;
  }

  private static boolean rows(String body) {
    return rows("", body);
  }

  @Test
  void linesOfAFileAndResultsOfQueriesAreRows() {
    assertThat(rows("probe(Files.readAllLines(path));")).isTrue();
    assertThat(rows("probe(store.load(1));")).isTrue();
    assertThat(rows("probe(store.settings());")).isFalse();
    assertThat(rows("probe(given);")).isFalse();
    assertThat(rows("probe(\"a\\nb\".lines().toList());")).isFalse();
  }

  @Test
  void localsCopiesAndChainsPassThemOn() {
    assertThat(rows("List<String> all = Files.readAllLines(path); probe(all);")).isTrue();
    assertThat(rows("List<String> all; all = (List<String>) (store.load(1)); probe(all);"))
        .isTrue();
    assertThat(rows("probe(new ArrayList<>(Files.readAllLines(path)));")).isTrue();
    assertThat(rows("probe(List.copyOf(store.load(1)));")).isTrue();
    assertThat(rows("List<String> l = store.load(1); probe(List.copyOf(l));")).isTrue();
    assertThat(rows("probe(Files.lines(path).map(l -> l.trim()).collect(Collectors.toList()));"))
        .isTrue();
    assertThat(rows("probe(Files.lines(path).collect(Collectors.joining()));")).isFalse();
    assertThat(rows("probe(Files.lines(path).limit(3).toList());")).isFalse();
    assertThat(rows("probe(new ArrayList<>(given));")).isFalse();
  }

  @Test
  void loopsOverRowsFillAList() {
    String filled = "List<String> all = new ArrayList<>(); ";
    assertThat(rows(filled + "while (set.next()) { all.add(set.getString(1)); } probe(all);"))
        .isTrue();
    assertThat(rows(filled + "for (String l : store.load(1)) { all.add(l); } probe(all);"))
        .isTrue();
    assertThat(rows(filled + "all.addAll(Files.readAllLines(path)); probe(all);")).isTrue();
    assertThat(rows(filled + "for (String s : given) { all.add(s); } probe(all);")).isFalse();
    assertThat(rows(filled + "while (set.next()) { return; } all.add(\"a\"); probe(all);"))
        .isFalse();
  }

  @Test
  void aPageHasThem() {
    assertThat(rows("probe(store.load(1).getContent());")).isTrue();
    assertThat(rows("probe(given.getContent());")).isFalse();
  }

  @Test
  void aPrivateMethodIsHandedThem() {
    String call = "g(1, store.load(1)); ";
    String before = "private void g(int n, List<String> l) { probe(l); } void h(Store store) { ";
    assertThat(rows(before + call + "}", "")).isTrue();
    assertThat(rows(before + "g(1, List.of()); }", "")).isFalse();
    assertThat(rows(before.replace("private ", "") + call + "}", ""))
        .as("others may call it with anything")
        .isFalse();
  }

  @Test
  void whatIsReadWithoutAConditionIsNotChosen() {
    assertThat(rows("", "probe(store.loadAll());", true)).isTrue();
    assertThat(rows("", "probe(store.loadAll());", false)).isFalse();
    assertThat(rows("", "probe(store.load(1));", false)).isTrue();
  }

  @Test
  void aPrivateMethodReturnsThem() {
    assertThat(
            rows(
                "private List<String> g(Path p) { return Files.readAllLines(p); }",
                "probe(g(path));"))
        .isTrue();
    assertThat(rows("private List<String> g() { return List.of(); }", "probe(g());")).isFalse();
    assertThat(rows("private List<String> g() { return g(); }", "probe(g());")).isFalse();
  }
}
