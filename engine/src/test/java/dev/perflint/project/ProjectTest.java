package dev.perflint.project;

import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.call;
import static dev.perflint.match.Patterns.on;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.SampleRule;
import dev.perflint.Sources;
import dev.perflint.analysis.FileAnalysis;
import dev.perflint.facts.Calls;
import dev.perflint.match.Condition;
import dev.perflint.match.Pattern;
import dev.perflint.model.Certainty;
import dev.perflint.model.Finding;
import dev.perflint.model.Step;
import dev.perflint.rule.Rule;
import dev.perflint.types.MethodRef;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProjectTest {
  private static final String KNOWLEDGE =
      """
      library: Shop
      members:
        - {role: query, calls: "lib.Db#select(*)"}
        - {role: interrupts, calls: "java.lang.Thread#interrupt()"}
      types:
        - {role: repository, names: [lib.Repository]}
      entry-points:
        - {kind: request, annotation: lib.Get, label: "GET {value}"}
      """;

  /** Calls of a method that queries, directly or through others. */
  private static final Rule QUERIES =
      SampleRule.flagging(
              on(MethodCallExpr.class, (file, site) -> Truth.SURE)
                  .where(
                      truth(
                          "it queries",
                          match ->
                              Truth.open(
                                  new Question.Does(
                                      new MethodRef(
                                          match.file().calls().owner(match.site()),
                                          match.callee(),
                                          Calls.arity(match.node())),
                                      "query")))))
          .build();

  private static List<String> places(List<Finding> findings) {
    return findings.stream()
        .map(
            f ->
                f.location().path().replaceAll(".*/", "")
                    + ":"
                    + f.location().region().startLine()
                    + " "
                    + f.confidence())
        .sorted()
        .toList();
  }

  @Test
  void aSupertypeInAnotherFileDecides() {
    Pattern runs = call("java.lang.Runnable#run()");
    List<Finding> findings =
        Sources.of(
                """
                package shop;
                class A {
                  void f(Task task, Other other, Missing missing, Deep deep) {
                    task.run();
                    other.run();
                    missing.run();
                    deep.run();
                  }
                }
                """,
                "package shop; class Task implements Runnable { public void run() {} }",
                "package shop; class Other { public void run() {} }",
                "package shop; class Deep extends Task {}")
            .with(SampleRule.flagging(runs).build())
            .findings();
    assertThat(places(findings)).containsExactly("A.java:4 SURE", "A.java:7 SURE");
  }

  @Test
  void missingTypesMakeUsQuieterUnderNotToo() {
    Condition isRunnable =
        truth(
            "it is a Runnable",
            match ->
                match
                    .file()
                    .types()
                    .resolver()
                    .isA(match.file().calls().owner(match.site()), "java.lang.Runnable"));
    Rule rule =
        SampleRule.flagging(
                on(
                    MethodCallExpr.class,
                    (file, site) ->
                        Truth.of(site.as(MethodCallExpr.class).getNameAsString().equals("go"))))
            .unless("runnable", isRunnable)
            .build();
    List<Finding> findings =
        Sources.of(
                """
                package shop;
                class A {
                  void f(Plain plain, Task task, Missing missing, Half half) {
                    plain.go();
                    task.go();
                    missing.go();
                    half.go();
                  }
                }
                """,
                "package shop; class Plain {}",
                "package shop; class Task implements Runnable {}",
                "package shop; class Half extends Missing {}")
            .with(rule)
            .findings();
    assertThat(places(findings)).containsExactly("A.java:4 SURE");
  }

  @Test
  void effectsComeThroughCallsWithTheWayThere() {
    Sources sources =
        Sources.of(
                """
                package shop;
                class A {
                  Service service;
                  void f() {
                    service.load();
                    service.name();
                  }
                }
                """,
                """
                package shop;
                class Service {
                  Dao dao;
                  void load() { dao.find(); }
                  String name() { return ""; }
                }
                """,
                """
                package shop;
                class Dao {
                  lib.Db db;
                  void find() { db.select(1); }
                }
                """)
            .knowing(KNOWLEDGE)
            .with(QUERIES);
    Finding first =
        sources.findings().stream()
            .filter(f -> f.location().path().endsWith("A.java"))
            .findFirst()
            .orElseThrow();
    assertThat(first.message()).isEqualTo("`load` is called (Db.select, through Dao.find)");
    assertThat(first.trail().near())
        .extracting(Step::message)
        .containsExactly("Service.load calls Dao.find", "Dao.find runs Db.select");
    assertThat(first.trail().near())
        .extracting(step -> step.location().path())
        .containsExactly("shop/Service.java", "shop/Dao.java");
    assertThat(places(sources.findings())).containsExactly("A.java:5 SURE", "Service.java:4 SURE");
  }

  @Test
  void whatIsHandedOverIsNotDoneHere() {
    List<Finding> findings =
        Sources.of(
                """
                package shop;
                class A {
                  lib.Db db;
                  void f() {
                    make();
                  }
                  Runnable make() {
                    return new Runnable() { public void run() { db.select(1); } };
                  }
                }
                """)
            .knowing(KNOWLEDGE)
            .with(QUERIES)
            .findings();
    assertThat(findings).isEmpty();
  }

  @Test
  void aMethodRunsPerRequestWhenOneThatDoesCallsIt() {
    Rule rule =
        SampleRule.flagging(call("java.lang.String#trim()").inside(runsPer("request", "message")))
            .build();
    List<Finding> findings =
        Sources.of(
                """
                package shop;
                class A {
                  @lib.Get("/a") void f(String s) { g(s); }
                  void g(String s) {
                    s.trim();
                  }
                  void h(String s) {
                    s.trim();
                  }
                }
                """)
            .knowing(KNOWLEDGE)
            .with(rule)
            .findings();
    assertThat(places(findings)).containsExactly("A.java:5 SURE");
  }

  @Test
  void whoCreatesATypeMayInterruptIt() {
    String asking =
        "package shop; class %s implements Runnable { public void run() { \"a\".trim(); } }";
    Rule rule =
        SampleRule.flagging(
                call("java.lang.String#trim()")
                    .where(
                        truth(
                            "somebody interrupts it",
                            match ->
                                Truth.open(
                                    new Question.InterruptedByCreator(
                                        match.file().typeNameAround(match.site().frame()))))))
            .build();
    List<Finding> findings =
        Sources.of(
                asking.formatted("Stopped"),
                asking.formatted("Referred"),
                asking.formatted("Free"),
                """
                package shop;
                class Owner {
                  void f() { Thread t = new Thread(new Stopped()); make(Referred::new); t.interrupt(); }
                }
                """,
                "package shop; class Other { void f() { new Free(); } }")
            .knowing(KNOWLEDGE)
            .with(rule)
            .findings();
    assertThat(places(findings)).containsExactly("Referred.java:1 LIKELY", "Stopped.java:1 LIKELY");
  }

  @Test
  void theRuleThatSupersedesSpeaks() {
    Pattern trims = call("java.lang.String#trim()");
    Rule plain = SampleRule.flagging(trims).build();
    Rule special = named("special-rule", trims, "sample-rule");
    Sources sources =
        Sources.of(
            "package shop; class A { void f(String s) {\n s.trim(); s.trim();\n s.strip();\n} }");
    assertThat(sources.with(plain).findings()).hasSize(2);
    assertThat(sources.with(plain, special).findings())
        .extracting(f -> f.rule().value())
        .containsExactly("special-rule", "special-rule");
    Rule elsewhere = named("special-rule", call("java.lang.String#strip()"), "sample-rule");
    assertThat(sources.with(plain, elsewhere).findings()).hasSize(3);
  }

  private static Rule named(String id, Pattern pattern, String superseded) {
    Rule sample = SampleRule.flagging(pattern).build();
    return Rule.named(id)
        .since("0.1")
        .theme(sample.doc().theme())
        .risk(sample.doc().risk())
        .effect("10 µs")
        .technique(sample.doc().technique())
        .effort(sample.doc().effort())
        .summary("s")
        .why("w")
        .instead("i")
        .caveat("c")
        .evidence(sample.doc().evidence())
        .flag(pattern)
        .say(match -> "special")
        .supersedes(superseded)
        .build();
  }

  @Test
  void theOrderOfTheFilesChangesNothing() {
    Sources sources =
        Sources.of(
                "package shop; class A { B b; void f() { b.g(); b.g(); } }",
                "package shop; class B { C c; void g() { c.h(); } }",
                "package shop; class C { lib.Db db; @lib.Get(\"/c\") void h() { db.select(1); } }",
                "package shop; class Z {} class C { void h() {} }")
            .knowing(KNOWLEDGE)
            .with(QUERIES);
    List<Finding> expected = sources.findings();
    assertThat(expected).isNotEmpty();
    List<FileAnalysis> files = new ArrayList<>(sources.analyses());
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(files, new Random(seed));
      assertThat(new Project(files, sources.knowledge(), Sources.JDK).findings(List.of(QUERIES)))
          .as("seed %d", seed)
          .usingRecursiveComparison()
          .isEqualTo(expected);
    }
  }

  @Test
  void starImportedTypesAreSettledByWhatExists() {
    Rule rule = SampleRule.flagging(call("java.util.List#size()")).build();
    String user =
        "package %s; import java.util.*; class %s { int f(List<String> l) { return l.size(); } }";
    List<Finding> findings =
        Sources.of(
                user.formatted("shop", "A"),
                user.formatted("other", "B"),
                "package other; class List<T> { int size() { return 0; } }")
            .with(rule)
            .findings();
    assertThat(places(findings)).containsExactly("A.java:1 SURE");
    assertThat(findings.get(0).confidence()).isEqualTo(Certainty.SURE);
  }
}
