package dev.perflint.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import dev.perflint.Sources;
import dev.perflint.source.Site;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class VariableTest {
  @Test
  void aNameMeansWhatTheNearestDeclarationSays() {
    FileContext file =
        Sources.of(
                """
                package shop;
                class A extends Base {
                  private String text = "";
                  void f(String given, Object o) {
                    probe(text); // FIELD 3
                    probe(this.text); // FIELD 3
                    probe((text)); // FIELD 3
                    probe(given); // PARAMETER 4
                    probe(inherited); // -
                    probe(other.text); // -
                    probe(A.this.text); // -
                    int text = 1;
                    probe(text); // LOCAL 12
                    probe(this.text); // FIELD 3
                    for (String each : list) { probe(each); } // PARAMETER 15
                    list.forEach(one -> { probe(one); }); // PARAMETER 16
                    if (o instanceof String s) { probe(s); } // LOCAL 17
                    new Object() { int given; void g() { probe(given); } }; // FIELD 18
                    new Object() { void g() { probe(this.text); } }; // -
                  }
                }
                """)
            .file();
    TreeMap<Integer, String> wanted = new TreeMap<>();
    TreeMap<Integer, String> found = new TreeMap<>();
    for (Site site : file.unit().sites().of(MethodCallExpr.class)) {
      MethodCallExpr call = site.as(MethodCallExpr.class);
      if (call.getNameAsString().equals("probe")) {
        int number = call.getBegin().orElseThrow().line;
        String line = file.unit().source().line(number);
        wanted.put(number, line.substring(line.indexOf("// ") + 3));
        found.put(
            number,
            Variable.meantBy(call.getArgument(0), site.scope())
                .map(v -> v.kind() + " " + v.declaration().getBegin().orElseThrow().line)
                .orElse("-"));
      }
    }
    assertThat(found).isEqualTo(wanted).hasSize(14);
  }

  @Test
  void theReceiverOfAMethodReferenceIsAVariableToo() {
    FileContext file =
        Sources.of(
                "package shop; import java.util.*; class A { void f(List<String> all) {"
                    + " g(all::contains); g(String::trim); } }")
            .file();
    assertThat(
            file.unit().sites().of(MethodReferenceExpr.class).stream()
                .map(
                    site ->
                        Variable.meantBy(
                                site.as(MethodReferenceExpr.class).getScope(), site.scope())
                            .map(Variable::name)
                            .orElse("-")))
        .containsExactly("all", "-");
  }
}
