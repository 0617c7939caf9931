package dev.perflint.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryLabelTest {
  private static final EntryLabel GET =
      EntryLabel.parse("GET {class a.RequestMapping path|value}{path|value}");

  @Test
  void placeholdersNameCarrierAnnotationAndAttributes() {
    assertThat(GET.parts())
        .containsExactly(
            new EntryLabel.Words("GET "),
            new EntryLabel.Attribute(
                EntryLabel.Carrier.CLASS,
                Optional.of("a.RequestMapping"),
                List.of("path", "value")),
            new EntryLabel.Attribute(
                EntryLabel.Carrier.METHOD, Optional.empty(), List.of("path", "value")));
    assertThat(EntryLabel.parse("{method a.Path}").parts())
        .containsExactly(
            new EntryLabel.Attribute(
                EntryLabel.Carrier.METHOD, Optional.of("a.Path"), List.of("value")));
  }

  @Test
  void methodAndClassAloneAreAttributes() {
    assertThat(EntryLabel.parse("{method} {class}").render(a -> Optional.of(a.attributes().get(0))))
        .isEqualTo("method class");
  }

  @Test
  void pathPiecesMeetInOneSlash() {
    assertThat(rendered("/api", "/prices")).isEqualTo("GET /api/prices");
    assertThat(rendered("/api/", "prices")).isEqualTo("GET /api/prices");
    assertThat(rendered("/api", "prices/{id}")).isEqualTo("GET /api/prices/{id}");
    assertThat(rendered("/", "/prices")).isEqualTo("GET /prices");
  }

  @Test
  void whatIsMissingLeavesNoTrace() {
    assertThat(rendered("", "/prices")).isEqualTo("GET /prices");
    assertThat(rendered("/api", "")).isEqualTo("GET /api");
    assertThat(GET.render(attribute -> Optional.empty())).isEqualTo("GET");
  }

  private static String rendered(String ofClass, String ofMethod) {
    return GET.render(
        attribute ->
            Optional.of(
                Map.of(EntryLabel.Carrier.CLASS, ofClass, EntryLabel.Carrier.METHOD, ofMethod)
                    .get(attribute.carrier())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET {value", "{}", "{a b}", "{class Path}", "{class a.Path x y}"})
  void otherFormsAreRefused(String text) {
    assertThatThrownBy(() -> EntryLabel.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
