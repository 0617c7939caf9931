package dev.perflint.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.SampleRule;
import dev.perflint.Sources;
import dev.perflint.facts.RemoteCalls;
import dev.perflint.match.Patterns;
import dev.perflint.model.Certainty;
import dev.perflint.model.Finding;
import dev.perflint.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Interfaces that a library implements by sending requests, as the merge sees them. */
class RemoteInterfacesTest {
  private static final String KNOWLEDGE =
      """
      library: Shop
      annotations:
        - {role: remote-client, names: [lib.Client, lib.Ask]}
      """;

  private static final Rule REMOTE =
      SampleRule.flagging(Patterns.on(MethodCallExpr.class, RemoteCalls::through)).build();

  private static final String CALLER =
      """
      package shop;
      class Caller {
        Prices prices;
        void f() {
          prices.load("x");
        }
      }
      """;

  private static List<Finding> findings(String... texts) {
    return Sources.of(texts).knowing(KNOWLEDGE).with(REMOTE).findings();
  }

  @Test
  void aMethodOfAnAnnotatedInterfaceSendsARequest() {
    String prices =
        "package shop; import lib.Client; @Client interface Prices { long load(String sku); }";
    assertThat(findings(CALLER, prices)).hasSize(1);
  }

  @Test
  void soDoesAnAnnotatedMethod() {
    String prices =
        "package shop; import lib.Ask; interface Prices { @Ask long load(String sku); }";
    assertThat(findings(CALLER, prices)).hasSize(1);
  }

  @Test
  void aPlainInterfaceSendsNone() {
    assertThat(findings(CALLER, "package shop; interface Prices { long load(String sku); }"))
        .isEmpty();
  }

  @Test
  void nobodyWaitsForAFuture() {
    String prices =
        """
        package shop;
        import java.util.concurrent.CompletableFuture;
        import lib.Client;
        @Client interface Prices { CompletableFuture<Long> load(String sku); }
        """;
    assertThat(findings(CALLER, prices)).isEmpty();
  }

  @Test
  void aMethodWithABodyDoesWhatItsBodyDoes() {
    String prices =
        """
        package shop;
        import lib.Client;
        @Client interface Prices { default long load(String sku) { return 1; } }
        """;
    assertThat(findings(CALLER, prices)).isEmpty();
  }

  @Test
  void oneFallbackIsNotWhatRunsButOfSeveralNobodyKnows() {
    String prices =
        "package shop; import lib.Client; @Client interface Prices { long load(String sku); }";
    String own =
        "package shop; class %s implements Prices { public long load(String sku) { return 1; } }";
    assertThat(findings(CALLER, prices, own.formatted("Fallback")))
        .extracting(Finding::confidence)
        .containsExactly(Certainty.LIKELY);
    assertThat(findings(CALLER, prices, own.formatted("Local"), own.formatted("Trial"))).isEmpty();
  }
}
