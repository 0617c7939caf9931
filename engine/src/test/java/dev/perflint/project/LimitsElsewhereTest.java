package dev.perflint.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.Sources;
import dev.perflint.analysis.FileAnalysis;
import dev.perflint.analysis.FileAnalysisCodec;
import dev.perflint.facts.LimitsElsewhere;
import dev.perflint.knowledge.Roles;
import dev.perflint.model.Certainty;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one file limits, another one need not. */
class LimitsElsewhereTest {
  private static final String KNOWLEDGE =
      """
      library: Shop
      members:
        - {role: without-timeout, kind: socket, calls: [java.net.Socket#new(*)]}
        - {role: without-timeout, kind: mail, calls: [java.net.ServerSocket#new(*)]}
        - {role: sets-timeout, kind: socket, calls: [java.net.Socket#setSoTimeout(int)]}
        - {role: limits-request, kind: socket, calls: [java.net.DatagramPacket#setPort(int)]}
      properties:
        - {role: sets-timeout, keys: [shop.socket.timeout]}
        - {role: limits-mail, keys: ["shop.mail.*.timeout"]}
      """;

  private static Sources sources(String... members) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < members.length; i++) {
      texts.add("package shop; import java.net.*; class A" + i + " { " + members[i] + " }");
    }
    return Sources.of(texts.toArray(String[]::new)).knowing(KNOWLEDGE);
  }

  private static Certainty onClients(String... members) {
    return sources(members).project().answer(LimitsElsewhere.onClients("socket"));
  }

  @Test
  void whatIsGivenToAFileIsLimitedThere() {
    for (String member :
        List.of(
            "void f(Socket s) { s.setSoTimeout(3); }",
            "Socket s; void f() { s.setSoTimeout(3); }",
            "void f(Pool p) { Socket s = p.take(); s.setSoTimeout(3); }",
            "void f(Object o) { ((Socket) o).setSoTimeout(3); }",
            "private Socket s; A0(Socket s) { this.s = s; } void f() { s.setSoTimeout(3); }")) {
      assertThat(onClients("int i;", member)).as(member).isEqualTo(Certainty.SURE);
    }
  }

  @Test
  void whatAFileMakesItselfIsItsOwnMatter() {
    for (String member :
        List.of(
            "void f() { Socket s = new Socket(); s.setSoTimeout(3); }",
            "void f() { new Socket().setSoTimeout(3); }",
            "private final Socket s = new Socket(); void f() { s.setSoTimeout(3); }",
            "private Socket s; A0() { s = new Socket(); } void f() { this.s.setSoTimeout(3); }",
            "void f(Socket s) { s.close(); }")) {
      assertThat(onClients(member)).as(member).isEqualTo(Certainty.NO);
    }
  }

  @Test
  void requestsAndPropertiesCountWhereverTheyAre() {
    Sources request = sources("void f() { new DatagramPacket(null, 1).setPort(3); }", "int i;");
    assertThat(request.project().answer(LimitsElsewhere.onRequests("socket")))
        .isEqualTo(Certainty.SURE);
    assertThat(request.project().answer(LimitsElsewhere.onClients("socket")))
        .isEqualTo(Certainty.NO);
    Sources property = sources("static { System.setProperty(\"shop.socket.timeout\", \"5\"); }");
    assertThat(property.project().answer(LimitsElsewhere.byProperty(Roles.SETS_TIMEOUT)))
        .isEqualTo(Certainty.SURE);
    assertThat(request.project().answer(LimitsElsewhere.byProperty(Roles.SETS_TIMEOUT)))
        .isEqualTo(Certainty.NO);
  }

  @Test
  void aPropertyIsNamedInAnyText() {
    for (String member :
        List.of(
            "static final String S = \"shop.socket.timeout\";",
            "String s = \"\"\"\n  shop.socket.timeout=5\n  \"\"\";",
            "@Value(\"${shop.socket.timeout:5}\") int seconds;",
            "@Ask(properties = {\"a=b\", \"shop.socket.timeout=5\"}) void f() {}")) {
      assertThat(sources(member).project().answer(LimitsElsewhere.byProperty(Roles.SETS_TIMEOUT)))
          .as(member)
          .isEqualTo(Certainty.SURE);
    }
  }

  @Test
  void aPropertyOfMailIsForTheSessionsOfOthers() {
    String limit = "void f() { System.setProperty(\"shop.mail.smtp.timeout\", \"5\"); }";
    String session = "void g() { new ServerSocket(); }";
    assertThat(sources(limit).project().answer(LimitsElsewhere.byProperty(Roles.LIMITS_MAIL)))
        .isEqualTo(Certainty.SURE);
    assertThat(
            sources(limit + session)
                .project()
                .answer(LimitsElsewhere.byProperty(Roles.LIMITS_MAIL)))
        .isEqualTo(Certainty.NO);
    assertThat(
            sources("String s = \"shop.mail.smtp.host\";")
                .project()
                .answer(LimitsElsewhere.byProperty(Roles.LIMITS_MAIL)))
        .isEqualTo(Certainty.NO);
  }

  @Test
  void answersAreTheSameAfterStorage() throws IOException {
    Sources sources = sources("void f(Socket s) { s.setSoTimeout(3); }", "int i;");
    List<FileAnalysis> stored = new ArrayList<>();
    for (FileAnalysis analysis : sources.analyses()) {
      stored.add(FileAnalysisCodec.decode(FileAnalysisCodec.encode(analysis)));
    }
    assertThat(stored).isEqualTo(sources.analyses());
    assertThat(
            new Project(stored, sources.knowledge(), Sources.JDK)
                .answer(LimitsElsewhere.onClients("socket")))
        .isEqualTo(Certainty.SURE);
  }
}
