package dev.perflint.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.Sources;
import dev.perflint.types.Truth;
import org.junit.jupiter.api.Test;

class RemoteCallsTest {
  private static final String KNOWLEDGE =
      """
      library: test
      artifacts: ["jdk:17"]
      members:
        - role: starts-remote
          calls: ["lib.Sender#send(*)"]
        - role: remote-call
          calls: ["lib.Http#ask(*)"]
      types:
        - role: remote-client
          names: [lib.Bucket]
      annotations:
        - role: remote-reference
          names: [lib.Reference]
      """;

  private static FileContext file(String body) {
    return Sources.of(
            """
            package shop;
            import com.acme.StockGrpc;
            import com.acme.StockGrpc.StockBlockingStub;
            import com.acme.StockGrpc.StockFutureStub;
            import java.util.Map;
            import java.util.concurrent.CompletableFuture;
            import lib.Bucket;
            import lib.Http;
            import lib.Sender;
            class Shop {
              Bucket bucket;
              Http http;
              Sender sender;
              StockBlockingStub stub;
              StockGrpc.StockBlockingStub nested;
              StockFutureStub later;
              Map<String, String> map;
              @lib.Reference Runnable elsewhere;
              void f(String x, CompletableFuture<String> given) { %s }
            }
            """
                .formatted(body))
        .knowing(KNOWLEDGE)
        .file();
  }

  private static Truth remote(String name, String body) {
    FileContext file = file(body);
    return RemoteCalls.is(file, Sources.call(name, file));
  }

  @Test
  void aMemberThatKnowledgeListsIsOne() {
    assertThat(remote("ask", "http.ask(x);")).isEqualTo(Truth.SURE);
    assertThat(remote("tell", "http.tell(x);")).isEqualTo(Truth.NO);
  }

  @Test
  void eachCallOfAClientIsOneSaveThoseThatOnlySetItUp() {
    assertThat(remote("put", "bucket.put(x);")).isEqualTo(Truth.SURE);
    assertThat(remote("close", "bucket.close();")).isEqualTo(Truth.NO);
    assertThat(remote("withRegion", "bucket.withRegion(x);")).isEqualTo(Truth.NO);
    assertThat(remote("setRegion", "bucket.setRegion(x);")).isEqualTo(Truth.NO);
    assertThat(remote("listPaginator", "bucket.listPaginator(x);")).isEqualTo(Truth.NO);
  }

  @Test
  void aBlockingStubIsKnownByItsName() {
    assertThat(remote("left", "stub.left(x);")).isEqualTo(Truth.LIKELY);
    assertThat(remote("left", "nested.left(x);")).isEqualTo(Truth.LIKELY);
    assertThat(remote("left", "stub.withDeadlineAfter(1, null).left(x);")).isEqualTo(Truth.LIKELY);
    assertThat(remote("left", "StockGrpc.newBlockingStub(null).left(x);")).isEqualTo(Truth.LIKELY);
    assertThat(remote("left", "later.left(x);")).isEqualTo(Truth.NO);
    assertThat(remote("getChannel", "stub.getChannel();")).isEqualTo(Truth.NO);
  }

  @Test
  void aWaitAtTheEndOfAChainThatSendsIsOne() {
    assertThat(remote("get", "sender.send(x).get();")).isEqualTo(Truth.SURE);
    assertThat(remote("get", "sender.send(x).get(1, null);")).isEqualTo(Truth.SURE);
    assertThat(remote("block", "sender.send(x).retry(2).block();")).isEqualTo(Truth.SURE);
    assertThat(remote("join", "var sent = sender.send(x); sent.join();")).isEqualTo(Truth.SURE);
    assertThat(remote("get", "map.get(x);")).isEqualTo(Truth.NO);
    assertThat(remote("get", "given.get();")).isEqualTo(Truth.NO);
  }

  @Test
  void anOpenedUrlIsRemoteWhereTheFileMakesIt() {
    assertThat(readsResource("new java.net.URL(x).openStream();")).isFalse();
    assertThat(readsResource("java.net.URI.create(x).toURL().openStream();")).isFalse();
    assertThat(readsResource("var url = new java.net.URL(x); url.openStream();")).isFalse();
    assertThat(readsResource("Shop.class.getResource(x).openStream();")).isTrue();
    assertThat(readsResource("http.where().openStream();")).isTrue();
  }

  private static boolean readsResource(String body) {
    FileContext file = file(body);
    return RemoteCalls.mayReadResource(Sources.call("openStream", file));
  }

  @Test
  void soIsACallThroughAFieldThatTheContainerFillsWithAClient() {
    assertThat(remote("run", "elsewhere.run();")).isEqualTo(Truth.LIKELY);
    assertThat(remote("run", "this.elsewhere.run();")).isEqualTo(Truth.LIKELY);
    assertThat(remote("toString", "elsewhere.toString();")).isEqualTo(Truth.NO);
    assertThat(remote("run", "Runnable elsewhere = () -> {}; elsewhere.run();"))
        .isEqualTo(Truth.NO);
    assertThat(remote("run", "Runnable here = () -> {}; here.run();")).isEqualTo(Truth.NO);
  }
}
