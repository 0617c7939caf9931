package dev.perflint.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.Sources;
import dev.perflint.source.Site;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "for (int i = 0; i < all.size(); i++) | true",
        "for (int i = all.size() - 1; i >= 0; i--) | true",
        "for (int b = in.read(); b >= 0; b = in.read()) | true",
        "for (int b = in.read(); b > 0; b = in.read()) | true",
        "for (int i = 0; i < 4; i++) | false",
        "for (int i = 3; i >= 0; i--) | false",
        "for (int i = 0; i < 8; i += 2) | false",
        "for (int i = 0; i < FEW; i++) | false",
        "for (String s : all) | true",
        "while (in.read() >= 0) | true"
      })
  void onlyConstantRoundsAreFew(String head, boolean often) {
    FileContext file =
        Sources.of(
                """
                package shop;
                import java.util.List;
                class A {
                  static final int FEW = 5;
                  void f(List<String> all, java.io.InputStream in, A a) throws Exception {
                    %s { a.g(); }
                  }
                  void g() {}
                }
                """
                    .formatted(head))
            .file();
    Site call = Sources.call("g", file);
    List<Loop> loops = file.loops().repeating(call);
    assertThat(!loops.isEmpty()).isEqualTo(often);
  }

  private static List<Loop> aroundG(String each) {
    FileContext file =
        Sources.of(
                """
                package shop;
                import java.util.List;
                import java.util.function.Consumer;
                class A {
                  void f(List<String> all, A a) { each(all, s -> a.g()); }
                  %s
                  void g() {}
                }
                """
                    .formatted(each))
            .file();
    return file.loops().repeating(Sources.call("g", file));
  }

  @Test
  void aPrivateMethodThatRunsItsFunctionForEachIsALoop() {
    assertThat(
            aroundG(
                "private void each(List<String> of, Consumer<String> run)"
                    + " { for (String s : of) { run.accept(s); } }"))
        .extracting(Loop::text)
        .containsExactly("`each` over all");
  }

  @Test
  void oneThatRunsItOnceOrBesideTheLoopIsNone() {
    assertThat(
            aroundG(
                "private void each(List<String> of, Consumer<String> run) { run.accept(of.get(0)); }"))
        .isEmpty();
    assertThat(
            aroundG(
                "private void each(List<String> of, Consumer<String> run)"
                    + " { for (String s : of) { g(); } run.accept(\"\"); }"))
        .isEmpty();
    assertThat(
            aroundG(
                "void each(List<String> of, Consumer<String> run)"
                    + " { for (String s : of) { run.accept(s); } }"))
        .as("a subclass may do otherwise")
        .isEmpty();
  }

  @Test
  void oneThatHandsItToOtherThreadsIsNone() {
    String each =
        "private void each(List<String> of, Consumer<String> run)"
            + " { for (String s : of) { java.util.concurrent.CompletableFuture.%s(() -> run.accept(s)); } }";
    assertThat(aroundG(each.formatted("runAsync"))).isEmpty();
    assertThat(aroundG(each.formatted("completedFuture"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "for (String s : all) { a.g(); } | true",
        "for (String s : all) { a.g(); if (s.isEmpty()) return; } | true",
        "for (String s : all) { if (s.isEmpty()) { a.g(); return; } } | false",
        "for (String s : all) { if (s.isEmpty()) { a.g(); break; } } | false",
        "for (String s : all) { if (s.isEmpty()) { a.g(); if (x) return; else return; } } | false",
        "for (String s : all) { if (s.isEmpty()) { a.g(); if (x) return; else f(all, a, x); } } | true",
        "for (String s : all) { if (x) { a.g(); try { f(all, a, x); return; } catch (Exception e) { return; } } } | false",
        "for (String s : all) { if (x) { a.g(); try { f(all, a, x); return; } catch (Exception e) { x = true; } } } | true",
        "for (String s : all) { all.forEach(t -> { a.g(); return; }); } | true",
        "do { a.g(); if (x) break; f(all, a, x); } while (false); | false",
        "do { a.g(); } while (x); | true",
      })
  void whatEndsWithThePlaceRunsItOnce(String body, boolean often) {
    FileContext file =
        Sources.of(
                """
                package shop;
                import java.util.List;
                class A {
                  void f(List<String> all, A a, boolean x) { %s }
                  void g() {}
                }
                """
                    .formatted(body))
            .file();
    Site call = Sources.call("g", file);
    assertThat(!file.loops().goingOn(call).isEmpty()).isEqualTo(often);
    assertThat(SurroundingsReader.of(file).of(call).loops().isEmpty()).isNotEqualTo(often);
  }
}
