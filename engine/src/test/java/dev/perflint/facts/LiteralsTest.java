package dev.perflint.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.Sources;
import dev.perflint.source.Site;
import java.util.OptionalLong;
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

  @Test
  void wholeNumbersAreComputedFromWhatTheFileShows() {
    FileContext file =
        Sources.of(
                """
                package shop;
                class A {
                  static final int KILO = 1024;
                  static final int PAGE = 4 * KILO;
                  static final int RING = OTHER; static final int OTHER = RING;
                  static final int HUGE = Integer.MAX_VALUE;
                  static int mutable = 8;
                  final int own = 9;
                  void f(int argument) {
                    probe(8_192); // want 8192
                    probe(0x10); // want 16
                    probe(PAGE + 1); // want 4097
                    probe(A.PAGE / 2); // want 2048
                    probe(B.PAGE / 2); // want -
                    probe((int) (2L * 7 - 1)); // want 13
                    probe(1 << 12); // want 4096
                    probe(1 << 40); // want -
                    probe(KILO % 7); // want -
                    probe(1 / 0); // want -
                    probe(9223372036854775807L + 1); // want -
                    probe(99999999999); // want -
                    probe(RING); // want -
                    probe(HUGE); // want -
                    probe(mutable); // want -
                    probe(own); // want -
                    probe(argument * 2); // want -
                    probe(-KILO); // want -1024
                    { int KILO = argument; probe(KILO); } // want -
                  }
                }
                """)
            .file();
    for (Site site : file.unit().sites().of(MethodCallExpr.class)) {
      MethodCallExpr call = site.as(MethodCallExpr.class);
      String line = file.unit().source().line(call.getBegin().orElseThrow().line);
      String want = line.substring(line.indexOf("// want ") + 8);
      OptionalLong number = Literals.number(call.getArgument(0), site.scope());
      assertThat(number.isPresent() ? Long.toString(number.getAsLong()) : "-")
          .as(line.strip())
          .isEqualTo(want);
    }
  }
}
