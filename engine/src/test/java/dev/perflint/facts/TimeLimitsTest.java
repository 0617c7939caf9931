package dev.perflint.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.perflint.Sources;
import dev.perflint.knowledge.Roles;
import dev.perflint.model.Certainty;
import dev.perflint.source.Site;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * JDK types stand for clients: a {@code Socket} is one that waits for ever, a {@code
 * ServerSocket.setSoTimeout} limits it, a {@code ProcessBuilder} is a builder.
 */
class TimeLimitsTest {
  private static final String KNOWLEDGE =
      """
      library: Shop
      members:
        - role: without-timeout
          kind: client
          calls: [java.net.Socket#new(*), java.net.http.HttpClient.Builder#build()]
        - role: without-timeout
          kind: part
          calls: [java.net.http.HttpRequest.Builder#build(), java.net.ServerSocket#new(*)]
        - role: sets-timeout
          kind: client
          calls:
            - java.net.Socket#setSoTimeout(int)
            - java.net.ServerSocket#setSoTimeout(int)
            - java.net.http.HttpClient.Builder#connectTimeout(Duration)
            - java.net.http.HttpRequest.Builder#timeout(Duration)
            - java.net.Socket#implAccept(*)
            - java.net.Socket#connect(*)
      """;

  private static Certainty limit(String member) {
    FileContext file =
        Sources.of(
                "package shop; import java.net.*; import java.net.http.*; import java.time.*;"
                    + " import java.util.function.*; class A { "
                    + member
                    + " }")
            .knowing(KNOWLEDGE)
            .file();
    List<Site> made = new ArrayList<>(file.unit().sites(ObjectCreationExpr.class));
    made.addAll(file.unit().sites(MethodCallExpr.class));
    Expression client =
        made.stream()
            .filter(
                site ->
                    file.calls().known(site, Roles.WITHOUT_TIMEOUT).stream()
                        .anyMatch(known -> known.member().kind().equals("client")))
            .map(site -> (Expression) site.node())
            .findFirst()
            .orElseThrow();
    return TimeLimits.of(file).of(client, HandlingReader.of(client, file));
  }

  @Test
  void whatNobodyTouchesHasNone() {
    assertThat(limit("void f() { Socket s = new Socket(); s.close(); }")).isEqualTo(Certainty.NO);
    assertThat(limit("HttpClient c = HttpClient.newBuilder().build();")).isEqualTo(Certainty.NO);
  }

  @Test
  void settersCountWhereverTheFileCallsThem() {
    assertThat(limit("void f(int n) { Socket s = new Socket(); s.setSoTimeout(n); }"))
        .isEqualTo(Certainty.SURE);
    assertThat(limit("private Socket s = new Socket(); void f() { this.s.setSoTimeout(5); }"))
        .isEqualTo(Certainty.SURE);
    assertThat(
            limit(
                "void f() { Socket s = new Socket(); g(s); }"
                    + " private void g(Socket it) { it.setSoTimeout(5); }"))
        .isEqualTo(Certainty.SURE);
    assertThat(
            limit(
                "void f() { Socket s = g(); s.setSoTimeout(5); }"
                    + " private Socket g() { return new Socket(); }"))
        .isEqualTo(Certainty.SURE);
    assertThat(limit("Socket s = new Socket(); void f(Socket s) { s.setSoTimeout(5); }"))
        .as("a parameter of the same name")
        .isEqualTo(Certainty.NO);
  }

  @Test
  void zeroIsNoLimit() {
    for (String none : List.of("0", "-1", "(0)", "NONE")) {
      assertThat(
              limit(
                  "static final int NONE = 0; void f() { Socket s = new Socket(); s.setSoTimeout("
                      + none
                      + "); }"))
          .as(none)
          .isEqualTo(Certainty.NO);
    }
    assertThat(
            limit("HttpClient c = HttpClient.newBuilder().connectTimeout(Duration.ZERO).build();"))
        .isEqualTo(Certainty.NO);
  }

  @Test
  void buildersAreFollowedBackThroughVariablesAndOwnMethods() {
    assertThat(
            limit(
                "HttpClient f(Duration d) { HttpClient.Builder b = HttpClient.newBuilder();"
                    + " b.version(null).connectTimeout(d); return b.build(); }"))
        .isEqualTo(Certainty.SURE);
    assertThat(
            limit(
                "HttpClient f() { return b().version(null).build(); } private HttpClient.Builder b()"
                    + " { return HttpClient.newBuilder().connectTimeout(Duration.ofDays(1)); }"))
        .isEqualTo(Certainty.SURE);
    assertThat(
            limit(
                "HttpClient f() { return b().build(); } private HttpClient.Builder b()"
                    + " { return HttpClient.newBuilder(); }"))
        .isEqualTo(Certainty.NO);
  }

  @Test
  void whatOthersBuildOrCustomiseIsUnknown() {
    for (String member :
        List.of(
            "HttpClient f(HttpClient.Builder b) { return b.build(); }",
            "HttpClient f() { return b().build(); } HttpClient.Builder b()"
                + " { return HttpClient.newBuilder(); }",
            "HttpClient f() { return Builders.http().build(); }",
            "HttpClient f(Consumer<HttpClient.Builder> c) { HttpClient.Builder b ="
                + " HttpClient.newBuilder(); c.accept(b); return b.build(); }",
            "HttpClient f(Tuning t) { HttpClient.Builder b = HttpClient.newBuilder(); t.tune(b);"
                + " return b.build(); }",
            "void f(Tuning t) { Socket s = new Socket(); t.tune(s); }",
            "Socket s = new Socket() { { setSoTimeout(3); } };")) {
      assertThat(limit(member)).as(member).isEqualTo(Certainty.UNKNOWN);
    }
  }

  @Test
  void whatAVariableIsGivenLaterCounts() {
    String replaced =
        "HttpClient f(HttpClient.Builder other) { HttpClient.Builder b = HttpClient.newBuilder();"
            + " b = %s; return b.build(); }";
    assertThat(limit(replaced.formatted("other"))).isEqualTo(Certainty.UNKNOWN);
    assertThat(limit(replaced.formatted("b.version(null)"))).isEqualTo(Certainty.NO);
    assertThat(limit(replaced.formatted("b.connectTimeout(Duration.ofDays(2))")))
        .isEqualTo(Certainty.SURE);
  }

  @Test
  void partsThatNameEachOtherComeToAnEnd() {
    assertThat(
            limit(
                "void f() { ServerSocket p = new ServerSocket(1); p.setSoTimeout(p);"
                    + " p.setSoTimeout(p); Socket s = new Socket(); s.connect(p); }"))
        .isEqualTo(Certainty.SURE);
  }

  @Test
  void aPartBringsItsLimitAlong() {
    String connected = "void f(ServerSocket given) { Socket s = new Socket(); %s s.connect(%s); }";
    assertThat(limit(connected.formatted("", "given"))).isEqualTo(Certainty.SURE);
    assertThat(limit(connected.formatted("", "new ServerSocket(1)"))).isEqualTo(Certainty.NO);
    assertThat(limit(connected.formatted("ServerSocket p = new ServerSocket(1);", "p")))
        .isEqualTo(Certainty.NO);
    assertThat(
            limit(
                connected.formatted(
                    "ServerSocket p = new ServerSocket(1); p.setSoTimeout(7);", "p")))
        .isEqualTo(Certainty.SURE);
    assertThat(
            limit(
                "private final ServerSocket p = new ServerSocket(1); A() { p.setSoTimeout(7); }"
                    + connected.formatted("", "p")))
        .isEqualTo(Certainty.SURE);
    assertThat(
            limit(
                "private final ServerSocket p = new ServerSocket(1); "
                    + connected.formatted("", "p")))
        .isEqualTo(Certainty.NO);
  }
}
