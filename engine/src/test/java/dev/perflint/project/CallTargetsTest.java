package dev.perflint.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.Sources;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a call cannot mean, though its name and number of arguments fit. */
class CallTargetsTest {
  private static List<String> calls(String... texts) {
    return Merged.of(Sources.of(texts)).calls();
  }

  @Test
  void whatTheReceiversTypeDoesNotKnowIsNotSoughtAmongItsSubtypes() {
    assertThat(
            calls(
                """
                package shop;
                interface Service {}
                interface Task extends Runnable {}
                class Errors implements Service { void report() {} }
                class Job implements Task { public void run() {} public String toString() { return ""; } }
                class Services { static <T extends Service> T get(Class<T> type) { return null; } }
                class User {
                  void f(Service service, Task task) {
                    service.report();
                    Services.get(Errors.class).report();
                    task.run();
                    task.toString();
                  }
                }
                """))
        .containsExactly("User.f -> Job.run", "User.f -> Job.toString", "User.f -> Services.get");
  }

  @Test
  void aDefaultThatAllImplementorsOverrideIsNoTarget() {
    assertThat(
            calls(
                """
                package shop;
                interface Store {
                  void open();
                  void close();
                  default void save() { later(); }
                  default void later() { save(); }
                }
                abstract class Base implements Store { public void save() {} }
                class Disk extends Base { public void open() {} public void close() {} }
                class Memory extends Base {
                  public void open() {}
                  public void close() {}
                  public void later() {}
                }
                class User { void f(Store s) { s.save(); s.later(); } }
                """))
        .contains("User.f -> Base.save", "User.f -> Memory.later?", "User.f -> Store.later?")
        .doesNotContain("User.f -> Store.save", "User.f -> Store.save?");
  }

  @Test
  void aDefaultDoesNotMeanAnotherThatNoReceiverOfItHas() {
    assertThat(
            calls(
                """
                package shop;
                interface Handler {
                  default void handle() { start().join(); }
                  default Started start() { handle(); return new Started(); }
                }
                class Started { void join() {} }
                class Fast implements Handler { public Started start() { return null; } }
                class Plain implements Handler { public void handle() {} }
                class Own implements Handler {
                  public void handle() {}
                  public Started start() { return null; }
                }
                class User { void f(Handler h) { h.start(); } }
                """))
        .contains("Handler.start -> Plain.handle", "User.f -> Handler.start?")
        .doesNotContain(
            "Handler.start -> Handler.handle?",
            "Handler.start -> Handler.handle",
            "Handler.start -> Own.handle?");
  }

  @Test
  void aDefaultOfAFunctionalInterfaceMayBeThatOfALambda() {
    assertThat(
            calls(
                """
                package shop;
                interface Check { boolean holds(); default void report() {} }
                class Own implements Check {
                  public boolean holds() { return true; }
                  public void report() {}
                }
                class User { void f(Check c) { c.report(); } }
                """))
        .containsExactly("User.f -> Check.report?", "User.f -> Own.report?");
  }

  @Test
  void anImplementationForOtherTypeArgumentsIsNoTarget() {
    assertThat(
            calls(
                """
                package shop;
                interface Source<T> { T get(); }
                class Names implements Source<String> { public String get() { return ""; } }
                class Prices implements Source<Long> { public Long get() { return 1L; } }
                class Any<T> implements Source<T> { public T get() { return null; } }
                class Registry {
                  Source<String> names() { return null; }
                  Source<? extends Number> numbers() { return null; }
                }
                class User {
                  void f(Registry r) { r.names().get(); }
                  void g(Registry r) { r.numbers().get(); }
                }
                """))
        .containsExactly(
            "User.f -> Any.get?",
            "User.f -> Names.get?",
            "User.f -> Registry.names",
            "User.g -> Any.get?",
            "User.g -> Prices.get?",
            "User.g -> Registry.numbers");
  }

  @Test
  void aMethodOfASuperclassComesBeforeADefault() {
    assertThat(
            calls(
                """
                package shop;
                interface Store { default void save() {} }
                interface Named extends Store {}
                abstract class Root { public void save() {} }
                abstract class Base extends Root {}
                class Disk extends Base implements Named {}
                class User { void f(Disk d) { d.save(); } }
                """))
        .contains("User.f -> Root.save")
        .doesNotContain("User.f -> Store.save");
  }

  @Test
  void whatIsOfATypeVariableGoesToTheOverloadForIt() {
    assertThat(
            calls(
                """
                package shop;
                import java.util.List;
                interface Filter<T> {
                  boolean isAll();
                  void filter(T one, boolean all);
                  default void filter(List<T> many, boolean all) {
                    for (T one : many) {
                      filter(one, isAll());
                    }
                  }
                  default <S extends T> void both(S some, lib.Many rest, boolean all) {
                    filter(some, all);
                    filter(rest, all);
                  }
                }
                class Names implements Filter<String> {
                  public void filter(String one, boolean all) {}
                }
                """))
        .containsExactly("Filter.filter -> Names.filter");
  }

  @Test
  void anOverloadOfASubtypeIsNoneOfItsBase() {
    assertThat(
            calls(
                """
                package shop;
                import java.io.Serializable;
                import java.util.List;
                class Entity<K extends Serializable> {}
                class Price extends Entity<String> {}
                interface Dao<T extends Entity<K>, K extends Serializable> {
                  T get(K key);
                  List<T> get(List<K> keys);
                }
                abstract class BaseDao<T extends Entity<K>, K extends Serializable> implements Dao<T, K> {
                  public T get(K key) { return null; }
                  public List<T> get(List<K> keys) { return null; }
                }
                interface PriceDao extends Dao<Price, String> {
                  List<Price> get(List<String> keys);
                }
                class PriceDaoImpl extends BaseDao<Price, String> implements PriceDao {
                  public List<Price> get(List<String> keys) { return null; }
                }
                abstract class Service<T extends Entity<K>, K extends Serializable> {
                  abstract Dao<T, K> dao();
                  T get(K key) { return dao().get(key); }
                }
                """))
        .contains("Service.get -> BaseDao.get")
        .noneMatch(call -> call.contains("PriceDaoImpl.get"));
  }

  @Test
  void ofOverloadsThatDifferInWhatTheyReturnAllHaveTheLeast() {
    String texts =
        """
        package shop;
        class Query { Object run() { return null; } }
        class Typed extends Query { }
        class Other { Object run() { return null; } }
        class Session {
          Query create(Long x) { return null; }
          Typed create(String x) { return null; }
          Query make(Long x) { return null; }
          Other make(String x) { return null; }
        }
        class Dao {
          Session session;
          void all(lib.Unseen unseen) { session.create(unseen.z()).run(); }
          void some(lib.Unseen unseen) { session.make(unseen.z()).run(); }
        }
        """;
    assertThat(Merged.of(Sources.of(texts)).calls())
        .contains("Dao.all -> Query.run")
        .noneMatch(call -> call.startsWith("Dao.some -> Query.run"));
  }

  @Test
  void whatALoopGoesThroughOneByOneRunsHoweverManyTypesHaveIt() {
    List<String> texts = new ArrayList<>(List.of("package shop; interface Check { void run(); }"));
    for (int i = 0; i < 9; i++) {
      texts.add(
          "package shop; class Check%d implements Check { public void run() {} }".formatted(i));
    }
    texts.add(
        """
        package shop;
        import java.util.List;
        class Checks {
          List<Check> checks;
          Check one;
          void all() { for (Check check : checks) { check.run(); } }
          void one() { one.run(); }
          void given(List<Check> given) { for (Check check : given) { check.run(); } }
        }
        """);
    assertThat(Merged.of(Sources.of(texts.toArray(String[]::new))).calls())
        .contains("Checks.all -> Check0.run?", "Checks.all -> Check8.run?")
        .noneMatch(call -> call.startsWith("Checks.one ->") || call.startsWith("Checks.given ->"));
  }
}
