package dev.perflint.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.Sources;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.knowledge.LibraryVersions;
import dev.perflint.settings.OtherTexts;
import dev.perflint.settings.ProjectSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which servlets answer requests: those that something names. */
class MappedTypesTest {
  private static final String KNOWLEDGE =
      """
      library: Web
      types:
        - {role: of-request, names: [web.Request]}
        - {role: mapped, names: [web.Servlet]}
      entry-points:
        - {kind: request, supertype: web.Servlet, methods: [doGet]}
      """;

  private static final Map<String, String> DESCRIPTOR =
      Map.of("web/WEB-INF/web.xml", "<servlet-class>shop.Listed</servlet-class>");

  private static boolean answers(String type, Map<String, String> beside, String... texts) {
    Sources sources = Sources.of(texts).knowing(KNOWLEDGE);
    ProjectSettings settings =
        new ProjectSettings(List.of(), List.of(), LibraryVersions.NONE, OtherTexts.of(beside));
    Project project = new Project(sources.analyses(), settings, sources.knowledge(), Sources.JDK);
    return project.reach(type + "#doGet", 1).get(0).entries().containsKey(EntryKind.REQUEST);
  }

  private static String servlet(String head) {
    return "package shop;\nimport web.*; import web.Servlet; import web.Request;\n"
        + head
        + " { protected void doGet(Request request) {} }\n";
  }

  @Test
  void ofADescriptorAndNoOther() {
    assertThat(answers("Listed", DESCRIPTOR, servlet("class Listed extends Servlet"))).isTrue();
    assertThat(answers("Old", DESCRIPTOR, servlet("class Old extends Servlet"))).isFalse();
    assertThat(answers("Old", DESCRIPTOR, servlet("@Deprecated class Old extends Servlet")))
        .isFalse();
  }

  @Test
  void allWhereTheProjectMapsNone() {
    assertThat(answers("Old", Map.of(), servlet("class Old extends Servlet"))).isTrue();
    assertThat(answers("Old", Map.of("a.xml", "<a/>"), servlet("class Old extends Servlet")))
        .isTrue();
  }

  @Test
  void thatAnAnnotationTellsOf() {
    assertThat(answers("Old", DESCRIPTOR, servlet("@WebServlet class Old extends Servlet")))
        .isTrue();
  }

  @Test
  void thatOtherCodeNames() {
    String old = servlet("public class Old extends Servlet");
    for (String use :
        List.of(
            "Object f() { return new Old(); }",
            "void f(Server server) { server.addServlet(Old.class, \"/old\"); }",
            "void f(Server server) { server.addServlet(\"old\", \"shop.Old\"); }",
            "Old old;",
            "@Bean Registration<Old> old(Old old) { return null; }")) {
      assertThat(answers("Old", DESCRIPTOR, old, "package shop; class Start { " + use + " }"))
          .as(use)
          .isTrue();
    }
    String itself = "class Old extends Servlet { static final Class<?> SELF = Old.class; ";
    assertThat(
            answers(
                "Old",
                DESCRIPTOR,
                "package shop; import web.Servlet; "
                    + itself
                    + "Log log = Log.getLogger(Old.class); void doGet(web.Request request) {} }"))
        .isTrue();
  }

  @Test
  void thatOnlyALoggerNamesIsNone() {
    String old =
        "package shop; import web.Servlet; class Old extends Servlet {"
            + " Log log = Log.getLogger(Old.class); void doGet(web.Request request) {} }";

    assertThat(answers("Old", DESCRIPTOR, old)).isFalse();
  }

  @Test
  void ofWhichASubtypeIsNamed() {
    assertThat(
            answers(
                "Base",
                DESCRIPTOR,
                servlet("abstract class Base extends Servlet"),
                "package shop; class Listed extends Base {}"))
        .isTrue();
  }

  @Test
  void registeredInCodeAloneLeaveOthersOut() {
    String start =
        "package shop; class Start { void f(Server s) { s.addServlet(Used.class, \"/\"); } }";
    assertThat(answers("Used", Map.of(), servlet("class Used extends Servlet"), start)).isTrue();
    assertThat(answers("Old", Map.of(), servlet("class Old extends Servlet"), start)).isFalse();
  }
}
