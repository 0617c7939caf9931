package dev.perflint.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.Sources;
import dev.perflint.knowledge.EntryKind;
import org.junit.jupiter.api.Test;

/** Whose method runs where a base class calls one of its own. */
class OwnCallsTest {
  private static final String KNOWLEDGE =
      """
      library: Web
      entry-points:
        - {kind: request, annotation: web.Get}
        - {kind: scheduled, annotation: web.Timer}
      """;

  private static final String STORES =
      """
      package shop;
      import web.*;
      abstract class Store {
        String find() { return load(); }
        abstract String load();
        void open() { prepare(); }
        void prepare() {}
        static void check(Store store) { store.checked(); }
        void checked() {}
      }
      class Disk extends Store {
        String load() { return ""; }
        String read() { return find(); }
        void prepare() { super.prepare(); }
        void checked() {}
      }
      class Remote extends Store {
        String load() { return ""; }
        void prepare() { sent(); }
        void sent() {}
        void checked() { asked(); }
        void asked() {}
      }
      """;

  private static Merged merged(String user) {
    return Merged.of(Sources.of(STORES, "package shop; import web.*; " + user).knowing(KNOWLEDGE));
  }

  private static EntryKind kind(String user, String method) {
    return merged(user).heat(method).kind();
  }

  @Test
  void isThatOfTheClassThatTheWayCameThrough() {
    String user = "class User { @Get String get(Disk disk) { return disk.read(); } }";

    assertThat(kind(user, "Disk.load")).isEqualTo(EntryKind.REQUEST);
    assertThat(kind(user, "Remote.load")).isEqualTo(EntryKind.UNKNOWN);
  }

  @Test
  void isThatOfTheDeclaredReceiver() {
    String user = "class User { @Get String get(Disk disk) { return disk.find(); } }";

    assertThat(kind(user, "Disk.load")).isEqualTo(EntryKind.REQUEST);
    assertThat(kind(user, "Remote.load")).isEqualTo(EntryKind.UNKNOWN);
  }

  @Test
  void isThatOfAnyWhereTheReceiverMayBeAny() {
    String user = "class User { @Get String get(Store store) { return store.find(); } }";

    assertThat(kind(user, "Disk.load")).isEqualTo(EntryKind.REQUEST);
    assertThat(kind(user, "Remote.load")).isEqualTo(EntryKind.REQUEST);
  }

  @Test
  void isSoughtOnEveryWay() {
    String user =
        """
        class User {
          @Get String get(Disk disk) { return disk.read(); }
          @Timer String now(Remote remote) { return remote.find(); }
        }
        """;

    assertThat(kind(user, "Disk.load")).isEqualTo(EntryKind.REQUEST);
    assertThat(kind(user, "Remote.load")).isEqualTo(EntryKind.SCHEDULED);
    assertThat(kind(user, "Store.find")).isEqualTo(EntryKind.REQUEST);
  }

  @Test
  void isNoOverrideWhereTheSuperclassIsNamed() {
    Merged merged = merged("class User { @Get void get(Disk disk) { disk.prepare(); } }");

    assertThat(merged.calls())
        .contains("Disk.prepare -> Store.prepare")
        .doesNotContain("Disk.prepare -> Remote.prepare?", "Disk.prepare -> Disk.prepare?");
    assertThat(merged.heat("Remote.sent").kind()).isEqualTo(EntryKind.UNKNOWN);
  }

  @Test
  void isOpenOnceTheObjectIsHandedOver() {
    String user =
        """
        class User extends Disk {
          @Get void get(Store other) { check(other); }
          void checked() {}
        }
        """;

    assertThat(kind(user, "Remote.asked")).isEqualTo(EntryKind.REQUEST);
  }

  @Test
  void isThatOfTheObjectWhileItIsMade() {
    String user =
        """
        abstract class Job {
          private final String name = started();
          Job() { init(); }
          abstract void init();
          abstract String started();
        }
        class Fast extends Job { void init() {} String started() { return ""; } }
        class Slow extends Job { void init() {} String started() { return ""; } }
        class User { @Get Job get() { return new Fast(); } }
        """;

    assertThat(kind(user, "Fast.init")).isEqualTo(EntryKind.REQUEST);
    assertThat(kind(user, "Fast.started")).isEqualTo(EntryKind.REQUEST);
    assertThat(kind(user, "Slow.init")).isEqualTo(EntryKind.UNKNOWN);
    assertThat(kind(user, "Slow.started")).isEqualTo(EntryKind.UNKNOWN);
  }

  @Test
  void ofABaseOfJobsIsThatOfEachJobHoweverManyThereAre() {
    StringBuilder jobs = new StringBuilder("abstract class Job { %s void run() { call(); } ");
    jobs.append("abstract void call(); }");
    for (int i = 0; i < 12; i++) {
      jobs.append(" class Job").append(i).append(" extends Job { void call() {} }");
    }

    assertThat(kind(jobs.toString().formatted("@Timer"), "Job7.call"))
        .isEqualTo(EntryKind.SCHEDULED);
    assertThat(kind(jobs.toString().formatted("@Get"), "Job7.call")).isEqualTo(EntryKind.UNKNOWN);
  }
}
