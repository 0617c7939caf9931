package dev.perflint.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.Sources;
import dev.perflint.source.Site;
import org.junit.jupiter.api.Test;

class ServicesTest {
  private static boolean asked(String body) {
    FileContext file =
        Sources.of(
                "package shop; import java.util.List; import java.util.Map; class A extends Base {"
                    + " Store store; Map<String, String> names; static final Store SHARED = null;"
                    + " void f(List<String> list, Store given) { for (String s : list) { probe(s); "
                    + body
                    + " } } void probe(Object o) {} }")
            .file();
    Site probe = Sources.call("probe", file);
    return Services.areAskedBy(file.loops().around(probe).get(0), file, probe);
  }

  @Test
  void anObjectInAFieldIsAService() {
    assertThat(asked("store.load(s);")).isTrue();
    assertThat(asked("this.store.load(s);")).isTrue();
    assertThat(asked("SHARED.load(s);")).isTrue();
    assertThat(asked("inherited.load(s);")).isTrue();
  }

  @Test
  void whatTheJdkHoldsOrThePassHasIsNone() {
    assertThat(asked("names.get(s);")).isFalse();
    assertThat(asked("s.concat(s);")).isFalse();
    assertThat(asked("given.load(s);")).isFalse();
    assertThat(asked("Store own = given; own.load(s);")).isFalse();
    assertThat(asked("store.size();")).isFalse();
    assertThat(asked("Strings.join(s);")).isFalse();
  }
}
