package dev.perflint.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainYamlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: b",
        "a: b\n\n# comment: x\n\nc-d: \"e: f # g\"\n",
        "a: [b, \"c, d\", e]\nf: [g]",
        "a:\n  - b c\n  - \"d\"\n  # comment\n  - e#f(*)\ng: h",
        "a:\n  - b: c\n    d: [e]\n    f:\n      - g\n  - b: h\n",
        "a:\n    b:\n        c: d\ne:\nf: 3 ms, 1 to 10 µs"
      })
  void readsPlainYamlAsTheGeneralReaderDoes(String text) {
    assertThat(PlainYaml.read("f.yml", text)).contains(Yaml.read("f.yml", text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "- a",
        "a:\n- b\n",
        "a: 'b'",
        "a: \"b\\n\"",
        "a: \"b\" c",
        "a: |\n  b",
        "a: > b",
        "a: &b c",
        "a: *b",
        "a: !!str b",
        "a: {b: c}",
        "a: [b, [c]]",
        "a: [b,\n  c]",
        "a: [b, c",
        "a: [b] c",
        "a: []",
        "a: b\n  c",
        "a: b # c",
        "a: b: c",
        "a: b ",
        "a:\tb",
        "\ta: b",
        "a: b\nc: d\na: e",
        "a:\n  - b\n c: d",
        "a:\n  - b\n  c: d",
        "a:\n   b: c\n  d: e",
        "---\na: b",
        "a: b\n...\n",
        "? a\n: b",
        "a b: c",
        "a: -",
        "a: - b",
        "a:  b",
        "a: b\r\n",
        "a: \u0085b",
        "a: \u2028b"
      })
  void givesUpOnAllElse(String text) {
    assertThat(PlainYaml.read("f.yml", text)).isEmpty();
  }

  @Test
  void whatIsNotPlainIsReadOrRefusedByTheGeneralReader() {
    assertThat(Yaml.readOwn("f.yml", "a: 'b'").text("a")).contains("b");
    assertThatThrownBy(() -> Yaml.readOwn("f.yml", "a: b\na: c"))
        .hasMessage("f.yml:2:1: `a` stands here twice");
  }
}
