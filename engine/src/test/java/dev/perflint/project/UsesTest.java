package dev.perflint.project;

import static dev.perflint.match.Conditions.usedPer;
import static dev.perflint.match.Patterns.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.SampleRule;
import dev.perflint.Sources;
import dev.perflint.analysis.FileAnalysis;
import dev.perflint.analysis.FileAnalysisCodec;
import dev.perflint.model.Finding;
import dev.perflint.model.Risk;
import dev.perflint.rule.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is made at start-up is as hot as the hottest request that uses it. */
class UsesTest {
  private static final String KNOWLEDGE =
      """
      library: Shop
      members:
        - role: runs-later
          calls:
            - java.util.concurrent.Executor#execute(Runnable)
            - java.util.concurrent.ExecutorService#submit(*)
            - java.util.concurrent.CompletableFuture#runAsync(*)
        - {role: remote-call, calls: ["lib.Client#get()", "lib.Target#get()"]}
      annotations:
        - {role: makes-bean, names: [lib.Bean]}
        - {role: runs-once, names: [lib.Bean]}
        - {role: runs-later, names: [lib.Async]}
        - {role: names-bean, names: [lib.Named]}
      entry-points:
        - {kind: request, annotation: lib.Get, label: "GET {value}"}
      """;

  private static final Rule POOLS =
      SampleRule.flagging(
              call("java.util.concurrent.Executors#newFixedThreadPool(*)")
                  .where(usedPer("runs-later", "request")))
          .heatOfUse("runs-later")
          .risk(Risk.OUTAGE)
          .build();

  private static final Rule CLIENTS =
      SampleRule.flagging(call("lib.Client#new()"))
          .heatOfUse("remote-call")
          .risk(Risk.OUTAGE)
          .build();

  private static final String IMPORTS =
      "package shop; import java.util.concurrent.*; import lib.*; ";

  private static Sources sources(String... texts) {
    List<String> all = new ArrayList<>();
    for (String text : texts) {
      all.add(IMPORTS + text);
    }
    return Sources.of(all.toArray(String[]::new)).knowing(KNOWLEDGE).with(POOLS);
  }

  private static List<Finding> findings(String... texts) {
    return sources(texts).findings();
  }

  @Test
  void aFieldIsAsHotAsTheRequestThatFeedsIt() {
    List<Finding> findings =
        findings(
            """
            class A {
              private static final ExecutorService POOL = Executors.newFixedThreadPool(4);
              @Get("/a") void a(Runnable r) { for (Object o : r.toString().split(",")) { POOL.submit(r); } }
              void b() { POOL.isShutdown(); }
            }
            """);
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).priority().name()).isEqualTo("P1");
    assertThat(findings.get(0).reason().lines().get(0)).startsWith("per request: GET /a → A.a");
    assertThat(findings.get(0).trail().near())
        .extracting(step -> step.location().region().startLine())
        .contains(3);
  }

  @Test
  void whatAConstructorIsGivenIsAsHotAsTheFieldThatKeepsIt() {
    assertThat(
            clients(
                "class A { private final Client c = new Client(); A() { new Filter(c, 1); } }",
                """
                class Filter {
                  private final int size;
                  private final Client client;
                  Filter(Client client, int size) { this.client = client; this.size = size; }
                  @Get("/a") void a() { client.get(); }
                }
                """))
        .startsWith("per request: GET /a → Filter.a");
  }

  @Test
  void whatAFactoryMakesForABeanMethodIsAsHotAsTheBean() {
    String config = "class Config { @lib.Bean lib.Client client() { return Clients.make(); } }";
    String user =
        "class User { private final lib.Client client; User(lib.Client client) { this.client = client; }"
            + " @Get(\"/a\") void a() { client.get(); } }";
    String factory = "class Clients { static lib.Client make() { return new lib.Client(); } }";
    assertThat(clients(factory, config, user)).startsWith("per request: GET /a → User.a");
    String chained = user.replace("client.get()", "client.target().get()");
    assertThat(clients(factory, config, chained)).startsWith("per request: GET /a → User.a");
    String other = config.replace("lib.Client client", "Object client");
    assertThat(clients(factory, other, user)).doesNotStartWith("per request");
  }

  @Test
  void whatABeanIsMadeOfIsAsHotAsTheBean() {
    String user =
        "class User { private final lib.Target target; User(lib.Target target) { this.target = target; }"
            + " @Get(\"/a\") void a() { target.get(); } }";
    String config =
        """
        class Config {
          @lib.Bean lib.Client client() { return new lib.Client(); }
          @lib.Bean lib.Target target(%s) { lib.Target made = new lib.Target(%s); return made; }
        }
        """;
    String hot = "per request: GET /a → User.a";
    assertThat(clients(config.formatted("", "client()"), user)).startsWith(hot);
    assertThat(clients(config.formatted("lib.Client c", "c"), user)).startsWith(hot);
    assertThat(clients(config.formatted("lib.Other c", "c"), user)).doesNotStartWith("per request");
    assertThat(clients(config.formatted("", "null"), user)).doesNotStartWith("per request");
    String checked = user.replace("= target;", "= java.util.Objects.requireNonNull(target);");
    assertThat(clients(config.formatted("", "client()"), checked)).startsWith(hot);
    String made = user.replace("= target;", "= lib.Targets.make(target);");
    assertThat(clients(config.formatted("", "client()"), made)).doesNotStartWith("per request");
  }

  @Test
  void ofTwoFieldsThatMayKeepItNoneIsGuessed() {
    assertThat(
            clients(
                "class A { private final Client c = new Client(); A() { new Filter(c, c); } }",
                """
                class Filter {
                  private final Client one;
                  private final Client two;
                  Filter(Client one, Client two) { this.one = one; this.two = two; }
                  @Get("/a") void a() { one.get(); }
                }
                """))
        .doesNotStartWith("per request");
  }

  @Test
  void whatAWrapperBeginsIsAUse() {
    assertThat(
            clients(
                """
                class A {
                  private final Client client = new Client();
                  Target target() { return client.target("/x").trimmed(); }
                }
                """,
                """
                class B {
                  private final A a;
                  B(A a) { this.a = a; }
                  @Get("/b") void b() { a.target().get(); }
                }
                """))
        .startsWith("per request: GET /b → B.b → A.target");
  }

  @Test
  void whatAGetterOfItGivesIsNoUse() {
    assertThat(
            clients(
                """
                class A {
                  private final Client client = new Client();
                  @Get("/a") String name() { return client.name(); }
                }
                """))
        .doesNotStartWith("per request");
  }

  private static String clients(String... texts) {
    List<String> all = new ArrayList<>();
    for (String text : texts) {
      all.add("package shop; import lib.Client; import lib.Get; import lib.Target; " + text);
    }
    List<Finding> findings =
        Sources.of(all.toArray(String[]::new)).knowing(KNOWLEDGE).with(CLIENTS).findings();
    assertThat(findings).hasSize(1);
    return findings.get(0).reason().lines().get(0);
  }

  @Test
  void lookingAtItIsNoUse() {
    assertThat(
            findings(
                """
                class A {
                  private final ExecutorService pool = Executors.newFixedThreadPool(4);
                  @Get("/a") boolean a() { return pool.isShutdown(); }
                  void b(Runnable r) { pool.submit(r); }
                }
                """))
        .isEmpty();
  }

  @Test
  void wrappersLocalsAndPrivateFactoriesAreFollowed() {
    assertThat(
            findings(
                """
                class A {
                  private final Executor pool;
                  A() { Executor made = wrap(make()); this.pool = made; }
                  private ExecutorService make() { return Executors.newFixedThreadPool(4); }
                  Executor wrap(Executor e) { return e; }
                  @Get("/a") void a(Runnable r) { CompletableFuture.runAsync(r, pool); }
                }
                """))
        .hasSize(1);
  }

  @Test
  void otherFilesThatNameTheFieldCount() {
    String pools =
        "class Pools { %s static final ExecutorService IO = Executors.newFixedThreadPool(4); }";
    String user = "class B { @Get(\"/b\") void b(Runnable r) { Pools.IO.submit(r); } }";
    assertThat(findings(pools.formatted("public"), user)).hasSize(1);
    assertThat(findings(pools.formatted("private"), user)).isEmpty();
    String inherited =
        "class B extends Pools { @Get(\"/b\") void b(Runnable r) { IO.submit(r); } }";
    assertThat(findings(pools.formatted("protected"), inherited)).hasSize(1);
    String shadowed =
        "class B extends Pools { ExecutorService IO; @Get(\"/b\") void b(Runnable r) { IO.submit(r); } }";
    assertThat(findings(pools.formatted("protected"), shadowed)).isEmpty();
  }

  @Test
  void aBeanIsUsedByThoseWhoAreGivenItsType() {
    String bean = "class Config { @Bean %s pool() { return Executors.newFixedThreadPool(4); } }";
    String given =
        """
        class B {
          private final Executor pool;
          B(Executor pool) { this.pool = pool; }
          @Get("/b") void b(Runnable r) { pool.execute(r); }
        }
        """;
    assertThat(findings(bean.formatted("ExecutorService"), given)).hasSize(1);
    assertThat(findings(bean.formatted("ExecutorService"), given.replace("= pool;", "= own();")))
        .as("a field that its own class fills is not the bean")
        .isEmpty();
    String other = given.replace("Executor", "ScheduledExecutorService");
    assertThat(findings(bean.formatted("ExecutorService"), other))
        .as("a bean of a supertype is not injected")
        .isEmpty();
  }

  @Test
  void ofSeveralBeansTheNameDecides() {
    String beans =
        """
        class Config {
          @Bean("mail") ExecutorService first() { return Executors.newFixedThreadPool(4); }
          @Bean Executor audit() { return new Direct(); }
        }
        """;
    String user = "class B { %s Executor %s; @Get(\"/b\") void b(Runnable r) { %s.execute(r); } }";
    assertThat(findings(beans, user.formatted("@Named(\"mail\")", "pool", "pool"))).hasSize(1);
    assertThat(findings(beans, user.formatted("@Named(Names.AUDIT)", "pool", "pool"))).isEmpty();
    assertThat(
            findings(
                beans.replace("\"mail\"", "Names.MAIL"),
                user.formatted("@Named(Names.MAIL)", "pool", "pool")))
        .hasSize(1);
    assertThat(findings(beans, user.formatted("", "mail", "mail"))).hasSize(1);
    assertThat(findings(beans, user.formatted("", "pool", "pool")))
        .as("one of the two, nobody sees which")
        .isEmpty();
    String constructor =
        """
        class B {
          private final Executor pool;
          B(@Named("%s") Executor pool) { this.pool = pool; }
          @Get("/b") void b(Runnable r) { pool.execute(r); }
        }
        """;
    assertThat(findings(beans, constructor.formatted("mail"))).hasSize(1);
    assertThat(findings(beans, constructor.formatted("audit"))).isEmpty();
  }

  @Test
  void twoThatAreMadeWithTheSameWordsHaveTheirOwnUsers() {
    assertThat(
            findings(
                """
                class A {
                  private final ExecutorService fed = Executors.newFixedThreadPool(4);
                  private final ExecutorService idle = Executors.newFixedThreadPool(4);
                  @Get("/a") void a(Runnable r) { fed.submit(r); }
                  void b(Runnable r) { idle.submit(r); }
                }
                """))
        .extracting(finding -> finding.location().region().startLine())
        .containsExactly(2);
  }

  @Test
  void anAsyncMethodNamesItsExecutor() {
    String beans =
        """
        class Config {
          @Bean ExecutorService mail() { return Executors.newFixedThreadPool(4); }
          @Bean Executor audit() { return new Direct(); }
        }
        """;
    String async = "class B { @Get(\"/b\") void b() { send(); } @Async%s void send() {} }";
    assertThat(findings(beans, async.formatted("(\"mail\")"))).hasSize(1);
    assertThat(findings(beans, async.formatted("(\"audit\")"))).isEmpty();
    assertThat(findings(beans, async.formatted(""))).isEmpty();
    assertThat(findings(beans.replace("mail()", "taskExecutor()"), async.formatted("")))
        .as("the name that counts where none is given")
        .hasSize(1);
  }

  @Test
  void whatItsOwnMethodLimitsIsNoUse() {
    String pool =
        """
        class A {
          static final ExecutorService POOL = Executors.newFixedThreadPool(4);
          @Get("/a") void a(Callable<String> c, Semaphore permits) throws Exception { %s }
        }
        """;
    String other =
        """
        class B {
          @Get("/b") void b(Callable<String> c, Semaphore permits) throws Exception { %s }
        }
        """;
    String made = pool.formatted("");
    String awaited = "Future<String> f = %sPOOL.submit(c); f.get(3, TimeUnit.SECONDS);";
    assertThat(findings(pool.formatted(awaited.formatted("")))).isEmpty();
    assertThat(findings(made, other.formatted(awaited.formatted("A.")))).isEmpty();
    String forgotten = "permits.toString(); %sPOOL.submit(c);";
    assertThat(findings(pool.formatted(forgotten.formatted("")))).hasSize(1);
    assertThat(findings(made, other.formatted(forgotten.formatted("A.")))).hasSize(1);
    String gated = "permits.acquire(); %sPOOL.submit(c);";
    assertThat(findings(pool.formatted(gated.formatted("")))).isEmpty();
    assertThat(findings(made, other.formatted(gated.formatted("A.")))).isEmpty();
  }

  @Test
  void theUseThatWasAskedForIsShown() {
    List<Finding> findings =
        findings(
            """
            class A {
              static final ExecutorService POOL = Executors.newFixedThreadPool(4);
              @Get("/a") void a(Runnable r) { POOL.submit(r); }
              void rows(Iterable<Iterable<Iterable<Runnable>>> all) {
                for (var some : all) { for (var few : some) { for (Runnable r : few) { POOL.submit(r); } } }
              }
            }
            """);
    assertThat(findings.get(0).reason().lines().get(0)).startsWith("per request: GET /a");
  }

  @Test
  void whatHappensAfterAFailureIsNoEvidence() {
    assertThat(
            findings(
                """
                class A {
                  static final ExecutorService POOL = Executors.newFixedThreadPool(4);
                  @Get("/a") void a(Runnable r) {
                    try { r.run(); } catch (RuntimeException e) { POOL.submit(r); }
                  }
                }
                """))
        .isEmpty();
  }

  @Test
  void asyncMethodsRunOnTheBean() {
    String bean =
        "class Config { @Bean Executor pool() { return Executors.newFixedThreadPool(4); } }";
    String service = "class Mail { @Async void send() {} }";
    String handler = "class B { Mail mail; @Get(\"/b\") void b() { mail.send(); } }";
    assertThat(findings(bean, service, handler)).hasSize(1);
    assertThat(findings(bean, service)).as("nobody calls it per request").isEmpty();
  }

  @Test
  void answersAreTheSameAfterStorage() throws IOException {
    Sources sources =
        sources(
            "class Pools { static final ExecutorService IO = Executors.newFixedThreadPool(4); }",
            "class B { @Get(\"/b\") void b(Runnable r) { Pools.IO.submit(r); } }");
    List<FileAnalysis> stored = new ArrayList<>();
    for (FileAnalysis analysis : sources.analyses()) {
      stored.add(FileAnalysisCodec.decode(FileAnalysisCodec.encode(analysis)));
    }
    List<Finding> after =
        new Project(stored, sources.knowledge(), Sources.JDK).findings(List.of(POOLS));
    assertThat(after).hasSize(1).isEqualTo(sources.findings());
  }
}
