package dev.perflint.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import dev.perflint.Sources;
import dev.perflint.source.Site;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnnotationsTest {
  private static Optional<AnnotationExpr> find(String imports, String annotation) {
    FileContext file =
        Sources.of("package shop; " + imports + " class A { " + annotation + " void f() {} }")
            .file();
    Site site = file.unit().sites().of(MethodDeclaration.class).get(0);
    return Annotations.find(
        site.as(MethodDeclaration.class), List.of("web.Get"), file.names(), site.frame());
  }

  @Test
  void anAnnotationIsMeantByImportOrQualifiedName() {
    assertThat(find("import web.Get;", "@Get")).isPresent();
    assertThat(find("import web.*;", "@Get")).isPresent();
    assertThat(find("", "@web.Get(\"/a\")")).isPresent();
    assertThat(find("import other.Get;", "@Get")).isEmpty();
    assertThat(find("", "@Get")).isEmpty();
    assertThat(find("import web.Get;", "@other.Get")).isEmpty();
    assertThat(find("import web.et;", "@et")).isEmpty();
  }

  @Test
  void textsAreReadWhateverTheForm() {
    assertThat(text("@Get(\"/a\")")).contains("/a");
    assertThat(text("@Get(value = \"/a\")")).contains("/a");
    assertThat(text("@Get({\"/a\", \"/b\"})")).contains("/a");
    assertThat(text("@Get(Paths.HOME)")).contains("HOME");
    assertThat(text("@Get(path = \"/a\")")).isEmpty();
    assertThat(text("@Get")).isEmpty();
    assertThat(text("@Get({})")).isEmpty();
  }

  private static Optional<String> text(String annotation) {
    return find("import web.Get;", annotation).flatMap(found -> Annotations.text(found, "value"));
  }
}
