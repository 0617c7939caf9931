package dev.perflint.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.Sources;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a method does each time what it does for arguments that are there. */
class ArgumentGuardsTest {
  private static final String KNOWLEDGE =
      """
      library: Shop
      members:
        - {role: query, calls: "shop.api.Database#run(*)"}
      """;

  private static List<Reach.Always> always(String body) {
    String store =
        """
        package shop;
        import java.util.List;
        import shop.api.Database;
        class Store {
          private String kept;
          private boolean on;
          String load(String id, List<String> more) { %s }
        }
        """
            .formatted(body);
    return Sources.of(store).knowing(KNOWLEDGE).project().reach("Store#load", 1).get(0).always();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return null != id ? Database.run(id) : null;",
        "return (id == null) ? null : Database.run(id);",
        "return Text.isEmpty(id) || more.isEmpty() ? \"\" : Database.run(id);",
        "if (id != null) { return Database.run(id); } return null;",
        "if (id != null && !more.isEmpty()) { return Database.run(id); } else { return null; }",
        "String all = id + more; if (Text.isNotBlank(id)) { return Database.run(all); } return \"\";",
        "if (id == null) { return null; } else { return Database.run(id); }",
      })
  void itDoesWhereTheArgumentIsThere(String body) {
    assertThat(always(body)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return on ? Database.run(id) : null;",
        "return kept != null ? Database.run(id) : null;",
        "return id == null ? Database.run(id) : null;",
        "return id != null ? Database.run(id) : other(id);",
        "if (id != null || on) { return Database.run(id); } return null;",
        "if (id != null) { return Database.run(id); } return other(id);",
        "if (id != null) { if (on) { return Database.run(id); } } return null;",
        "while (on) { if (id != null) { return Database.run(id); } return null; } return null;",
        "String id2 = id; if (id2 != null) { return Database.run(id); } return null;",
      })
  void butNotWhereSomethingElseDecides(String body) {
    assertThat(always(body)).isEmpty();
  }
}
