package dev.perflint.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perflint.Sources;
import dev.perflint.UsageException;
import dev.perflint.knowledge.EntryKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReachTest {
  private static final String KNOWLEDGE =
      """
      library: Shop
      entry-points:
        - {kind: request, annotation: shop.api.Get, label: "GET {value}"}
        - {kind: scheduled, annotation: shop.api.Timer}
      members:
        - {role: query, calls: "shop.api.Database#run(*)"}
        - {role: iterates, calls: "java.lang.Iterable#forEach(*)"}
      """;

  private static final String SHOP =
      """
      package shop;
      import java.util.List;
      import shop.api.*; import shop.api.Database;
      class Controller {
        private final Service service = new Service();
        @Get("/prices") void prices(List<Integer> ids) {
          for (int id : ids) {
            service.price(id);
          }
        }
        @Timer void refresh() { service.price(1); service.price(2); }
      }
      class Service {
        private final Store store = null;
        long price(int id) { check(id); return store.load(id); }
        private void check(int id) { if (id < 0) price(-id); }
        void idle() { new Thread(new Runnable() { public void run() { tick(); } }); }
        private void tick() {}
      }
      interface Store { long load(int id); }
      class DatabaseStore implements Store {
        public long load(int id) { if (id > 0) { Database.run("select"); } return id(); }
        private long id() { return 1; }
      }
      class MemoryStore implements Store { public long load(int id) { return id; } }
      """;

  private static List<Reach> reach(String wanted, int depth, String... texts) {
    return Sources.of(texts).knowing(KNOWLEDGE).project().reach(wanted, depth);
  }

  private static Reach shop(String wanted) {
    List<Reach> found = reach(wanted, 5, SHOP);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  /** Each branch with its depth as indentation, and what is special about it. */
  private static List<String> drawn(CallTree tree) {
    List<String> lines = new ArrayList<>();
    draw(tree, "", lines);
    return lines;
  }

  private static void draw(CallTree tree, String indent, List<String> into) {
    tree.does().forEach(does -> into.add(indent + does.role() + " " + does.what()));
    for (CallTree.Branch branch : tree.branches()) {
      Link link = branch.links().get(0);
      into.add(
          indent
              + branch.tree().method().name()
              + ":"
              + link.at().region().startLine()
              + " x"
              + branch.links().size()
              + (link.likely() ? " likely" : "")
              + (link.around().loops().isEmpty() ? "" : " loop")
              + (link.kind() == Link.Kind.CALL ? "" : " " + link.kind())
              + (branch.tree().end() == CallTree.End.WHOLE ? "" : " " + branch.tree().end()));
      draw(branch.tree(), indent + "  ", into);
    }
    if (tree.more() > 0) {
      into.add(indent + "more " + tree.more());
    }
  }

  @Test
  void callersStandBelowWhatTheyCallTheHottestFirst() {
    Reach reach = shop("Service#price");
    assertThat(drawn(reach.callers()))
        .containsExactly(
            "Controller.prices:8 x1 loop", "Service.check:16 x1",
            "  Service.price:15 x1 CYCLE", "Controller.refresh:11 x2");
    assertThat(reach.entries()).isEqualTo(Map.of(EntryKind.REQUEST, 1, EntryKind.SCHEDULED, 1));
    assertThat(reach.method().at().region().startLine()).isEqualTo(15);
    assertThat(reach.way())
        .extracting(WayStep::method)
        .containsExactly("Controller.prices", "Service.price");
  }

  @Test
  void calleesStandInTheOrderOfTheSourceWithWhatTheyDo() {
    Reach reach = shop("shop.Service#price(int)");
    assertThat(drawn(reach.callees()))
        .containsExactly(
            "Service.check:15 x1",
            "  Service.price:16 x1 CYCLE",
            "DatabaseStore.load:15 x1 likely",
            "  query Database.run",
            "  DatabaseStore.id:22 x1",
            "MemoryStore.load:15 x1 likely");
    assertThat(reach.always()).as("only in a branch").isEmpty();
  }

  @Test
  void calleesThatDoNothingKnownAreNotFollowed() {
    assertThat(drawn(shop("Service#idle").callees()))
        .containsExactly("Service.run:17 x1 HANDED_OVER QUIET");
  }

  @Test
  void anAbstractMethodIsCalledByNameAndCallsItsImplementations() {
    Reach reach = shop("Store#load");
    assertThat(reach.isAbstract()).isTrue();
    assertThat(drawn(reach.callers()))
        .containsExactly(
            "Service.price:15 x1",
            "  Controller.prices:8 x1 loop",
            "  Service.check:16 x1",
            "    Service.price:15 x1 CYCLE",
            "  Controller.refresh:11 x2");
    assertThat(drawn(reach.callees()))
        .containsExactly(
            "DatabaseStore.load:20 x1 likely IMPLEMENTED",
            "  query Database.run",
            "  DatabaseStore.id:22 x1",
            "MemoryStore.load:20 x1 likely IMPLEMENTED");
  }

  @Test
  void whatAMethodDoesOnEveryCallIsTold() {
    Reach reach =
        reach(
                "A#f",
                5,
                """
                package shop;
                import shop.api.*; import shop.api.Database;
                class A { void f() { new B().g(); } }
                class B { void g() { Database.run("select"); } }
                """)
            .get(0);
    assertThat(reach.always())
        .containsExactly(new Reach.Always("query", "Database.run", List.of("B.g"), false));
  }

  @Test
  void theDepthCutsAllButTheHottestWay() {
    String chain =
        """
        package shop;
        import shop.api.*; import shop.api.Database;
        class A {
          @Get("/a") void a() { b(); }
          void b() { c(); }
          void c() { d(); }
          @Timer void t() { u(); }
          void u() { v(); }
          void v() { d(); }
          void d() {}
        }
        """;
    assertThat(drawn(reach("A#d", 1, chain).get(0).callers()))
        .containsExactly("A.c:6 x1", "  A.b:5 x1", "    A.a:4 x1", "A.v:9 x1 DEEPER");
    assertThat(drawn(reach("A#d", 5, chain).get(0).callers()))
        .containsExactly(
            "A.c:6 x1", "  A.b:5 x1", "    A.a:4 x1", "A.v:9 x1", "  A.u:8 x1", "    A.t:7 x1");
  }

  @Test
  void manyCallersAreCounted() {
    StringBuilder text = new StringBuilder("package shop;\nclass A {\n  void f() {}\n");
    for (int i = 0; i < 14; i++) {
      text.append("  void g" + i + "() { f(); }\n");
    }
    List<String> drawn = drawn(reach("A#f", 5, text + "}").get(0).callers());
    assertThat(drawn).hasSize(11).endsWith("more 4");
  }

  @Test
  void whatIsNotLinkedSaysWhy() {
    String text =
        """
        package shop;
        class A extends other.Base {
          void f(B b, other.Thing thing) {
            b.put(null);
            thing.work();
            thing.next().work(1, 2);
            b.generated();
            String.valueOf(1);
          }
        }
        class B { void put(int i) {} void put(String s) {} void work(int a, int b) {} }
        """;
    Reach reach = reach("A#f", 5, text).get(0);
    assertThat(reach.unlinked())
        .extracting(call -> call.callee() + " " + call.why() + " " + call.fits())
        .containsExactly(
            "B.put/1 SEVERAL_FIT 2",
            "Thing.work/0 NOT_SCANNED 0",
            "Thing.next/0 NOT_SCANNED 0",
            "?.work/2 UNKNOWN_RECEIVER 0",
            "B.generated/0 NOT_DECLARED 0");
    assertThat(reach("B#put(int)", 5, text).get(0).mayCall())
        .extracting(call -> call.caller() + " " + call.why())
        .containsExactly("A.f SEVERAL_FIT");
    assertThat(reach("B#work", 5, text).get(0).mayCall())
        .extracting(call -> call.caller() + " " + call.why())
        .containsExactly("A.f UNKNOWN_RECEIVER");
  }

  @Test
  void aMethodWithoutParametersMeansAllOverloadsAndATypeAllItsMethods() {
    String text =
        """
        package shop;
        class A { A(int i) {} void f(int i) {} void g() {} void f(String s) {} }
        """;
    assertThat(names("A#f", text)).containsExactly("f(String)", "f(int)");
    assertThat(names("A#f(int)", text)).containsExactly("f(int)");
    assertThat(names("A#new", text)).containsExactly("<init>(int)");
    assertThat(names("shop.A", text)).hasSize(4);
  }

  private static List<String> names(String wanted, String text) {
    return reach(wanted, 5, text).stream()
        .map(reach -> reach.method().id())
        .map(id -> id.substring(id.indexOf('#') + 1))
        .toList();
  }

  @Test
  void whatMeansNothingOrSeveralThingsIsNamedWithTheNearest() {
    String one =
        "package shop; class Prices extends Base { void quote() {} } class Base { void up() {} }";
    String two = "package other; class Base {}";
    assertComplaint("Prizes#quote", "'Prizes'; did you mean Prices?", one);
    assertComplaint(
        "Prices#quot", "shop.Prices declares no method 'quot'; did you mean quote?", one);
    assertComplaint("Prices#up", "it inherits shop.Base#up", one);
    assertComplaint("Prices#quote(int)", "there is quote()", one);
    assertComplaint("Prices.quote", "a method is written Prices#quote", one);
    assertComplaint("Base#up", "'Base' may mean other.Base, shop.Base", one, two);
  }

  private static void assertComplaint(String wanted, String said, String... texts) {
    assertThatThrownBy(() -> reach(wanted, 5, texts))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(said);
  }
}
