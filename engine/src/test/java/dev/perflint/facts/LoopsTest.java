package dev.perflint.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.Sources;
import dev.perflint.source.Site;
import java.util.List;
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
}
