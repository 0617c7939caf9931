package dev.perflint.checkstyle;

import static dev.perflint.checkstyle.Audit.checker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.perflint.Perflint;
import dev.perflint.checkstyle.Audit.Event;
import java.beans.Introspector;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/checkstyle.md} shows is run: here, or by the Maven of an integration test. */
class DocumentationTest {
  private static final Path PAGE = Path.of("../docs/checkstyle.md");
  private static final Pattern SNIPPET =
      Pattern.compile("(?:<!-- ([^\\n]+: [^\\n]+) -->\\n)?```(\\w*)\\n(.*?)```\\n", Pattern.DOTALL);
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|");

  @TempDir private Path folder;
  private Shop shop;
  private Map<String, String> snippets;

  @BeforeEach
  void open() throws IOException {
    shop = Shop.in(folder);
    snippets = snippets();
  }

  /** By the comment above them. */
  private static Map<String, String> snippets() throws IOException {
    Map<String, String> snippets = new LinkedHashMap<>();
    Matcher matcher = SNIPPET.matcher(Files.readString(PAGE));
    while (matcher.find()) {
      assertThat(matcher.group(1)).as("what runs %s", matcher.group(3)).isNotNull();
      snippets.put(matcher.group(1), matcher.group(3));
    }
    return snippets;
  }

  private List<Event> run(String name) throws Exception {
    String modules =
        snippets
            .get("modules: " + name)
            .replace("\"suppressions.xml\"", "\"" + folder.resolve("suppressions.xml") + "\"")
            .replace("\"target/", "\"" + folder + "/")
            .replace("\"src/main/java\"", "\"" + folder.resolve("src/main/java") + "\"");
    return Audit.of(checker(modules), shop.sources());
  }

  private List<String> places(String name) throws Exception {
    return run(name).stream().map(Event::place).toList();
  }

  @Test
  void noSnippetIsForgotten() {
    assertThat(snippets.keySet())
        .containsExactly(
            "part of: src/it/check/pom.xml",
            "part of: src/it/check/checkstyle.xml",
            "log of: src/it/check",
            "modules: severity",
            "modules: file",
            "suppressions.xml: file",
            "modules: annotation",
            "java: annotation",
            "modules: comment",
            "java: comment",
            "modules: cache");
  }

  @Test
  void theMavenOfTheIntegrationTestRunsItsSnippets() throws IOException {
    List<String> run = new ArrayList<>();
    for (String name : snippets.keySet()) {
      if (name.startsWith("part of: ")) {
        String file = Files.readString(Path.of(name.replace("part of: ", "")));
        assertThat(lines(file)).contains(lines(snippets.get(name)));
        run.add(name);
      }
    }
    assertThat(run).hasSize(2);
  }

  /** With the placeholders that the build replaces. */
  private static String lines(String text) {
    return text.lines()
        .map(String::strip)
        .collect(Collectors.joining("\n"))
        .replace("@project.version@", Perflint.VERSION)
        .replace("@checkstyle.version@", "12.3.1")
        .replace("@checkstyle-plugin.version@", "3.6.0");
  }

  @Test
  void severityFollowsPriority() throws Exception {
    assertThat(run("severity"))
        .extracting(Event::place, Event::severity)
        .containsExactly(tuple(Shop.CALL_IN_LOOP, "error"), tuple(Shop.REGEX, "warning"));
  }

  @Test
  void aFileSuppresses() throws Exception {
    shop.write("suppressions.xml", snippets.get("suppressions.xml: file"));
    assertThat(places("file")).containsExactly(Shop.REGEX);
  }

  @Test
  void anAnnotationSuppresses() throws Exception {
    assertThat(places("annotation")).containsExactly(Shop.CALL_IN_LOOP, Shop.REGEX);
    edit("\n@RestController", "\n" + snippets.get("java: annotation").strip() + " @RestController");
    assertThat(places("annotation")).containsExactly(Shop.REGEX);
  }

  @Test
  void commentsSuppress() throws Exception {
    String[] comments = snippets.get("java: comment").split("\n");
    edit("    for (", comments[0] + "\n    for (");
    edit("    return", comments[1] + "\n    return");
    assertThat(places("comment")).containsExactly(Shop.REGEX);
  }

  @Test
  void aCacheLosesNothing() throws Exception {
    assertThat(places("cache")).containsExactly(Shop.CALL_IN_LOOP, Shop.REGEX);
    assertThat(places("cache")).containsExactly(Shop.CALL_IN_LOOP, Shop.REGEX);
  }

  private void edit(String from, String to) throws IOException {
    Path page = shop.source("Page.java");
    String text = Files.readString(page);
    assertThat(text).contains(from);
    Files.writeString(page, text.replace(from, to));
  }

  @Test
  void theTableHasAllProperties() throws IOException {
    Set<String> documented = new TreeSet<>();
    ROW.matcher(Files.readString(PAGE)).results().forEach(row -> documented.add(row.group(1)));
    Set<String> own =
        Arrays.stream(PerflintCheck.class.getDeclaredMethods())
            .map(Method::getName)
            .filter(name -> name.startsWith("set"))
            .map(name -> Introspector.decapitalize(name.substring(3)))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(documented).isEqualTo(own);
  }
}
