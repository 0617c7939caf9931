package dev.perflint.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.Sources;
import dev.perflint.source.Site;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleasesTest {
  private static final String KNOWN =
      """
      library: Pool
      artifacts: [shop:pool]
      members:
        - role: takes
          kind: slot
          calls: ["shop.Pool#take()"]
          makes: shop.Slot
        - role: gives-back
          kind: slot
          calls: ["shop.Pool#put(Slot)", "shop.Pool#free()", "shop.Slot#drain()"]
        - role: carries
          kind: slot
          calls: ["shop.Slot#part()"]
      """;

  /** How the first slot that is taken in the body of a class is lost, and in which line. */
  private static String gap(String body, boolean ownMayFail) {
    FileContext file =
        Sources.of("package shop;\nclass A { Pool pool;\n" + body + "\n}").knowing(KNOWN).file();
    Site taking = file.unit().sites().calls("take").get(0);
    Optional<ReleaseGap> gap = Releases.gap(file, taking.as(MethodCallExpr.class), ownMayFail);
    return gap.map(found -> found.kind() + " " + found.at()).orElse("none");
  }

  private static String gap(String body) {
    return gap("void f() throws Exception {\n" + body + "\n}", false);
  }

  private static String failing(String body) {
    return gap("void f() throws Exception {\n" + body + "\n}", true);
  }

  @Test
  void whatNobodyGivesBackIsLost() {
    assertThat(gap("pool.take();")).isEqualTo("NEVER pool.take()");
    assertThat(gap("Slot s = pool.take(); s.use(); log.info(\"{}\", s);"))
        .isEqualTo("NEVER pool.take()");
    assertThat(gap("pool.take().part().use();")).isEqualTo("NEVER pool.take()");
  }

  @Test
  void whatIsGivenBackIsNot() {
    assertThat(gap("Slot s = pool.take(); s.close();")).isEqualTo("none");
    assertThat(gap("Slot s = pool.take(); pool.put(s);")).isEqualTo("none");
    assertThat(gap("Slot s = pool.take(); pool.free();")).isEqualTo("none");
    assertThat(gap("try (Slot s = pool.take()) { if (x()) return; }")).isEqualTo("none");
    assertThat(gap("Slot s = pool.take(); try (s) { use(); }")).isEqualTo("none");
    assertThat(gap("Slot s = pool.take(); Part p = s.part(); p.close();")).isEqualTo("none");
    assertThat(gap("pool.take().drain();")).isEqualTo("none");
  }

  @Test
  void whatGoesOutOfSightIsSomebodyElses() {
    assertThat(gap("Slot f() { return pool.take(); }", false)).isEqualTo("none");
    assertThat(gap("Slot s; void f() { s = pool.take(); }", false)).isEqualTo("none");
    assertThat(gap("void f(java.util.List<Slot> all) { all.add(pool.take()); }", false))
        .isEqualTo("none");
    assertThat(gap("Slot s = pool.take(); run(() -> s.close());")).isEqualTo("none");
    assertThat(gap("new Thread(new Job(pool.take()));")).isEqualTo("none");
  }

  @Test
  void aReturnOrThrowBeforeItIsGivenBackLosesIt() {
    assertThat(gap("Slot s = pool.take(); if (s.bad()) return; s.close();"))
        .isEqualTo("EXIT return;");
    assertThat(gap("Slot s = pool.take(); if (s.bad()) throw new E(); s.close();"))
        .isEqualTo("EXIT throw new E();");
    assertThat(gap("Slot s = pool.take(); try { if (s.bad()) return; } finally { s.close(); }"))
        .isEqualTo("none");
    assertThat(gap("if (x()) return; Slot s = pool.take(); s.close();")).isEqualTo("none");
    assertThat(gap("Slot s = pool.take(); while (true) { if (s.bad()) return; s.close(); break; }"))
        .isEqualTo("EXIT return;");
  }

  @Test
  void underALockTheWaysAreTheSame() {
    String locked = "synchronized (this) { Slot s = null; try { s = pool.take(); use(); %s }";
    assertThat(failing(locked.formatted("} catch (E e) { throw e; } finally { s.close(); }")))
        .isEqualTo("none");
    assertThat(failing(locked.formatted("s.close(); } catch (E e) { throw e; }")))
        .isEqualTo("FAILURE throw e;");
    assertThat(gap("Slot s = pool.take(); synchronized (s) { if (s.bad()) return; } s.close();"))
        .isEqualTo("EXIT return;");
  }

  @Test
  void someWayToTheEndMayLoseIt() {
    assertThat(gap("Slot s = pool.take(); if (s.good()) s.close();")).isEqualTo("END pool.take()");
    assertThat(gap("Slot s = pool.take(); if (s.good()) s.close(); else pool.put(s);"))
        .isEqualTo("none");
    assertThat(gap("for (;;) { Slot s = pool.take(); if (s.bad()) continue; s.close(); }"))
        .isEqualTo("none");
    assertThat(
            gap(
                "for (int i = 0; i < 3; i++) { Slot s = pool.take(); if (s.bad()) break; s.close(); }"))
        .isEqualTo("END pool.take()");
    assertThat(
            gap(
                "Slot s = pool.take(); switch (s.kind()) { case 1: s.close(); break; case 2: pool.put(s); }"))
        .isEqualTo("END pool.take()");
    assertThat(
            gap(
                "Slot s = pool.take(); switch (s.kind()) { case 1: s.close(); break; default: pool.put(s); }"))
        .isEqualTo("none");
  }

  @Test
  void aLoopIsLeftBehindItsTest() {
    assertThat(gap("Slot s = pool.take(); while (s.drain()) { count++; }")).isEqualTo("none");
    assertThat(gap("Slot s = pool.take(); do { count++; } while (s.drain());")).isEqualTo("none");
    assertThat(gap("Slot s = pool.take(); while (more) { s.close(); }"))
        .isEqualTo("END pool.take()");
    assertThat(gap("Slot s = pool.take(); do { s.close(); } while (more);")).isEqualTo("none");
  }

  @Test
  void whereThereIsNothingNothingIsLost() {
    assertThat(gap("Slot s = pool.take(); if (s == null) return; s.close();")).isEqualTo("none");
    assertThat(gap("Slot s = pool.take(); if (s != null) { s.close(); }")).isEqualTo("none");
    assertThat(gap("Slot s = pool.take(); Part p = s.part(); if (p != null) p.close();"))
        .isEqualTo("none");
    assertThat(gap("Slot s = pool.take(); if (other != null) s.close();"))
        .isEqualTo("END pool.take()");
  }

  @Test
  void aCallThatFailsPassesOverWhatGivesBack() {
    assertThat(gap("Slot s = pool.take(); work(); s.close();")).isEqualTo("FAILURE work()");
    assertThat(gap("Slot s = pool.take(); try { work(); } finally { s.close(); }"))
        .isEqualTo("none");
    assertThat(gap("Slot s = pool.take(); try { work(); s.close(); } catch (E e) { log(e); }"))
        .isEqualTo("FAILURE work()");
    assertThat(
            gap(
                "Slot s = null; try { s = pool.take(); work(); s.close(); } catch (E e) { s.close(); }"))
        .isEqualTo("none");
    assertThat(gap("Slot s = pool.take(); String t = \"a\".trim(); getName(); s.close();"))
        .isEqualTo("none");
  }

  @Test
  void itsOwnMethodsMayFailOrNot() {
    assertThat(gap("Slot s = pool.take(); s.use(); s.close();")).isEqualTo("none");
    assertThat(failing("Slot s = pool.take(); s.get(1); s.close();")).isEqualTo("FAILURE s.get(1)");
  }

  @Test
  void anAnswerSaysWhetherSomethingWasTaken() {
    assertThat(answering("if (!take()) return; free();")).isEqualTo("none");
    assertThat(answering("if (take()) { free(); }")).isEqualTo("none");
    assertThat(answering("boolean got = take(); if (got) free();")).isEqualTo("none");
    assertThat(answering("if (!take()) return; if (bad()) return; free();"))
        .isEqualTo("EXIT return;");
  }

  private static String answering(String body) {
    FileContext file =
        Sources.of(
                "package shop;\nclass A { void f(java.util.concurrent.Semaphore s) { "
                    + body.replace("take()", "s.tryAcquire()").replace("free()", "s.release()")
                    + " } }")
            .knowing(
                KNOWN
                    + "  - role: gives-back\n    kind: permit\n"
                    + "    calls: [\"java.util.concurrent.Semaphore#release()\"]\n")
            .file();
    Site taking = file.unit().sites().calls("tryAcquire").get(0);
    return Releases.gap(file, taking.as(MethodCallExpr.class), true)
        .map(found -> found.kind() + " " + found.at())
        .orElse("none");
  }

  @Test
  void privateMethodsAreFollowed() {
    assertThat(gap("void f() { end(pool.take()); } private void end(Slot s) { s.close(); }", false))
        .isEqualTo("none");
    assertThat(gap("void f() { look(pool.take()); } private void look(Slot s) { s.use(); }", false))
        .isEqualTo("NEVER pool.take()");
    assertThat(
            gap(
                "private Slot f() { Slot s = pool.take(); if (s.bad()) throw new E(); return s; }"
                    + " void g() { f().close(); }",
                false))
        .isEqualTo("EXIT throw new E();");
    assertThat(
            gap(
                "private Slot f() { Slot s = pool.take(); return s; } void g() { f().use(); }",
                false))
        .isEqualTo("NEVER pool.take()");
  }

  @Test
  void whatAPoolOfTheMethodHandsOutGoesWithIt() {
    String take =
        "Pool own = %s; try { Slot s = own.take(); s.use(); return s; }"
            + " catch (Exception e) { %s; throw e; }";
    assertThat(made(take.formatted("new Pool()", "own.close()"))).isEqualTo("none");
    assertThat(made(take.formatted("Pools.create()", "closeQuietly(own)"))).isEqualTo("none");
    assertThat(made(take.formatted("new Pool()", "own.use()"))).startsWith("FAILURE");
    assertThat(made(take.formatted("pool", "own.close()"))).startsWith("FAILURE");
  }

  private static String made(String body) {
    return gap("Slot f() throws Exception {\n" + body + "\n}", true);
  }
}
