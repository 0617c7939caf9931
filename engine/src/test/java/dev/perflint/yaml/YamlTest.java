package dev.perflint.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perflint.words.Nearest;
import dev.perflint.yaml.YamlNode.Keys;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTest {
  @Test
  void readsTextsListsAndMappingsWithTheirLines() {
    Keys keys =
        Yaml.read(
            "f.yml",
            """
            # a comment
            name: OkHttp
            one: alone
            some:
              - a
              - "b: c"
            entries:
              - role: x
                n: 3
            """);
    assertThat(keys.text("name")).contains("OkHttp");
    assertThat(keys.text("other")).isEmpty();
    assertThat(keys.texts("one")).containsExactly("alone");
    assertThat(keys.texts("some")).containsExactly("a", "b: c");
    assertThat(keys.texts("other")).isEmpty();
    Keys entry = keys.mappings("entries").get(0);
    assertThat(entry.required("n")).isEqualTo("3");
    assertThat(entry.place()).hasToString("f.yml:8:5");
  }

  @Test
  void anEmptyFileHasNoKeys() {
    assertThat(Yaml.read("f.yml", "").values()).isEmpty();
    assertThat(Yaml.read("f.yml", "# nothing\n").values()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: 1\\n- b | f.yml:2:1: ",
        "a: 1\\nb: 2\\na: 3 | f.yml:3:1: `a` stands here twice",
        "a: &x 1\\nb: *x | f.yml:2:4: aliases (*name) are not supported; write the value out",
        "- a | f.yml:1:1: expected keys and values",
        "a: 1\\n---\\nb: 2 | f.yml:2:1: one document a file, please",
        "a: 1\\n? [b]\\n: c | f.yml:2:3: a key must be a word",
        "a: 'open | f.yml:1: ",
      })
  void complainsWithThePlace(String text, String message) {
    assertThatThrownBy(() -> Yaml.read("f.yml", text.replace("\\n", "\n")))
        .isInstanceOf(YamlException.class)
        .hasMessageStartingWith(message.stripTrailing());
  }

  @Test
  void controlCharactersAndDeepNestingAreComplaints() {
    assertThatThrownBy(() -> Yaml.read("f.yml", "a: \u0000"))
        .isInstanceOf(YamlException.class)
        .hasMessageStartingWith("f.yml:1:1: ");
    assertThatThrownBy(() -> Yaml.read("f.yml", "a: " + "[".repeat(20_000)))
        .isInstanceOf(YamlException.class);
  }

  @Test
  void aValueOfTheWrongShapeIsAComplaintAboutItsKey() {
    Keys keys = Yaml.read("f.yml", "a: [x]\nb: y\nc:\n");
    assertThatThrownBy(() -> keys.text("a")).hasMessage("f.yml:1:4: `a` wants a text");
    assertThatThrownBy(() -> keys.mappings("b")).hasMessage("f.yml:2:4: `b` wants keys and values");
    assertThatThrownBy(() -> keys.text("c")).hasMessage("f.yml:3:3: `c` wants a text");
    assertThatThrownBy(() -> keys.required("d")).hasMessage("f.yml:1:1: `d` is missing");
  }

  @Test
  void anUnknownKeySuggestsTheNearest() {
    Keys keys = Yaml.read("f.yml", "role: x\nthread-save: true\n");
    List<String> known = List.of("role", "thread-safe");
    assertThatThrownBy(() -> keys.allow(known))
        .hasMessage("f.yml:2:1: unknown key `thread-save`; did you mean thread-safe?");
    assertThatThrownBy(() -> Yaml.read("f.yml", "zzz: 1").allow(known))
        .hasMessage("f.yml:1:1: unknown key `zzz`");
  }

  @ParameterizedTest
  @CsvSource({"fetsh,fetch", "fetch,fetch", "fethc,fetch", "x,''", "batches,batch"})
  void theNearestWordIsTwoEditsOrAThirdAway(String word, String near) {
    assertThat(Nearest.to(word, List.of("fetch", "batch", "query")).orElse("")).isEqualTo(near);
  }
}
