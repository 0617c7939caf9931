package dev.perflint.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.perflint.Sources;
import dev.perflint.knowledge.MemberPattern;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CallsTest {
  /** The lines where a member is meant for sure; open ones with a question mark. */
  private static List<String> lines(String member, String text) {
    FileContext file = Sources.of(text).file();
    TreeSet<String> lines = new TreeSet<>();
    for (Class<? extends Node> kind :
        List.<Class<? extends Node>>of(
            MethodCallExpr.class, ObjectCreationExpr.class, MethodReferenceExpr.class)) {
      for (Site site : file.unit().sites().of(kind)) {
        Truth truth = file.calls().means(site, MemberPattern.parse(member));
        if (!truth.isNo()) {
          String line = file.unit().source().line(site.node().getBegin().orElseThrow().line);
          lines.add(line.substring(line.indexOf("//") + 3) + (truth.equals(Truth.SURE) ? "" : "?"));
        }
      }
    }
    return List.copyOf(lines);
  }

  @Test
  void aMethodIsMeantByNameArityAndReceiver() {
    String text =
        """
        package shop;
        import java.util.concurrent.*;
        import java.util.List;
        class A {
          void f(java.util.concurrent.Future<String> future, java.util.concurrent.CompletableFuture<String> sub, List<String> list, Other other) throws Exception {
            future.get(); // plain
            future.get(1, TimeUnit.SECONDS); // with arguments
            sub.get(); // subtype
            list.get(0); // another type
            other.get(); // open
            ((java.util.concurrent.Future<?>) other.get()).get(); // cast
            list.forEach(x -> sub.get()); // in a lambda
            run(future::get); // reference
            run(Other::get); // open reference
            get(1); // own method
          }
          Object get(int i) { return null; }
        }
        """;
    assertThat(lines("java.util.concurrent.Future#get()", text))
        .containsExactly(
            "cast",
            "cast?",
            "in a lambda",
            "open reference?",
            "open?",
            "plain",
            "reference",
            "subtype");
  }

  @Test
  void aConstructorIsNotInherited() {
    String text =
        """
        package shop;
        import java.util.ArrayList;
        class A {
          void f() {
            new ArrayList<String>(); // plain
            new java.util.ArrayList<String>(3); // qualified
            new Special(); // subclass
            new ArrayList<String>() { }; // anonymous
            run(ArrayList::new); // reference
            run(Special::new); // reference to a subclass
          }
          static class Special extends ArrayList<String> {}
        }
        """;
    assertThat(lines("java.util.ArrayList#new(*)", text))
        .containsExactly("anonymous", "plain", "qualified", "reference");
  }

  @Test
  void argumentsTellOverloadsApart() {
    String text =
        """
        package shop;
        import java.util.ArrayList;
        import java.util.Collection;
        import java.util.regex.Pattern;
        class A {
          void f(Collection<String> c, Object unknown, Pattern p, int n, Integer boxed) {
            new ArrayList<String>(n); // int
            new ArrayList<String>(boxed); // boxed
            new ArrayList<String>(c); // collection
            new ArrayList<String>(unknown()); // unknown
            "a".replace("b", "c"); // strings
            "a".replace('b', 'c'); // characters
          }
        }
        """;
    assertThat(lines("java.util.ArrayList#new(int)", text))
        .containsExactly("boxed", "int", "unknown");
    assertThat(lines("java.util.ArrayList#new(java.util.Collection)", text))
        .containsExactly("collection", "unknown");
    assertThat(lines("java.lang.String#replace(String, String)", text)).containsExactly("strings");
  }
}
