package dev.perflint.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.model.Region;
import dev.perflint.source.Suppression;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the keys of configuration files stand, and for whom they hold. */
class SettingPlacesTest {
  private static Setting setting(FileSettings file, String name) {
    return file.settings().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void aKeyOfYamlKnowsItsLineAndColumns() {
    FileSettings file =
        SettingsReader.read("application.yml", "a:\n  # of b\n  b: 5\n  c:\n    - x: 1\n");
    assertThat(setting(file, "a.b").region()).isEqualTo(new Region(3, 3, 3, 7));
    assertThat(setting(file, "a.c[0].x").region()).isEqualTo(new Region(5, 7, 5, 11));
    assertThat(file.blocks()).extracting(Setting::name).contains("a", "a.c");
  }

  @Test
  void whatMavenFillsInStandsWhereItStood() {
    FileSettings file = SettingsReader.read("application.yml", "v: @project.version@ # x\nw: 1\n");
    assertThat(setting(file, "v").value()).isEqualTo("@project.version@");
    assertThat(setting(file, "v").isPlaceholder()).isTrue();
    assertThat(setting(file, "v").region()).isEqualTo(new Region(1, 1, 1, 21));
  }

  @Test
  void aKeyOfPropertiesKnowsTheLineWhereItBegins() {
    FileSettings file =
        SettingsReader.read("application.properties", "# c\n a.b = 1\\\n   2\n\nc : \\u0041\n");
    assertThat(setting(file, "a.b").value()).isEqualTo("12");
    assertThat(setting(file, "a.b").region()).isEqualTo(new Region(2, 2, 2, 10));
    assertThat(setting(file, "c").value()).isEqualTo("A");
    assertThat(setting(file, "c").region().startLine()).isEqualTo(5);
  }

  @Test
  void aPropertyOfAPersistenceUnitKnowsItsTag() {
    FileSettings file =
        SettingsReader.read(
            "META-INF/persistence.xml",
            "<persistence>\n  <property\n    name=\"a.b\" value=\"1\"/>\n</persistence>");
    assertThat(setting(file, "a.b").region().startLine()).isEqualTo(2);
  }

  @Test
  void instructionsOfAnImageKnowTheirLines() {
    FileSettings file =
        SettingsReader.read("Dockerfile", "FROM a\n\n# x\nRUN b \\\n  # y\n  c\nENV D=1\n");
    assertThat(setting(file, "RUN").value()).isEqualTo("b c");
    assertThat(setting(file, "RUN").region().startLine()).isEqualTo(4);
    assertThat(setting(file, "ENV").region().startLine()).isEqualTo(7);
  }

  @Test
  void documentsAndNamesTellTheProfile() {
    FileSettings file =
        SettingsReader.read(
            "application.properties", "a=1\n#---\nspring.config.activate.on-profile=dev\na=2\n");
    assertThat(file.settings()).extracting(Setting::profile).containsExactly("", "dev", "dev");
    assertThat(file.servesProduction(file.settings().get(0))).isTrue();
    assertThat(file.servesProduction(file.settings().get(2))).isFalse();
  }

  @Test
  void developersAndExamplesAreNoProduction() {
    for (String path :
        List.of(
            "application.yml",
            "x/src/main/resources/application-prod.yml",
            "application-aws-production.yml",
            "logback-spring.xml",
            "log4j2.xml")) {
      assertThat(SettingsReader.read(path, "").servesProduction()).as(path).isTrue();
    }
    for (String path :
        List.of(
            "application-dev.yml",
            "application-nonprod.yml",
            "application-mysql.yml",
            "logback-local.xml",
            "samples/application.yml",
            "shop-examples/src/main/resources/application.yml",
            "config/dev/application.yml")) {
      assertThat(SettingsReader.read(path, "").servesProduction()).as(path).isFalse();
    }
  }

  @Test
  void commentsSuppressInEachFormat() {
    assertThat(
            SettingsReader.read("a.yml", "a: 1 # perflint:ignore r-a, r-b -- why\n").suppressions())
        .containsExactly(new Suppression(1, 1, 1, List.of("r-a", "r-b"), "why"));
    assertThat(SettingsReader.read("a.properties", "# perflint:ignore\n\na=1\n").suppressions())
        .containsExactly(new Suppression(1, 3, 3, List.of("all"), ""));
    assertThat(SettingsReader.read("a.properties", "a=1 # perflint:ignore r-a\n").suppressions())
        .as("it is part of the value")
        .isEmpty();
    assertThat(
            SettingsReader.read("logback.xml", "<a>\n<!-- perflint:ignore r-a: why -->\n<b/>\n</a>")
                .suppressions())
        .containsExactly(new Suppression(2, 3, 3, List.of("r-a"), "why"));
  }
}
