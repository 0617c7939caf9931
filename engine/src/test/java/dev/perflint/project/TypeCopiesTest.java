package dev.perflint.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.SampleRule;
import dev.perflint.Sources;
import dev.perflint.analysis.FileAnalysis;
import dev.perflint.knowledge.LibraryVersions;
import dev.perflint.model.Finding;
import dev.perflint.rule.Rule;
import dev.perflint.settings.BuildFile;
import dev.perflint.settings.OtherTexts;
import dev.perflint.settings.ProjectSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TypeCopiesTest {
  private static final String KNOWLEDGE =
      """
      library: Shop
      members:
        - {role: query, calls: "lib.Db#select(*)"}
      """;

  private static final Rule QUERIES = SampleRule.ofCallsThat("query");

  private static final String QUERYING =
      """
      package shop;
      public class Prices {
        lib.Db db;
        public Object find(int id) { return db.select(id); }
      }
      """;

  private static final String KEPT =
      """
      package shop;
      public class Prices {
        private final Object kept = new Object();
        public Object find(int id) { return kept; }
      }
      """;

  private final Map<String, String> texts = new LinkedHashMap<>();
  private final List<BuildFile> builds = new ArrayList<>();

  private void module(String folder, String... uses) {
    builds.add(new BuildFile(folder + "/pom.xml", folder, Set.of(uses)));
  }

  private static String caller(String type) {
    return """
    package shop;
    class %s {
      Prices prices;
      Object show(int id) {
        return prices.find(id);
      }
    }
    """
        .formatted(type);
  }

  /** The files with calls of {@code find} that are taken for queries. */
  private List<String> found() {
    List<FileAnalysis> files = new ArrayList<>();
    texts.forEach(
        (path, text) -> {
          FileAnalysis read = Sources.of(text).knowing(KNOWLEDGE).with(QUERIES).analyses().get(0);
          files.add(
              new FileAnalysis(
                  path,
                  read.lines(),
                  false,
                  read.interrupts(),
                  read.says(),
                  read.types(),
                  read.candidates(),
                  read.suppressions(),
                  read.notices(),
                  read.mentions()));
        });
    ProjectSettings settings =
        new ProjectSettings(List.of(), builds, LibraryVersions.NONE, OtherTexts.NONE);
    Project project =
        new Project(
            files, settings, Sources.of().knowing(KNOWLEDGE).knowledge(), Sources.JDK, Team.ALONE);
    return project.findings(List.of(QUERIES)).stream()
        .map(Finding::location)
        .map(at -> at.path() + ":" + at.region().startLine())
        .sorted()
        .toList();
  }

  @Test
  void aFileMeansTheTypeOfItsOwnModule() {
    module("a");
    module("b");
    texts.put("a/Prices.java", KEPT);
    texts.put("a/InA.java", caller("InA"));
    texts.put("b/Prices.java", QUERYING);
    texts.put("b/InB.java", caller("InB"));
    assertThat(found()).containsExactly("b/InB.java:5");
  }

  @Test
  void elseThatOfTheModuleThatItsModuleDependsOn() {
    module("a");
    module("b");
    module("c", "b");
    module("d", "a");
    texts.put("a/Prices.java", KEPT);
    texts.put("b/Prices.java", QUERYING);
    texts.put("c/InC.java", caller("InC"));
    texts.put("d/InD.java", caller("InD"));
    assertThat(found()).containsExactly("c/InC.java:5");
  }

  @Test
  void ofTwoOnOneClassPathNobodyKnowsWhichRuns() {
    module("a");
    module("b");
    module("c", "a", "b");
    texts.put("a/Prices.java", QUERYING);
    texts.put("b/Prices.java", QUERYING);
    texts.put("c/InC.java", caller("InC"));
    assertThat(found()).isEmpty();
  }

  @Test
  void whereBuildFilesSayNothingTheFirstOneIsMeant() {
    module("a");
    module("b");
    module("c");
    texts.put("a/Prices.java", QUERYING);
    texts.put("b/Prices.java", KEPT);
    texts.put("c/InC.java", caller("InC"));
    assertThat(found()).containsExactly("c/InC.java:5");
  }

  @Test
  void implementationsStayInTheirModules() {
    String port =
        """
        package shop;
        public interface Port { Object find(int id); }
        """;
    String user =
        """
        package shop;
        class User {
          Port port;
          Object show(int id) {
            return port.find(id);
          }
        }
        """;
    module("a");
    module("b");
    texts.put("a/Port.java", port);
    texts.put("a/Prices.java", KEPT.replace("class Prices", "class Prices implements Port"));
    texts.put("a/User.java", user);
    texts.put("b/Port.java", port);
    texts.put("b/Prices.java", QUERYING.replace("class Prices", "class Prices implements Port"));
    texts.put("b/User.java", user);
    assertThat(found()).containsExactly("b/User.java:5");
  }
}
