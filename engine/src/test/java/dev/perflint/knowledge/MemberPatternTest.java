package dev.perflint.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberPatternTest {
  @Test
  void readsMethodsOfNestedTypesWithAnyParameters() {
    MemberPattern pattern = MemberPattern.parse("okhttp3.OkHttpClient.Builder#build(*)");
    assertThat(pattern.type()).isEqualTo("okhttp3.OkHttpClient.Builder");
    assertThat(pattern.name()).isEqualTo("build");
    assertThat(pattern.parameters()).isEmpty();
    assertThat(pattern.isConstructor()).isFalse();
    assertThat(pattern.accepts(0)).isTrue();
    assertThat(pattern.accepts(7)).isTrue();
  }

  @Test
  void noParametersDifferFromAnyParameters() {
    MemberPattern pattern = MemberPattern.parse("java.util.concurrent.Future#get()");
    assertThat(pattern.parameters()).contains(List.of());
    assertThat(pattern.accepts(0)).isTrue();
    assertThat(pattern.accepts(2)).isFalse();
  }

  @Test
  void parametersAreSimpleOrQualifiedTypesAndArrays() {
    MemberPattern pattern = MemberPattern.parse("a.B#c(String, java.util.Map.Entry,int[], T...)");
    assertThat(pattern.parameters())
        .contains(List.of("String", "java.util.Map.Entry", "int[]", "T..."));
    assertThat(pattern.isVarargs()).isTrue();
    assertThat(pattern.accepts(2)).isFalse();
    assertThat(pattern.accepts(3)).isTrue();
    assertThat(pattern.accepts(9)).isTrue();
  }

  @Test
  void constructorsAreCalledNew() {
    MemberPattern pattern = MemberPattern.parse("java.util.Map.Entry#new(*)");
    assertThat(pattern.isConstructor()).isTrue();
    assertThat(pattern.simpleTypeName()).isEqualTo("Entry");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.B#c(*)", "a.B#c()", "a.B.C#new(int, String...)"})
  void isWrittenAsItIsRead(String text) {
    assertThat(MemberPattern.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a.B",
        "a.B#c",
        "a.B.c()",
        "B#c()",
        "a.B#()",
        "a.B#c(",
        "a.B#c)",
        "a..B#c()",
        "a.B#c(int,)",
        "a.B#c(*, int)",
        "a.B#c(List<String>)",
        "a.B#c(int..., int)",
        "a.B#c() ",
        "a.B#c d()"
      })
  void otherFormsAreRefused(String text) {
    assertThatThrownBy(() -> MemberPattern.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("pkg.Type#name(");
  }
}
