package dev.perflint.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.Sources;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.rank.Heat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How hot is what no entry point reaches. */
class HeatMapTest {
  private static final String KNOWLEDGE =
      """
      library: Shop
      entry-points:
        - {kind: start-up, annotation: shop.api.Boot}
      """;

  private static Heat heat(String members, String method) {
    return Merged.of(
            Sources.of(
                    "package shop; import shop.api.*;"
                        + " class Rates { String rates; "
                        + members
                        + " String read() { return \"\"; } }")
                .knowing(KNOWLEDGE))
        .heat(method);
  }

  @Test
  void whatIsBehindWhatStartUpHandsOverIsAsRareAsTheWayThere() {
    Heat read =
        heat(
            "@Boot void start(lib.Cache c) { c.fill(new Runnable() { public void run() { load(); } }); }"
                + " void load() { if (rates == null) { rates = read(); } }",
            "Rates.read");
    assertThat(read.kind()).isEqualTo(EntryKind.UNKNOWN);
    assertThat(read.onMiss()).isTrue();
  }

  @Test
  void soIsWhatIsBehindARing() {
    Heat read =
        heat(
            "void load() { if (rates == null) { rates = read(); } else { again(); } }"
                + " void again() { load(); }",
            "Rates.read");
    assertThat(read.kind()).isEqualTo(EntryKind.UNKNOWN);
    assertThat(read.onMiss()).isTrue();
  }

  @Test
  void aClassMayBeMarkedOfWhichAMethodOfSomeNameIsAnEntryPoint() {
    Merged merged =
        Merged.of(
            Sources.of(
                    """
                    package shop;
                    import shop.api.Options;
                    @Options class Sums extends Base { void run() {} void runs() {} }
                    class Lists extends Base { void run() {} }
                    """)
                .knowing(
                    KNOWLEDGE
                        + "  - {kind: command-line, annotation: shop.api.Options, methods: [run]}"));

    assertThat(merged.heat("Sums.run").kind()).isEqualTo(EntryKind.COMMAND_LINE);
    assertThat(merged.heat("Sums.runs").kind()).isEqualTo(EntryKind.UNKNOWN);
    assertThat(merged.heat("Lists.run").kind()).isEqualTo(EntryKind.UNKNOWN);
  }

  private static Heat served(String members, String method) {
    return Merged.of(
            Sources.of("package shop; import shop.api.*; class Rates { " + members + " }")
                .knowing(
                    KNOWLEDGE
                        + "  - {kind: request, annotation: shop.api.Get, label: \"GET {value}\"}"))
        .heat(method);
  }

  @Test
  void aJobThatHasAPathToStartItByHandIsAJob() {
    Heat heat =
        Merged.of(
                Sources.of(
                        "package shop; import shop.api.*; class Rates {"
                            + " @Timer @Get(\"/fill\") void fill() { read(); } void read() {} }")
                    .knowing(
                        KNOWLEDGE
                            + "  - {kind: request, annotation: shop.api.Get}\n"
                            + "  - {kind: scheduled, annotation: shop.api.Timer}"))
            .heat("Rates.read");
    assertThat(heat.kind()).isEqualTo(EntryKind.SCHEDULED);
  }

  @Test
  void aWayThroughWhatOnlyAdministratorsMayRunIsTheirs() {
    String served =
        "@Get(\"/sync\") void sync() { load(); } %s void load() { read(); } void read() {}";
    Heat theirs = served(served.formatted("@RolesAllowed(\"admin\")"), "Rates.read");
    assertThat(theirs.label()).isEqualTo("GET /sync for administrators");
    assertThat(theirs.isOccasional()).isTrue();
    assertThat(served(served.formatted("@RolesAllowed(\"clerk\")"), "Rates.read").label())
        .isEqualTo("GET /sync");
  }

  @Test
  void whatNobodyIsToAskForAnyMoreIsAskedForSeldom() {
    Heat old =
        served("@Deprecated @Get(\"/rates\") void all() { read(); } void read() {}", "Rates.read");
    assertThat(old.label()).isEqualTo("GET /rates that is deprecated");
    assertThat(old.isOccasional()).isTrue();
  }

  @Test
  void anotherWayThatIsOpenToAllIsTheOneToTell() {
    Heat open =
        served(
            "@Get(\"/a\") void a() { load(); } @RolesAllowed(\"admin\") void load() { read(); }"
                + " @Get(\"/b\") void b() { more(); } void more() { read(); } void read() {}",
            "Rates.read");
    assertThat(open.label()).isEqualTo("GET /b");
  }

  @Test
  void theDailyWorkIsToldOfHoweverMuchAnAdministratorRepeats() {
    String both =
        "List<String> all; @Get(\"/manager/init\") void init() { for (String s : all) { read(); } }"
            + " @Get(\"/orders\") void orders() { %s } void read() {}";
    assertThat(served(both.formatted("read();"), "Rates.read").label()).isEqualTo("GET /orders");
    // Not where it hardly ever comes that far.
    assertThat(
            served(both.formatted("try { } catch (Exception e) { read(); }"), "Rates.read").label())
        .isEqualTo("GET /manager/init");
  }

  @Test
  void whatExportsIsAskedForNowAndThen() {
    String way =
        "@Get(\"/launches/{id}\") void launch() { %s(); } void %1$s() { read(); } void read() {}";
    Heat export = served(way.formatted("exportLaunch"), "Rates.read");
    assertThat(export.label()).isEqualTo("GET /launches/{id} to export or import");
    assertThat(export.isOccasional()).isTrue();
    assertThat(served(way.formatted("exported"), "Rates.read").isOccasional()).isFalse();
  }

  @Test
  void whatIsCalledStartOrHearsOfTheStartRunsOnce() {
    for (String start :
        List.of(
            "public void start() { read(); }",
            "void ready(@Observes StartupEvent e) { read(); }",
            "@EventListener void ready(ApplicationReadyEvent e) { read(); }")) {
      assertThat(served(start + " void read() {}", "Rates.read").kind())
          .as(start)
          .isEqualTo(EntryKind.START_UP);
    }
    for (String other :
        List.of(
            "public void start(int job) { read(); }",
            "void ready(@Observes OrderEvent e) { read(); }",
            "void ready(StartupEvent e) { read(); }")) {
      assertThat(served(other + " void read() {}", "Rates.read").kind())
          .as(other)
          .isEqualTo(EntryKind.UNKNOWN);
    }
  }

  @Test
  void whatAFieldIsFilledWithOnceIsReadOnAMiss() {
    String members =
        "List<String> all; @Get(\"/a\") List<String> a() { if (%s) { return %s; } read(); return all; }"
            + " void read() {}";
    for (String filled :
        List.of(
            "!all.isEmpty()",
            "!all.isEmpty() || isOff()",
            "all != null",
            "Objects.nonNull(all)",
            "Lists.isNotEmpty(all)",
            "!Lists.isEmpty(all)")) {
      assertThat(served(members.formatted(filled, "all"), "Rates.read").onMiss())
          .as(filled)
          .isTrue();
    }
    assertThat(served(members.formatted("!all.isEmpty()", "none"), "Rates.read").onMiss())
        .isFalse();
    for (String other : List.of("all.isEmpty()", "Lists.isEmpty(all)", "!Lists.isNotEmpty(all)")) {
      assertThat(served(members.formatted(other, "all"), "Rates.read").onMiss())
          .as(other)
          .isFalse();
    }
  }

  @Test
  void whatAHolderKeepsForTheRequestIsReadOnAMiss() {
    String members =
        "Roles kept; @Get(\"/a\") String a() { if (kept.isFilled()) { return kept.roles(); }"
            + " String found = read(); %s return found; } String read() { return null; }";
    assertThat(served(members.formatted("kept.setRoles(found);"), "Rates.read").onMiss()).isTrue();
    assertThat(served(members.formatted("log.setRoles(found);"), "Rates.read").onMiss()).isFalse();
  }

  private static Heat loaded(String build, String ask) {
    return Merged.of(
            Sources.of(
                    """
                    package shop;
                    import com.google.common.cache.*;
                    import shop.api.*;
                    class Rates {
                      private final LoadingCache<String, String> kept = CacheBuilder.newBuilder().build(%s);
                      @Get("/a") String a(String key) { return %s; }
                      String read(String key) { return key; }
                      class Loader extends CacheLoader<String, String> {
                        public String load(String key) { return read(key); }
                      }
                    }
                    """
                        .formatted(build, ask))
                .knowing(KNOWLEDGE + "  - {kind: request, annotation: shop.api.Get}"))
        .heat("Rates.read");
  }

  @Test
  void whoAsksALoadingCacheRunsItsLoaderOnAMiss() {
    String anonymous =
        "new CacheLoader<String, String>() { public String load(String key) { return read(key); } }";
    for (String loader : List.of("new Loader()", anonymous)) {
      Heat read = loaded(loader, "kept.get(key)");
      assertThat(read.kind()).isEqualTo(EntryKind.REQUEST);
      assertThat(read.onMiss()).isTrue();
      assertThat(loaded(loader, "other.get(key)").kind()).isEqualTo(EntryKind.UNKNOWN);
    }
  }

  @Test
  void whatInstallsIsAskedForOnce() {
    String way =
        "@Get(\"/a\") void a() { install(); } void install() { read(); }"
            + " @Get(\"/admin/b\") void b() { %s } void read() {}";

    Heat installing = served(way.formatted(""), "Rates.read");
    assertThat(installing.label()).isEqualTo("GET /a to install");
    assertThat(installing.log10()).isEqualTo(Heat.of(EntryKind.START_UP, "", "f").log10());
    assertThat(served(way.formatted("read();"), "Rates.read").label()).isEqualTo("GET /admin/b");
    assertThat(heat("void install() { read(); }", "Rates.read").kind())
        .isEqualTo(EntryKind.START_UP);
  }

  @Test
  void whatNobodyCallsInAPackageOfCommandsIsOne() {
    String type = "package %s; class Tool { void run() { read(); } void read() {} }";
    Heat read = Merged.of(Sources.of(type.formatted("shop.cli"))).heat("cli.Tool.read");
    assertThat(read.kind()).isEqualTo(EntryKind.COMMAND_LINE);
    Heat other = Merged.of(Sources.of(type.formatted("shop.clients"))).heat("clients.Tool.read");
    assertThat(other.kind()).isEqualTo(EntryKind.UNKNOWN);
  }

  @Test
  void anObjectThatNobodyIsSeenToMakeSaysLessThanAStartThatIsKnown() {
    String way = "Rates() { load(); } static void load() { read(); } static void read() {} %s";
    assertThat(heat(way.formatted("@Boot void start() { load(); }"), "Rates.load").kind())
        .isEqualTo(EntryKind.START_UP);
    assertThat(heat(way.formatted(""), "Rates.load").kind()).isEqualTo(EntryKind.UNKNOWN);
    assertThat(heat(way.formatted("void f() { load(); }"), "Rates.load").methods().get(0))
        .contains("#f(");
  }
}
