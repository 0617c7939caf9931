package dev.perflint.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.Sources;
import dev.perflint.knowledge.EntryKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Services whose generated base class is not among the sources. */
class GrpcServicesTest {
  private static final String SERVICE =
      """
      package shop;
      import io.grpc.stub.StreamObserver;
      class Prices extends PricesGrpc.PricesImplBase {
        @Override public void quote(Request request, StreamObserver<Reply> answer) { load(); }
        @Override public String toString() { return "prices"; }
        public void later(StreamObserver<Reply> answer) {}
        void load() {}
      }
      class Watcher extends Base {
        @Override public void start(StreamObserver<Reply> answer) {}
      }
      """;

  private static Map<EntryKind, Integer> entries(String method) {
    List<Reach> found = Sources.of(SERVICE).project().reach(method, 3);
    assertThat(found).hasSize(1);
    return found.get(0).entries();
  }

  @Test
  void whatTheyOverrideAndAnswerRunsPerRequest() {
    assertThat(entries("Prices#quote")).containsEntry(EntryKind.REQUEST, 1);
    assertThat(entries("Prices#load")).containsEntry(EntryKind.REQUEST, 1);
  }

  @Test
  void otherMethodsAndOtherClassesDoNot() {
    assertThat(entries("Prices#toString")).doesNotContainKey(EntryKind.REQUEST);
    assertThat(entries("Prices#later")).doesNotContainKey(EntryKind.REQUEST);
    assertThat(entries("Watcher#start")).doesNotContainKey(EntryKind.REQUEST);
  }
}
