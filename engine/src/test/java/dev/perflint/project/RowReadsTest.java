package dev.perflint.project;

import static dev.perflint.match.Patterns.on;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import dev.perflint.SampleRule;
import dev.perflint.Sources;
import dev.perflint.model.Finding;
import dev.perflint.rule.Rule;
import dev.perflint.types.Truth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes with each row is as hot as those who read such rows. */
class RowReadsTest {
  private static final String KNOWLEDGE =
      """
      library: Shop
      types:
        - {role: repository, names: [org.springframework.data.repository.Repository]}
      members:
        - {role: query, calls: ["lib.Session#list()", "lib.Session#one()"]}
      entry-points:
        - {kind: request, annotation: shop.api.Get, label: "GET {value}"}
      """;

  private static final Rule EAGER =
      SampleRule.flagging(on(NormalAnnotationExpr.class, (file, site) -> Truth.SURE))
          .heatOfUse("query")
          .say(match -> "It is loaded with each row.")
          .build();

  private static String way(String readers) {
    List<Finding> found =
        Sources.of(
                "package shop; class Album extends Work { @lib.Many(eager = true) Object tracks; }",
                "package shop; class Live extends Album { }",
                "package shop; class Work { }",
                "package shop; import java.util.*; import shop.api.*; interface Albums extends"
                    + " org.springframework.data.repository.Repository<Album, Long> {"
                    + " List<Album> findAll(); long count(); void save(Album album); }",
                "package shop; import java.util.*; import shop.api.*; class Reader {"
                    + " lib.Session session; Albums albums; "
                    + readers
                    + " }")
            .knowing(KNOWLEDGE)
            .with(EAGER)
            .findings();
    assertThat(found).hasSize(1);
    return found.get(0).reason().lines().get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Get(\"/a\") List<Album> all() { return session.list(); }",
        "@Get(\"/a\") Optional<Album> one() { return session.one(); }",
        "@Get(\"/a\") Album one() { return session.one(); }",
        "@Get(\"/a\") List<Live> all() { return session.list(); }",
        "@Get(\"/a\") int all() { return albums.findAll().size(); }",
        "List<Album> all() { return session.list(); } @Get(\"/a\") void f() { all(); }"
      })
  void aReadIsTold(String reader) {
    assertThat(way(reader)).startsWith("per request: GET /a → Reader.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Get(\"/a\") List<Work> all() { return session.list(); }",
        "@Get(\"/a\") int all() { session.list(); return 1; }",
        "@Get(\"/a\") long all() { return albums.count(); }",
        "@Get(\"/a\") void all(Album album) { albums.save(album); }",
        "@Get(\"/a\") List<Album> all() { return new ArrayList<>(); }"
      })
  void whatReadsNoSuchRowsDoesNotCount(String other) {
    assertThat(way(other)).startsWith("no entry point found");
  }

  @Test
  void theHottestReadIsShown() {
    assertThat(
            way(
                "List<String> ids; @Get(\"/a\") Album one() { return session.one(); }"
                    + " @Get(\"/b\") void all() { for (String id : ids) { find(); } }"
                    + " Album find() { return session.one(); }"))
        .startsWith("per request: GET /b → Reader.all → Reader.find, in a loop over ids");
  }
}
