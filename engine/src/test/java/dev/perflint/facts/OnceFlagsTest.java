package dev.perflint.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.Sources;
import dev.perflint.source.Site;
import org.junit.jupiter.api.Test;

class OnceFlagsTest {
  /** Whether the call of {@code work()} in a body stands behind a flag. */
  private static boolean behind(String body) {
    return OnceFlags.isBehind(work(body));
  }

  private static boolean forGood(String body) {
    return OnceFlags.isForGood(work(body));
  }

  private static Site work(String body) {
    FileContext file =
        Sources.of(
                """
                package shop;
                class A {
                  boolean started;
                  java.util.concurrent.atomic.AtomicBoolean running;
                  java.util.concurrent.locks.Lock lock;
                  void f(boolean wanted) throws Exception { %s }
                  void work() {}
                }
                """
                    .formatted(body))
            .file();
    for (Site site : file.unit().sites().of(MethodCallExpr.class)) {
      if (site.as(MethodCallExpr.class).getNameAsString().equals("work")) {
        return site;
      }
    }
    throw new AssertionError("no call of work()");
  }

  @Test
  void anAtomicOperationLetsTheFirstCallerIn() {
    assertThat(behind("if (running.compareAndSet(false, true)) { work(); }")).isTrue();
    assertThat(behind("if (wanted && running.compareAndSet(false, true)) work();")).isTrue();
    assertThat(behind("if (!running.getAndSet(true)) { work(); }")).isTrue();
    assertThat(behind("if (lock.tryLock()) { try { work(); } finally { lock.unlock(); } }"))
        .isTrue();
  }

  @Test
  void aFlagThatIsTakenBackIsNotForGood() {
    assertThat(forGood("if (running.compareAndSet(false, true)) { work(); }")).isTrue();
    assertThat(forGood("if (started) return; started = true; work();")).isTrue();
    assertThat(forGood("if (running.compareAndSet(false, true)) { work(); running.set(false); }"))
        .isFalse();
    assertThat(forGood("if (!started) { started = true; work(); } started = wanted;")).isFalse();
    assertThat(forGood("if (lock.tryLock()) { work(); }")).isFalse();
  }

  @Test
  void anEarlyReturnTurnsTheOthersAway() {
    assertThat(behind("if (!running.compareAndSet(false, true)) return; work();")).isTrue();
    assertThat(behind("if (wanted || running.getAndSet(true)) { return; } { work(); }")).isTrue();
    assertThat(behind("if (started) return; started = true; work();")).isTrue();
    assertThat(behind("if (running.getAndSet(true)) { log(); } else { work(); }")).isTrue();
  }

  @Test
  void aPlainFlagCountsWhenTheMemberSetsIt() {
    assertThat(behind("if (!started) { work(); this.started = true; }")).isTrue();
    assertThat(behind("if (!this.started) { started = true; work(); }")).isTrue();
    assertThat(behind("if (!started) { work(); }")).isFalse();
    assertThat(behind("if (!started) { started = false; work(); }")).isFalse();
  }

  @Test
  void whatTheFirstCallerDoesNotReachIsNotBehindIt() {
    assertThat(behind("if (running.compareAndSet(false, true)) { log(); } work();")).isFalse();
    assertThat(behind("if (running.compareAndSet(false, true)) log(); else work();")).isFalse();
    assertThat(behind("if (started) { log(); } started = true; work();")).isFalse();
    assertThat(behind("work(); if (started) return; started = true;")).isFalse();
    assertThat(behind("if (!running.compareAndSet(true, false) && wanted) return; work();"))
        .isFalse();
  }

  @Test
  void aLockThatOthersWaitForALittleTurnsNobodyAway() {
    assertThat(behind("if (lock.tryLock(2, TimeUnit.SECONDS)) { work(); }")).isFalse();
  }

  @Test
  void aLambdaIsAMemberOfItsOwn() {
    assertThat(behind("if (running.compareAndSet(false, true)) run(() -> work());")).isFalse();
    assertThat(behind("run(() -> { if (running.getAndSet(true)) return; work(); });")).isTrue();
  }
}
