package dev.perflint.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.Sources;
import dev.perflint.source.Site;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldLocksTest {
  private static final String KNOWLEDGE =
      """
      library: test
      artifacts: ["jdk:17"]
      members:
        - role: iterates
          calls: ["java.lang.Iterable#forEach(Consumer)"]
        - role: memoizes
          calls: ["java.util.Map#computeIfAbsent(*)"]
      """;

  private static FileContext file(String members) {
    return Sources.of(
            """
            package shop;
            import java.util.List;
            import java.util.Map;
            import java.util.concurrent.TimeUnit;
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;
            import java.util.concurrent.locks.ReentrantReadWriteLock;
            class Stock {
              static final Object ALL = new Object();
              final Lock lock = new ReentrantLock();
              final Lock other = new ReentrantLock();
              final ReentrantReadWriteLock both = new ReentrantReadWriteLock();
              final Lock reading = both.readLock();
              final Map<String, Object> byKey = null;
              %s
              static void work() {}
            }
            """
                .formatted(members))
        .knowing(KNOWLEDGE)
        .file();
  }

  /** The locks at the call of {@code work()}, as kind and name. */
  private static List<String> held(String members) {
    FileContext file = file(members);
    return HeldLocks.of(file).at(Sources.call("work", file)).stream()
        .map(lock -> lock.kind() + " " + lock.name().map(HeldLock.Name::text).orElse("?"))
        .sorted()
        .toList();
  }

  private static List<String> in(String body) {
    return held("void f(String key, List<String> keys) throws Exception { %s }".formatted(body));
  }

  @Test
  void aSynchronizedMethodHoldsItsObjectOrClass() {
    assertThat(held("synchronized void f() { work(); }"))
        .containsExactly("SYNCHRONIZED_METHOD shop.Stock.this");
    assertThat(held("static synchronized void f() { work(); }"))
        .containsExactly("SYNCHRONIZED_METHOD shop.Stock.class");
    assertThat(held("void f() { work(); } synchronized void g() {}")).isEmpty();
  }

  @Test
  void aSynchronizedStatementHoldsWhatItNames() {
    assertThat(in("synchronized (this) { work(); }"))
        .containsExactly("SYNCHRONIZED_BLOCK shop.Stock.this");
    assertThat(in("synchronized (Stock.class) { work(); }"))
        .containsExactly("SYNCHRONIZED_BLOCK shop.Stock.class");
    assertThat(in("synchronized (getClass()) { if (key != null) { work(); } }"))
        .containsExactly("SYNCHRONIZED_BLOCK shop.Stock.class");
    assertThat(in("synchronized (Stock.ALL) { synchronized (byKey) { work(); } }"))
        .containsExactly(
            "SYNCHRONIZED_BLOCK shop.Stock.ALL", "SYNCHRONIZED_BLOCK shop.Stock.byKey");
    assertThat(in("synchronized (this) { } work();")).isEmpty();
  }

  @Test
  void aLockOfAKeyHasNoName() {
    assertThat(in("synchronized (key.intern()) { work(); }"))
        .containsExactly("SYNCHRONIZED_BLOCK ?");
    assertThat(in("synchronized (byKey.get(key)) { work(); }"))
        .containsExactly("SYNCHRONIZED_BLOCK ?");
    assertThat(in("Object mine = byKey.get(key); synchronized (mine) { work(); }"))
        .containsExactly("SYNCHRONIZED_BLOCK ?");
    assertThat(in("synchronized (keys) { work(); }")).containsExactly("SYNCHRONIZED_BLOCK ?");
  }

  @Test
  void aLocalThatHoldsAFieldIsTheField() {
    assertThat(
            in(
                "final Lock mine = this.lock; mine.lock(); try { work(); } finally { mine.unlock(); }"))
        .containsExactly("LOCK shop.Stock.lock");
  }

  @Test
  void aLockIsHeldUntilItIsGivenBack() {
    assertThat(in("lock.lock(); try { work(); } finally { lock.unlock(); }"))
        .containsExactly("LOCK shop.Stock.lock");
    assertThat(in("try { lock.lockInterruptibly(); work(); } finally { this.lock.unlock(); }"))
        .containsExactly("LOCK shop.Stock.lock");
    assertThat(in("lock.lock(); other.unlock(); work(); lock.unlock();"))
        .containsExactly("LOCK shop.Stock.lock");
    assertThat(in("lock.lock(); try { key.length(); } finally { lock.unlock(); } work();"))
        .isEmpty();
    assertThat(in("work(); lock.lock(); try { } finally { lock.unlock(); }")).isEmpty();
    assertThat(in("lock.lock(); try { lock.unlock(); work(); } finally { key.length(); }"))
        .isEmpty();
    assertThat(in("lock.lock(); try { } finally { lock.unlock(); work(); }")).isEmpty();
  }

  @Test
  void whereItMayHaveBeenGivenBackItIsNotHeld() {
    assertThat(in("lock.lock(); if (key == null) { lock.unlock(); } work();")).isEmpty();
    assertThat(in("lock.lock(); if (key == null) { lock.unlock(); work(); }")).isEmpty();
    assertThat(in("lock.lock(); Runnable later = () -> lock.unlock(); work();"))
        .containsExactly("LOCK shop.Stock.lock");
  }

  @Test
  void anExceptionHandlerOfTheTryStillHolds() {
    assertThat(
            in(
                "lock.lock(); try { key.length(); } catch (RuntimeException e) { work(); }"
                    + " finally { lock.unlock(); }"))
        .containsExactly("LOCK shop.Stock.lock");
  }

  @Test
  void aLockThatWasTriedIsHeldWhereItWasGot() {
    assertThat(
            in(
                "if (lock.tryLock(1, TimeUnit.SECONDS)) { try { work(); } finally { lock.unlock(); } }"))
        .containsExactly("LOCK shop.Stock.lock");
    assertThat(in("if (!lock.tryLock(1, TimeUnit.SECONDS)) { return; } work(); lock.unlock();"))
        .containsExactly("LOCK shop.Stock.lock");
    assertThat(in("if (lock.tryLock()) { work(); lock.unlock(); }"))
        .containsExactly("TRIED shop.Stock.lock");
    assertThat(in("if (lock.tryLock()) { lock.unlock(); } else { work(); }")).isEmpty();
  }

  @Test
  void thePartsOfAReadWriteLockGoByItsName() {
    assertThat(
            in("both.writeLock().lock(); try { work(); } finally { both.writeLock().unlock(); }"))
        .containsExactly("LOCK shop.Stock.both");
    assertThat(in("both.readLock().lock(); try { work(); } finally { both.readLock().unlock(); }"))
        .containsExactly("READ_LOCK shop.Stock.both");
    assertThat(in("reading.lock(); try { work(); } finally { reading.unlock(); }"))
        .containsExactly("READ_LOCK shop.Stock.reading");
  }

  @Test
  void aLambdaHoldsItWhereItRunsOnTheSpot() {
    assertThat(in("synchronized (this) { run(() -> work()); }")).isEmpty();
    assertThat(in("lock.lock(); run(() -> work()); lock.unlock();")).isEmpty();
    assertThat(in("synchronized (this) { keys.forEach(k -> work()); }"))
        .containsExactly("SYNCHRONIZED_BLOCK shop.Stock.this");
    assertThat(
            in(
                "lock.lock(); byKey.computeIfAbsent(key, k -> { work(); return k; }); lock.unlock();"))
        .containsExactly("LOCK shop.Stock.lock");
  }

  @Test
  void anAnonymousClassHoldsNothingOfItsMaker() {
    assertThat(
            in("synchronized (this) { new Thread() { public void run() { work(); } }.start(); }"))
        .isEmpty();
    assertThat(
            in("new Object() { synchronized void g() { synchronized (Stock.this) { work(); } } };"))
        .hasSize(2)
        .contains("SYNCHRONIZED_BLOCK shop.Stock.this");
  }

  @Test
  void theMembersThatTakeALockAreKnown() {
    FileContext file =
        file(
            """
            void add() { synchronized (this) { work(); } }
            synchronized void remove() {}
            void look() { lock.lock(); lock.unlock(); }
            """);
    Site work = Sources.call("work", file);
    HeldLock held = HeldLocks.of(file).at(work).get(0);
    assertThat(HeldLocks.of(file).takers(held.name().orElseThrow()))
        .containsExactlyInAnyOrder("shop.Stock#add()", "shop.Stock#remove()");
  }
}
