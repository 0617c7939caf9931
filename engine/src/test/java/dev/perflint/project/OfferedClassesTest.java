package dev.perflint.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.Sources;
import dev.perflint.knowledge.EntryKind;
import org.junit.jupiter.api.Test;

/** An annotation on a class whose public methods others call. */
class OfferedClassesTest {
  private static final String KNOWLEDGE =
      """
      library: Remote services
      entry-points:
        - {kind: request, annotation: remote.Service, methods: ["*"], label: "call of a service"}
      """;

  private static final String TYPE =
      """
      package shop;
      import remote.Service;
      %s class Prices {
        public String price(String sku) { return read(); }
        String internal() { return read(); }
        private String read() { return ""; }
        public static String format(String price) { return price; }
      }
      """;

  private static boolean isAsked(String annotation, String method) {
    Sources sources = Sources.of(TYPE.formatted(annotation)).knowing(KNOWLEDGE);
    Project project = sources.project();
    return project
        .reach("shop.Prices#" + method, 1)
        .get(0)
        .entries()
        .containsKey(EntryKind.REQUEST);
  }

  @Test
  void offersItsPublicMethodsAndWhatTheyLeadTo() {
    assertThat(isAsked("@Service", "price")).isTrue();
    assertThat(isAsked("@Service(name = \"prices\")", "read")).isTrue();
    assertThat(isAsked("@Service", "internal")).isFalse();
    assertThat(isAsked("@Service", "format")).isFalse();
  }

  @Test
  void withAnotherAnnotationOffersNothing() {
    assertThat(isAsked("@org.springframework.stereotype.Service", "price")).isFalse();
    assertThat(isAsked("@Deprecated", "price")).isFalse();
    assertThat(isAsked("", "price")).isFalse();
  }
}
