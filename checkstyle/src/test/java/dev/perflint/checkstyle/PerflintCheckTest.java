package dev.perflint.checkstyle;

import static dev.perflint.checkstyle.Audit.checker;
import static dev.perflint.checkstyle.Audit.perflint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.perflint.checkstyle.Audit.Event;
import dev.perflint.cli.CommandLineFindings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found, where, and how it is told. */
class PerflintCheckTest {
  private static final Path FIXTURES = Path.of("../test-fixtures/src/main");

  @TempDir private Path folder;
  private Shop shop;

  @BeforeEach
  void open() throws IOException {
    shop = Shop.in(folder);
  }

  @Test
  void aFindingMayNeedTwoFiles() throws Exception {
    assertThat(Audit.places(checker(perflint()), shop.sources()))
        .containsExactly(Shop.CALL_IN_LOOP, Shop.REGEX);
    assertThat(Audit.places(checker(perflint()), shop.source("Page.java"))).isEmpty();
  }

  @Test
  void theOrderOfTheFilesDoesNotMatter() throws Exception {
    assertThat(
            Audit.places(
                checker(perflint()),
                shop.source("Words.java"),
                shop.source("Store.java"),
                shop.source("Page.java")))
        .containsExactly(Shop.REGEX, Shop.CALL_IN_LOOP);
  }

  @Test
  void aWholeApplicationHasTheFindingsOfAScan() throws Exception {
    Path application = folder.resolve("application");
    copy(FIXTURES.resolve("java/shop"), application.resolve("src/main/java/shop"));
    copy(FIXTURES.resolve("resources"), application.resolve("src/main/resources"));
    Files.writeString(application.resolve("pom.xml"), "<project/>");
    Shop all = new Shop(application.toRealPath());

    List<String> found =
        Audit.of(checker(perflint("select=all")), all.sources()).stream()
            .map(event -> event.file() + ":" + event.line() + " " + event.key())
            .toList();
    List<String> scanned =
        CommandLineFindings.of(application, "--select=all").stream()
            .filter(line -> line.contains(".java:") && !line.contains(": notice "))
            .map(PerflintCheckTest::placeAndRule)
            .toList();

    assertThat(scanned).hasSizeGreaterThan(30);
    assertThat(found).containsExactlyInAnyOrderElementsOf(scanned);
  }

  /**
   * {@code Page.java:15 repository-call-in-loop} of {@code src/Page.java:15:9: P1
   * repository-call-in-loop ...}.
   */
  private static String placeAndRule(String line) {
    String[] words = line.split(" ");
    String[] place = words[0].split(":");
    return Path.of(place[0]).getFileName() + ":" + place[1] + " " + words[2];
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  @Test
  void aMessageSaysWhatIsWrongAndWhy() throws Exception {
    Event event =
        Audit.of(checker(perflint("select=repository-call-in-loop")), shop.sources()).get(0);
    assertThat(event.message())
        .startsWith(
            "[repository-call-in-loop] P1 `findById` of Store runs a query for each element")
        .contains(
            " Why P1: per request: GET /names → Page.names, in a loop over store.findByOwner(owner); each");
    assertThat(event.key()).isEqualTo("repository-call-in-loop");
    assertThat(event.severity()).isEqualTo("error");
  }

  @Test
  void columnsCountTabsAsWideAsTheyShow() throws Exception {
    String tabs = Files.readString(shop.source("Words.java")).replace("      if", "\tif");
    Files.writeString(shop.source("Words.java"), tabs);
    String wide = checker("<property name=\"tabWidth\" value=\"4\"/>", perflint("select=text"));
    String one = checker("<property name=\"tabWidth\" value=\"1\"/>", perflint("select=text"));

    int column = Audit.of(wide, shop.sources()).get(0).column();
    assertThat(column).isEqualTo(4 + "if (".length() + 1);
    assertThat(Audit.of(one, shop.sources()).get(0).column()).isEqualTo(column - 3);
  }

  @Test
  void eachInstanceHasItsOwnRulesAndSeverity() throws Exception {
    List<Event> events =
        Audit.of(
            checker(
                perflint("select=data-access", "id=data"),
                perflint("select=text", "severity=info")),
            shop.sources());
    assertThat(events)
        .extracting(Event::place, Event::severity, Event::module)
        .containsExactly(
            tuple(Shop.CALL_IN_LOOP, "error", "data"),
            tuple(Shop.REGEX, "info", "perflint.regex-compile-per-call"));
  }

  @Test
  void prioritiesAreDividedAmongInstances() throws Exception {
    String urgent = perflint("select=all", "minPriority=p1", "severity=error");
    String others = perflint("select=all", "maxPriority=P2", "severity=warning");

    List<Event> divided = Audit.of(checker(urgent, others), shop.sources());
    assertThat(divided).hasSameSizeAs(Audit.of(checker(perflint("select=all")), shop.sources()));
    assertThat(divided)
        .allMatch(e -> e.severity().equals(e.message().contains("] P1 ") ? "error" : "warning"))
        .extracting(Event::severity)
        .contains("error", "warning");
  }

  @Test
  void ignoredRulesAreSilent() throws Exception {
    assertThat(
            Audit.places(checker(perflint("ignore=repository-call-in-loop, text")), shop.sources()))
        .isEmpty();
  }

  @Test
  void usersMayWordMessages() throws Exception {
    String module =
        """
        <module name="Perflint">
          <property name="select" value="repository-call-in-loop"/>
          <message key="repository-call-in-loop" value="Ask the data team ({0}, {1})."/>
        </module>
        """;
    assertThat(Audit.of(checker(module), shop.sources()))
        .extracting(Event::message)
        .containsExactly("Ask the data team (repository-call-in-loop, P1).");
  }

  @Test
  void testsAndGeneratedSourcesAreLeftOutUntilAskedFor() throws Exception {
    String words = Files.readString(shop.source("Words.java"));
    Files.delete(shop.source("Words.java"));
    shop.write("src/test/java/shop/Tested.java", words.replace("Words", "Tested"));
    shop.write("src/main/java/shop/Made.java", "// Generated by a tool\n" + words);
    shop.write("target/generated-sources/a/shop/Built.java", words.replace("Words", "Built"));

    assertThat(Audit.places(checker(perflint("select=text")), shop.sources())).isEmpty();
    assertThat(Audit.places(checker(perflint("select=text", "includeTests=true")), shop.sources()))
        .containsExactly("regex-compile-per-call Tested.java:13");
    assertThat(
            Audit.places(checker(perflint("select=text", "includeGenerated=true")), shop.sources()))
        .containsExactly(
            "regex-compile-per-call Made.java:14", "regex-compile-per-call Built.java:13");
  }

  @Test
  void filesOfNoModuleAreFilesOfOne() throws Exception {
    Files.delete(folder.resolve("pom.xml"));
    Files.delete(folder.resolve(".git"));
    String words = Files.readString(shop.source("Words.java"));
    shop.write("src/main/java/shop/AMade.java", "// Generated by a tool\n" + words);
    assertThat(Audit.places(checker(perflint("select=default, pedantic")), shop.sources()))
        .containsExactly(Shop.CALL_IN_LOOP, Shop.REGEX);
  }

  @Test
  void theConfigurationOfTheModuleCounts() throws Exception {
    shop.write("perflint.yml", Shop.SELECT + "ignore: [data-access]\n");
    assertThat(Audit.places(checker(perflint()), shop.sources())).containsExactly(Shop.REGEX);
    Path other = shop.write("other.yml", "select: [data-access]\nmin-priority: p1\n");
    assertThat(Audit.places(checker(perflint("configFile=" + other)), shop.sources()))
        .containsExactly(Shop.CALL_IN_LOOP);
  }

  @Test
  void whatElseTheModuleHoldsIsReadButNotReported() throws Exception {
    Path settings =
        shop.write("src/main/resources/application.properties", "spring.jpa.show-sql=true\n");
    String configuration = checker(perflint("select=config-verbose-in-production"));
    assertThat(Audit.places(configuration, shop.sources())).isEmpty();
    assertThat(Audit.places(configuration, shop.source("Page.java"), settings))
        .containsExactly("config-verbose-in-production application.properties:1");
  }

  @Test
  void sourceRootsAreReadButNotReported() throws Exception {
    String roots = "sourceRoots=" + shop.folder().resolve("src/main/java");
    assertThat(Audit.places(checker(perflint(roots)), shop.source("Page.java")))
        .containsExactly(Shop.CALL_IN_LOOP);
  }

  @Test
  void aClassPathSaysWhatTheHandedFilesDoNot() throws Exception {
    Path library = Files.createDirectories(shop.folder().resolve("library"));
    String base =
        "package org.springframework.data.jpa.repository;"
            + " public interface JpaRepository<T, K> { java.util.Optional<T> findById(K id); }";
    String store =
        "package shop; public interface Store"
            + " extends org.springframework.data.jpa.repository.JpaRepository<String, Long> {}";
    Path one = Files.writeString(library.resolve("JpaRepository.java"), base);
    Path two = Files.writeString(library.resolve("Store.java"), store);
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", library.toString(), one.toString(), two.toString());
    assertThat(code).isZero();
    Path page = shop.source("Page.java");
    assertThat(Audit.places(checker(perflint()), page)).isEmpty();
    String classPath = "classpath=none.jar, " + library;
    assertThat(Audit.places(checker(perflint(classPath)), page)).containsExactly(Shop.CALL_IN_LOOP);
  }

  @Test
  void brokenJavaEndsNoRun() throws Exception {
    shop.write("src/main/java/shop/Broken.java", "class Broken { void a( { }");
    shop.write("src/main/java/shop/Binary.java", "\0\1\2\3");
    assertThat(Audit.places(checker(perflint()), shop.sources()))
        .containsExactly(Shop.CALL_IN_LOOP, Shop.REGEX);
  }

  @Test
  void noFilesAreNoFindings() throws Exception {
    assertThat(Audit.places(checker(perflint()))).isEmpty();
  }
}
