package dev.perflint.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.Sources;
import dev.perflint.source.Site;
import org.junit.jupiter.api.Test;

class LiteralsTest {
  @Test
  void constantsAreTextsThatTheFileShows() {
    FileContext file =
        Sources.of(
                """
                package shop;
                class A {
                  static final String NAME = "n" + 'x';
                  static final String TWICE = NAME + NAME;
                  static final String RING = OTHER; static final String OTHER = RING;
                  static String mutable = "m";
                  final String own = "o";
                  static final String HIDDEN = "outer";
                  interface Limits { String UNIT = "ms"; void g(); }
                  void f(String argument) {
                    probe("a"); // want a
                    probe(("a" + "b")); // want ab
                    probe(NAME); // want nx
                    probe(TWICE + "!"); // want nxnx!
                    probe(RING); // want -
                    probe(mutable); // want -
                    probe(own); // want -
                    probe(argument); // want -
                    probe("a" + argument); // want -
                    probe(1 + "a"); // want -
                    { String NAME = argument; probe(NAME); } // want -
                    probe("\\\\d\\t"); // want \\d\\t
                  }
                  class Inner {
                    String HIDDEN = "instance";
                    void g() { probe(HIDDEN); probe2(); } // want -
                  }
                  interface Units { String UNIT = "ms"; default void g() { probe(UNIT); } } // want ms
                }
                """)
            .file();
    for (Site site : file.unit().sites().of(MethodCallExpr.class)) {
      MethodCallExpr call = site.as(MethodCallExpr.class);
      if (call.getNameAsString().equals("probe")) {
        String line = file.unit().source().line(call.getBegin().orElseThrow().line);
        String want = line.substring(line.indexOf("// want ") + 8).replace("\\t", "\t");
        assertThat(Literals.text(call.getArgument(0), site.scope()).orElse("-"))
            .as(line.strip())
            .isEqualTo(want);
      }
    }
  }
}
