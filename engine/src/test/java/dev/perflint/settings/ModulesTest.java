package dev.perflint.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModulesTest {
  private static final Modules MAVEN =
      new Modules(
          List.of(
              pom("pom.xml", "shop", "all"),
              pom("core/pom.xml", "shop-core", "jpa"),
              pom("server/pom.xml", "shop-server", "shop-core", "web"),
              pom("tools/pom.xml", "shop-tools")));

  private static BuildFile pom(String path, String artifact, String... uses) {
    StringBuilder text = new StringBuilder("<project><parent><artifactId>p</artifactId></parent>");
    text.append("<artifactId>").append(artifact).append("</artifactId><dependencyManagement>");
    text.append("<dependencies><dependency><artifactId>managed</artifactId></dependency>");
    text.append("</dependencies></dependencyManagement><dependencies>");
    for (String use : uses) {
      text.append("<dependency><artifactId>").append(use).append("</artifactId></dependency>");
    }
    text.append("<dependency><artifactId>h2</artifactId><scope>test</scope></dependency>");
    return BuildFile.read(path, text.append("</dependencies></project>").toString());
  }

  @Test
  void aFileLiesInTheNearestModule() {
    assertThat(MAVEN.of("server/src/main/java/A.java")).isEqualTo("server");
    assertThat(MAVEN.of("docker/application.yml")).isEmpty();
    assertThat(new Modules(List.of()).of("a/b/A.java")).isEmpty();
  }

  @Test
  void modulesHangTogetherByTheirArtifacts() {
    assertThat(MAVEN.needs("server")).containsExactlyInAnyOrder("server", "core");
    assertThat(MAVEN.neededBy("core")).containsExactly("server");
    assertThat(MAVEN.neededBy("tools")).isEmpty();
    assertThat(MAVEN.around("core")).containsExactly("");
  }

  @Test
  void whatIsManagedOrForTestsIsNotUsed() {
    assertThat(MAVEN.artifacts("core")).containsExactlyInAnyOrder("jpa", "all");
  }

  @Test
  void scriptsNameModulesAndCatalogues() {
    BuildFile script =
        BuildFile.read(
            "server/build.gradle.kts",
            """
            dependencies {
              implementation(project(":shared:core"))
              implementation(projects.tools)
              implementation(libs.spring.boot.starter.web)
              implementation("org.example:jpa:1.0")
              testImplementation("org.example:h2:1.0")
            }
            """);
    assertThat(script.uses())
        .containsExactlyInAnyOrder("core", "tools", "spring-boot-starter-web", "jpa");
    Modules modules =
        new Modules(List.of(script, BuildFile.read("shared/core/build.gradle", "plugins {}")));
    assertThat(modules.needs("server")).containsExactlyInAnyOrder("server", "shared/core");
  }
}
