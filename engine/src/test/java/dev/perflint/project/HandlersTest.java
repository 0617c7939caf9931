package dev.perflint.project;

import static dev.perflint.match.Conditions.loop;
import static dev.perflint.match.Conditions.onThreadOf;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Patterns.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.SampleRule;
import dev.perflint.Sources;
import dev.perflint.model.Finding;
import dev.perflint.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A function that a library runs per request is as hot as a request, wherever it is handed over.
 */
class HandlersTest {
  private static final String KNOWLEDGE =
      """
      library: Web
      members:
        - {role: handles, kind: request, calls: ["java.util.Map#put(Object, Object)"]}
        - {role: handles, kind: scheduled, calls: "java.util.Timer#schedule(*)"}
        - {role: iterates, calls: "java.lang.Iterable#forEach(*)"}
        - {role: runs-later, calls: "java.lang.Thread#new(*)"}
      entry-points:
        - {kind: start-up, annotation: lib.Start}
      """;

  private static final Rule TRIMS = SampleRule.flagging(call("java.lang.String#trim()")).build();

  private static Sources sources(String... texts) {
    return Sources.of(texts).knowing(KNOWLEDGE);
  }

  private static List<String> ways(Rule rule, String... texts) {
    return sources(texts).with(rule).findings().stream()
        .sorted((a, b) -> a.location().compareTo(b.location()))
        .map(finding -> finding.reason().lines().get(0))
        .toList();
  }

  @Test
  void aHandlersBodyIsNotThatOfTheMethodAround() {
    assertThat(
            ways(
                TRIMS,
                """
                package shop;
                import java.util.*;
                class Routes {
                  @lib.Start void add(Map<String, Runnable> router, String s, List<String> all) {
                    s.trim();
                    for (String path : all) {
                      router.put("/prices", () -> { s.trim(); help(s); });
                    }
                  }
                  void help(String s) { s.trim(); }
                }
                """))
        .containsExactly(
            "per start: @lib.Start → Routes.add",
            "per request: PUT /prices → Routes.add",
            "per request: PUT /prices → Routes.add → Routes.help");
  }

  @Test
  void whatIsMeantComesBeforeAnotherLibrarysMethodOfThatName() {
    String both =
        """
        library: Servers
        members:
          - {role: handles, kind: request, calls: ["lib.Api#post(*)", "web.Web#post(*)"]}
        """;
    String routes =
        "package shop; import web.Web; class Routes { void add(String s) { Web.post(\"/prices\", () -> s.trim()); } }";
    assertThat(
            Sources.of(routes).knowing(both).with(TRIMS).findings().stream()
                .map(finding -> finding.reason().lines().get(0)))
        .containsExactly("per request: POST /prices → Routes.add");
  }

  @Test
  void aTaskThatIsMadeForATimerRunsByItsTicks() {
    assertThat(
            ways(
                TRIMS,
                """
                package shop;
                import java.util.*;
                class Cleaning {
                  @lib.Start void start(Timer timer) {
                    timer.schedule(new Cleanup("a".trim()), 60);
                    new Thread(new Idle()).start();
                  }
                }
                class Cleanup extends TimerTask {
                  Cleanup(String name) {}
                  public void run() { "b".trim(); }
                }
                class Idle implements Runnable {
                  public void run() { "c".trim(); }
                }
                """))
        .containsExactly(
            "per start: @lib.Start → Cleaning.start",
            "per scheduled run: Cleaning.start → Cleanup.run",
            "no entry point found, counted as once a second");
  }

  @Test
  void aMethodReferenceIsACallOfItsMethod() {
    assertThat(
            ways(
                TRIMS,
                """
                package shop;
                import java.util.*;
                class Routes {
                  void add(Map<String, Runnable> router) { router.put("/list", this::list); }
                  void list() { "a".trim(); }
                }
                """))
        .containsExactly("per request: PUT /list → Routes.add → Routes.list");
  }

  @Test
  void loopsAroundTheRegistrationDoNotCount() {
    Rule inLoops =
        SampleRule.flagging(
                call("java.lang.String#trim()").inside(loop()).inside(runsPer("request")))
            .build();
    List<Finding> findings =
        sources(
                """
                package shop;
                import java.util.*;
                class Routes {
                  void add(Map<String, Runnable> router, List<String> paths) {
                    paths.forEach(path -> router.put("/x", () -> {
                      path.trim();
                      for (String part : path.split("/")) part.trim();
                    }));
                  }
                }
                """)
            .with(inLoops)
            .findings();
    assertThat(findings)
        .extracting(finding -> finding.location().region().startLine())
        .containsExactly(7);
  }

  @Test
  void otherLambdasBelongToTheirMethod() {
    assertThat(
            ways(
                TRIMS,
                """
                package shop;
                import java.util.*;
                class Jobs {
                  @lib.Start void start(Map<String, Runnable> router, List<String> all, Timer timer) {
                    all.forEach(each -> each.trim());
                    router.get(all.stream().map(s -> s.trim()).findFirst().get());
                  }
                }
                """))
        .hasSize(2)
        .allSatisfy(way -> assertThat(way).startsWith("per start: @lib.Start → Jobs.start"));
  }

  @Test
  void theIdSurvivesStorageAndIsUnique() {
    assertThat(
            Merged.of(
                    sources(
                        """
                        package shop;
                        import java.util.*;
                        class Routes {
                          void add(Map<String, Runnable> router) {
                            router.put("/a", () -> a()); router.put("/b", () -> b());
                          }
                          void a() {}
                          void b() {}
                        }
                        """))
                .calls())
        .containsExactly("Routes.add$5_22 -> Routes.a", "Routes.add$5_51 -> Routes.b");
  }

  @Test
  void whatAThreadIsMadeWithRunsOnThatThread() {
    Rule onEntryThread =
        SampleRule.flagging(call("java.lang.String#trim()").inside(onThreadOf("request"))).build();
    String text =
        """
        package shop;
        import java.util.*;
        class Routes {
          void add(Map<String, Runnable> router, lib.Retries retries) {
            router.put("/list", () -> {
              "a".trim();
              new Thread(() -> "b".trim()).start();
              Thread worker = new Thread(new Runnable() { public void run() { "c".trim(); } });
              retries.runAsync(() -> "d".trim());
              new Wrapper(() -> "e".trim());
            });
          }
          record Wrapper(Runnable task) {}
        }
        """;
    assertThat(sources(text).with(onEntryThread).findings())
        .extracting(finding -> finding.location().region().startLine())
        .containsExactly(6, 10);
  }
}
