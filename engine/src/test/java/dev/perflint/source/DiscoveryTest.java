package dev.perflint.source;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.perflint.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoveryTest {
  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void resolveLinks() throws IOException {
    folder = temporary.toRealPath();
  }

  @Test
  void reportPathsAreRelativeToTheRepository() throws IOException {
    write("repo/.git/HEAD", "repo/service/src/main/java/A.java", "repo/other/B.java");

    Discovery discovery = find("repo/service");

    assertThat(discovery.base()).isEqualTo(folder.resolve("repo"));
    assertThat(paths(discovery)).containsExactly("service/src/main/java/A.java");
    assertThat(discovery.files().get(0).path())
        .isEqualTo(folder.resolve("repo/service/src/main/java/A.java"));
  }

  @Test
  void aGitFileMarksAWorkTree() throws IOException {
    write("repo/.git", "repo/a/A.java");

    assertThat(find("repo/a").base()).isEqualTo(folder.resolve("repo"));
  }

  @Test
  void outsideARepositoryTheScannedFolderIsTheBase() throws IOException {
    write("plain/a/A.java");

    assertThat(paths(find("plain"))).containsExactly("a/A.java");
    assertThat(paths(find("plain/a/A.java"))).containsExactly("A.java");
    assertThat(paths(find("plain/a", "plain"))).containsExactly("a/A.java");
  }

  @Test
  void noRootMeansTheWorkingDirectory() throws IOException {
    write("A.java");

    assertThat(paths(Discovery.find(folder, List.of(), DiscoveryOptions.ALL)))
        .containsExactly("A.java");
  }

  @Test
  void overlappingRootsGiveEachFileOnceAndInOrder() throws IOException {
    write("b/B.java", "a/A.java", "a/C.java");

    assertThat(paths(find("b", ".", "a/C.java", "a", "a/../a")))
        .containsExactly("a/A.java", "a/C.java", "b/B.java");
  }

  @Test
  void aMissingRootIsNamed() {
    assertThatThrownBy(() -> find("no/such.java"))
        .isInstanceOf(UsageException.class)
        .hasMessage("no such file or folder: no/such.java");
  }

  @Test
  void aFolderWithoutJavaIsEmpty() throws IOException {
    write("README.md");

    assertThat(find(".").files()).isEmpty();
    assertThat(find(".").notices()).isEmpty();
  }

  @Test
  void ignoredFilesAreLeftOutUnlessNamed() throws IOException {
    write("repo/.git/HEAD", "repo/a/gen/G.java", "repo/a/A.java", "repo/local/L.java");
    Files.writeString(folder.resolve("repo/.gitignore"), "gen/\n");
    Files.createDirectories(folder.resolve("repo/.git/info"));
    Files.writeString(folder.resolve("repo/.git/info/exclude"), "/local\n");

    assertThat(paths(find("repo"))).containsExactly("a/A.java");
    assertThat(paths(find("repo/a"))).containsExactly("a/A.java");
    assertThat(paths(find("repo", "repo/a/gen/G.java")))
        .containsExactly("a/A.java", "a/gen/G.java");
    assertThat(paths(find("repo/a/gen"))).containsExactly("a/gen/G.java");
    assertThat(paths(find("repo/local"))).containsExactly("local/L.java");
  }

  @Test
  void aNamedFileIsTakenWhateverItsExtension() throws IOException {
    write("A.java.txt", "B.kt");

    Discovery discovery = find("A.java.txt", "B.kt");

    assertThat(paths(discovery)).containsExactly("A.java.txt");
    assertThat(discovery.files().get(0).named()).isTrue();
    assertThat(discovery.otherLanguages()).containsEntry("Kotlin", 1);
  }

  @Test
  void buildOutputIsLeftOutButPackagesOfThatNameAreNot() throws IOException {
    write(
        "pom.xml",
        "target/T.java",
        "gradle/build.gradle.kts",
        "gradle/build/B.java",
        "module/src/main/java/acme/target/A.java",
        "module/src/main/java/acme/build/B.java",
        "module/out/O.java",
        "node_modules/x/N.java",
        ".gradle/G.java");

    assertThat(paths(find(".")))
        .containsExactly(
            "module/src/main/java/acme/build/B.java", "module/src/main/java/acme/target/A.java");
    assertThat(paths(find("target"))).containsExactly("T.java");
  }

  @Test
  void testsAndGeneratedFoldersAreLeftOutAndCounted() throws IOException {
    write(
        "src/main/java/A.java",
        "src/test/java/T.java",
        "src/test/java/U.java",
        "src/generated/java/G.java",
        "src/test/kotlin/T.kt",
        "src/main/kotlin/K.kt");

    Discovery production = find(DiscoveryOptions.PRODUCTION, ".");

    assertThat(paths(production)).containsExactly("src/main/java/A.java");
    assertThat(production.testFilesLeftOut()).isEqualTo(2);
    assertThat(production.generatedFilesLeftOut()).isEqualTo(1);
    assertThat(production.otherLanguages()).containsEntry("Kotlin", 1).hasSize(1);
    assertThat(find(new DiscoveryOptions(true, false), ".").files()).hasSize(2);
    assertThat(find(new DiscoveryOptions(false, true), ".").files()).hasSize(3);
    assertThat(find(DiscoveryOptions.ALL, ".").otherLanguages()).containsEntry("Kotlin", 2);
  }

  @Test
  void aNamedTestFolderIsScanned() throws IOException {
    write(".git/HEAD", "src/main/java/A.java", "src/test/java/T.java", "src/generated/G.java");

    Discovery tests = find(DiscoveryOptions.PRODUCTION, "src/test", "src/main");

    assertThat(paths(tests)).containsExactly("src/main/java/A.java", "src/test/java/T.java");
    assertThat(tests.files()).extracting(SourceFile::named).containsExactly(false, true);
    assertThat(tests.testFilesLeftOut()).isZero();
    assertThat(paths(find(DiscoveryOptions.PRODUCTION, "src/generated")))
        .containsExactly("src/generated/G.java");
    assertThat(paths(find(DiscoveryOptions.PRODUCTION, ".", "src/test")))
        .containsExactly("src/main/java/A.java", "src/test/java/T.java");
  }

  @Test
  void settingsOfTheApplicationAreFound() throws IOException {
    write(
        "A.java",
        "src/main/resources/application.yml",
        "src/main/resources/application-prod.properties",
        "src/main/resources/META-INF/microprofile-config.properties",
        "src/main/resources/messages.properties",
        "src/test/resources/application.yml",
        "target/classes/application.yml");

    assertThat(find(DiscoveryOptions.PRODUCTION, ".").settings())
        .extracting(SourceFile::reportPath)
        .containsExactly(
            "src/main/resources/META-INF/microprofile-config.properties",
            "src/main/resources/application-prod.properties",
            "src/main/resources/application.yml");
  }

  @Test
  void ofJavaFilesOnlyThoseInSourceRootsCount() throws IOException {
    write(
        "src/main/java/A.java",
        "src/main/resources/archetype-resources/B.java",
        "src/main/resources/application.yml",
        "src/main/kotlin/K.kt",
        "docs/C.java",
        "pom.xml");
    Path root = folder.resolve("src/main/java");
    Path missing = folder.resolve("src/main/java21");

    Discovery found =
        find(new DiscoveryOptions(true, true, List.of(root, missing)), ".", "src/main/resources");

    assertThat(paths(found)).containsExactly("src/main/java/A.java");
    assertThat(found.settings()).hasSize(1);
    assertThat(found.otherLanguages()).containsEntry("Kotlin", 1);
    assertThat(found.builds()).hasSize(1);
    assertThat(find(new DiscoveryOptions(true, true, List.of(missing)), ".").files()).isEmpty();
  }

  @Test
  void aNamedBuildFileIsNoSource() throws IOException {
    write("pom.xml", "a/pom.xml", "a/A.java", "b/B.java");

    Discovery found = find("pom.xml", "a");

    assertThat(paths(found)).containsExactly("a/A.java");
    assertThat(found.builds())
        .containsExactly(folder.resolve("a/pom.xml"), folder.resolve("pom.xml"));
  }

  @Test
  void otherLanguagesAreCounted() throws IOException {
    write("A.java", "K.kt", "L.kt", "S.scala", "G.groovy", "build.gradle.kts");

    assertThat(find(".").otherLanguages())
        .containsExactly(entry("Groovy", 1), entry("Kotlin", 2), entry("Scala", 1));
  }

  @Test
  void aRootMayBeALink() throws IOException {
    write("real/a/A.java");
    assumeTrue(
        BadInputs.link(folder.resolve("link"), folder.resolve("real")).isPresent(), "no links");

    Discovery discovery = find("link");

    assertThat(discovery.base()).isEqualTo(folder.resolve("real"));
    assertThat(paths(discovery)).containsExactly("a/A.java");
    assertThat(paths(find("link", "real"))).containsExactly("a/A.java");
  }

  private Discovery find(String... roots) {
    return find(DiscoveryOptions.ALL, roots);
  }

  private Discovery find(DiscoveryOptions options, String... roots) {
    return Discovery.find(folder, Stream.of(roots).map(Path::of).toList(), options);
  }

  private void write(String... files) throws IOException {
    for (String file : files) {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, "");
    }
  }

  private static List<String> paths(Discovery discovery) {
    return discovery.files().stream().map(SourceFile::reportPath).toList();
  }
}
