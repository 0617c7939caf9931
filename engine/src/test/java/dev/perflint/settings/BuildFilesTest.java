package dev.perflint.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildFilesTest {
  private static SortedMap<String, SortedSet<String>> read(String name, String text) {
    return BuildFiles.read(Map.of(name, text)).byArtifact();
  }

  private static Map.Entry<String, SortedSet<String>> library(String artifact, String... versions) {
    return entry(artifact, new TreeSet<>(List.of(versions)));
  }

  @Test
  void pomsNameParentsDependenciesAndProperties() {
    assertThat(
            read(
                "pom.xml",
                """
                <?xml version="1.0"?>
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <parent>
                    <groupId>org.springframework.boot</groupId>
                    <artifactId>spring-boot-starter-parent</artifactId>
                    <version>3.5.0</version>
                  </parent>
                  <groupId>shop</groupId><artifactId>app</artifactId><version>9</version>
                  <properties><okhttp.version>4.12.0</okhttp.version><o>${okhttp.version}</o></properties>
                  <dependencies>
                    <dependency>
                      <groupId>com.squareup.okhttp3</groupId><artifactId>okhttp</artifactId>
                      <version> ${o} </version>
                      <exclusions><exclusion><groupId>x</groupId><artifactId>y</artifactId></exclusion></exclusions>
                    </dependency>
                    <dependency><groupId>a</groupId><artifactId>managed</artifactId></dependency>
                    <dependency>
                      <groupId>a</groupId><artifactId>unknown</artifactId><version>${nowhere}</version>
                    </dependency>
                  </dependencies>
                </project>
                """))
        .containsExactly(
            library("com.squareup.okhttp3:okhttp", "4.12.0"),
            library("org.springframework.boot:spring-boot", "3.5.0"));
  }

  @Test
  void gradleScriptsAndCataloguesAreReadAsText() {
    assertThat(
            read(
                "build.gradle.kts",
                """
                plugins { id("org.springframework.boot") version "3.4.1" }
                val okhttp = "5.0.0"
                dependencies {
                  implementation("com.squareup.okhttp3:okhttp:$okhttp")
                  implementation('com.google.code.gson:gson:2.11.0@jar')
                  testImplementation(project(":core"))
                }
                """))
        .containsExactly(
            library("com.google.code.gson:gson", "2.11.0"),
            library("com.squareup.okhttp3:okhttp", "5.0.0"),
            library("org.springframework.boot:spring-boot", "3.4.1"));
    assertThat(
            read(
                "libs.versions.toml",
                """
                [versions]
                jackson = "2.17.2"
                [libraries]
                databind = { module = "com.fasterxml.jackson.core:jackson-databind", version.ref = "jackson" }
                gson = { group = "com.google.code.gson", name = "gson", version = "2.10" }
                okhttp = "com.squareup.okhttp3:okhttp:4.9.3"
                """))
        .containsExactly(
            library("com.fasterxml.jackson.core:jackson-databind", "2.17.2"),
            library("com.google.code.gson:gson", "2.10"),
            library("com.squareup.okhttp3:okhttp", "4.9.3"));
  }

  @Test
  void modulesMayDiffer() {
    String pom =
        "<project><dependencies><dependency><groupId>a</groupId><artifactId>b</artifactId>"
            + "<version>%s</version></dependency></dependencies></project>";
    assertThat(
            BuildFiles.read(
                    Map.of("x/pom.xml", pom.formatted("1"), "y/pom.xml", pom.formatted("2")))
                .byArtifact())
        .containsExactly(library("a:b", "1", "2"));
  }

  @Test
  void brokenAndHostileFilesSayNothing(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "9.9");
    assertThat(read("pom.xml", "<project><dependency>")).isEmpty();
    assertThat(
            read(
                "pom.xml",
                "<!DOCTYPE p [<!ENTITY s SYSTEM '%s'>]><project><dependency><groupId>a</groupId>"
                        .formatted(secret.toUri())
                    + "<artifactId>b</artifactId><version>&s;</version></dependency></project>"))
        .isEmpty();
    assertThat(read("gradle.properties", "a=${a}\nb=${c}\nc=${b}\n")).isEmpty();
  }

  @Test
  void filesAboveTheScannedFolderCount(@TempDir Path folder) throws IOException {
    Path sources = Files.createDirectories(folder.resolve("app/src/main/java"));
    Files.createDirectories(folder.resolve("gradle"));
    Files.writeString(folder.resolve("gradle/libs.versions.toml"), "x = \"a:top:1\"");
    Files.writeString(folder.resolve("app/build.gradle"), "api 'a:module:2'");
    Files.writeString(folder.getParent().resolve("build.gradle"), "api 'a:outside:3'");
    assertThat(BuildFiles.read(List.of(), List.of(sources), folder).byArtifact())
        .containsExactly(library("a:module", "2"), library("a:top", "1"));
    Files.delete(folder.getParent().resolve("build.gradle"));
  }
}
