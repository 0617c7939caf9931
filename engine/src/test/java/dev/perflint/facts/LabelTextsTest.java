package dev.perflint.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.StaticJavaParser;
import com.github.javaparser.ast.expr.AnnotationExpr;
import org.junit.jupiter.api.Test;

class LabelTextsTest {
  @Test
  void constantsOfTheFileAreReadAndThoseOfOthersNamedInBrackets() {
    assertThat(path("\"/orders\"")).isEqualTo("/orders");
    assertThat(path("{\"/orders\", \"/old\"}")).isEqualTo("/orders");
    assertThat(path("\"/\" + Orders.URL")).isEqualTo("/[Paths.API]/orders");
    assertThat(path("URL + (\"/\" + NEW)")).isEqualTo("[Paths.API]/orders/new");
    assertThat(path("shop.Paths.ORDERS + BASE")).isEqualTo("[Paths.ORDERS][BASE]");
    assertThat(path("LOOP")).isEmpty();
    assertThat(path("path()")).isEmpty();
  }

  @Test
  void aVerbIsNoPartOfAPath() {
    assertThat(LabelTexts.of(annotation("path = BASE, method = RequestMethod.POST"), "method"))
        .hasValue("POST");
  }

  private static String path(String written) {
    return LabelTexts.of(annotation(written), "value").orElse("");
  }

  private static AnnotationExpr annotation(String attributes) {
    String source =
        """
        class Orders {
          static final String URL = Paths.API + "/orders";
          static final String LOOP = LOOP;

          static class New {
            static final String NEW = "new";

            @Mapping(%s)
            void add() {}
          }
        }
        """;
    return StaticJavaParser.parse(source.formatted(attributes))
        .findFirst(AnnotationExpr.class)
        .orElseThrow();
  }
}
