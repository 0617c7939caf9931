package dev.perflint.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.Sources;
import dev.perflint.knowledge.EntryKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Methods that nobody is known to call, and that are handed a request. */
class UncalledHandlersTest {
  private static final String KNOWLEDGE =
      """
      library: Web
      types:
        - {role: of-request, names: [web.Request, web.Response]}
      entry-points:
        - {kind: scheduled, annotation: web.Timer}
      """;

  private static final String COMMANDS =
      """
      package shop;
      import web.*; import web.Request; import web.Response;
      class ListCommand {
        void doGet(Request request, Response response) { list(); }
        void list() {}
        void idle() {}
        void replace(Request request) {}
        ListCommand(Request request) { made(); }
        void made() {}
      }
      class Cleaner {
        @Timer void clean() { cleanFor(null); }
        void cleanFor(Request request) {}
      }
      """;

  private static Map<EntryKind, Integer> entries(String method) {
    List<Reach> found = Sources.of(COMMANDS).knowing(KNOWLEDGE).project().reach(method, 3);
    assertThat(found).hasSize(1);
    return found.get(0).entries();
  }

  private static String way(String method) {
    return Sources.of(COMMANDS)
        .knowing(KNOWLEDGE)
        .project()
        .reach(method, 3)
        .get(0)
        .way()
        .toString();
  }

  @Test
  void runPerRequestAndSoDoesWhatTheyCall() {
    assertThat(entries("ListCommand#doGet")).containsEntry(EntryKind.REQUEST, 1);
    assertThat(entries("ListCommand#list")).containsEntry(EntryKind.REQUEST, 1);
  }

  @Test
  void saySoByTheirNames() {
    assertThat(way("ListCommand#list")).contains("ListCommand.doGet");
  }

  @Test
  void areNoConstructorsAndNoOtherMethods() {
    assertThat(entries("ListCommand#replace")).doesNotContainKey(EntryKind.REQUEST);
    assertThat(entries("ListCommand#idle")).doesNotContainKey(EntryKind.REQUEST);
    assertThat(entries("ListCommand#made")).doesNotContainKey(EntryKind.REQUEST);
  }

  @Test
  void areNotThoseThatSomebodyCalls() {
    assertThat(entries("Cleaner#cleanFor"))
        .containsEntry(EntryKind.SCHEDULED, 1)
        .doesNotContainKey(EntryKind.REQUEST);
  }
}
