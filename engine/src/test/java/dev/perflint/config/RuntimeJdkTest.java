package dev.perflint.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuntimeJdkTest {
  @TempDir Path folder;

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @ParameterizedTest
  @CsvSource({
    "eclipse-temurin:21-jre, 21",
    "amazoncorretto:17, 17",
    "openjdk:8-jdk-alpine, 8",
    "openjdk:11.0.16-jre-slim, 11",
    "gcr.io/distroless/java21-debian12, 21",
    "registry.access.redhat.com/ubi8/openjdk-17:1.18, 17",
    "bellsoft/liberica-openjre-alpine:25, 25",
    "azul/zulu-openjdk:17.0.10, 17"
  })
  void theBaseImageNamesTheJdk(String image, int release) throws IOException {
    write(
        "Dockerfile",
        "FROM maven:3.9-eclipse-temurin-24 AS build\nRUN mvn package\nFROM "
            + image
            + "\nCOPY a b\n");
    assertThat(RuntimeJdk.of(folder)).contains(new RuntimeJdk(release, "Dockerfile"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ".sdkmanrc | java=21.0.2-tem | 21",
        ".java-version | 1.8 | 8",
        ".java-version | temurin-17.0.9 | 17",
        ".tool-versions | java temurin-21.0.1+12 | 21",
        "pom.xml | <maven.compiler.release>17</maven.compiler.release> | 17",
        "pom.xml | <java.version>1.8</java.version> | 8",
        "build.gradle | sourceCompatibility = JavaVersion.VERSION_1_8 | 8",
        "build.gradle.kts | languageVersion = JavaLanguageVersion.of(21) | 21",
        ".github/workflows/ci.yml | java-version: '17' | 17"
      })
  void otherFilesNameItToo(String file, String text, int release) throws IOException {
    write(file, text + "\n");
    assertThat(RuntimeJdk.of(folder)).contains(new RuntimeJdk(release, file));
  }

  @Test
  void whatRunsTheCodeComesBeforeWhatItIsCompiledFor() throws IOException {
    write("pom.xml", "<java.version>17</java.version>");
    write(".sdkmanrc", "java=25.0.1-tem");
    assertThat(RuntimeJdk.of(folder)).contains(new RuntimeJdk(25, ".sdkmanrc"));
  }

  @Test
  void aTestMatrixSaysNothing() throws IOException {
    write(".github/workflows/ci.yml", "      java-version: [17, 21]\n");
    assertThat(RuntimeJdk.of(folder)).isEmpty();
  }

  @Test
  void noFileNoAnswer() {
    assertThat(RuntimeJdk.of(folder)).isEmpty();
  }
}
