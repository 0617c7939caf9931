package dev.perflint.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.Sources;
import dev.perflint.types.Truth;
import org.junit.jupiter.api.Test;

class SharedObjectsTest {
  private static final String KNOWLEDGE =
      """
      library: test
      artifacts: ["jdk:17"]
      annotations:
        - role: shared
          names: [web.Service]
      types:
        - role: shared
          names: [web.Servlet]
      """;

  private static Truth shared(String type) {
    FileContext file =
        Sources.of(
                "package shop; import web.Service; import web.Servlet; import web.Scope; " + type)
            .knowing(KNOWLEDGE)
            .file();
    return SharedObjects.isShared(file, file.unit().sites().types().get(0).frame());
  }

  @Test
  void aBeanIsSharedUnlessItHasAScope() {
    assertThat(shared("@Service class Prices {}")).isEqualTo(Truth.SURE);
    assertThat(shared("@Service @Scope(\"prototype\") class Prices {}")).isEqualTo(Truth.NO);
    assertThat(shared("class Prices {}")).isEqualTo(Truth.NO);
    assertThat(shared("@other.Service class Prices {}")).isEqualTo(Truth.NO);
  }

  @Test
  void aSubtypeOfASharedTypeIsShared() {
    assertThat(shared("class Prices extends Servlet {}").mayBeReported()).isTrue();
    assertThat(shared("class Prices extends Thread {}")).isEqualTo(Truth.NO);
  }

  @Test
  void anEnumIsShared() {
    assertThat(shared("enum Prices { ALL }")).isEqualTo(Truth.SURE);
    assertThat(shared("record Prices(int all) {}")).isEqualTo(Truth.NO);
  }

  @Test
  void aClassThatKeepsAnObjectOfItselfIsShared() {
    assertThat(shared("class Prices { private static final Prices ALL = new Prices(); }"))
        .isEqualTo(Truth.SURE);
    assertThat(
            shared(
                "class Prices { static class Holder { static final Prices ALL = new Prices(); } }"))
        .isEqualTo(Truth.SURE);
    assertThat(
            shared(
                "class Prices { static Prices all; static Prices get() { all = new Prices(); return all; } }"))
        .isEqualTo(Truth.SURE);
    assertThat(shared("class Prices { Prices next = new Prices(); }")).isEqualTo(Truth.NO);
    assertThat(shared("class Prices { static Prices all; }")).isEqualTo(Truth.NO);
  }
}
