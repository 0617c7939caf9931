package dev.perflint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perflint.config.Configuration;
import dev.perflint.config.ConfigurationFiles;
import dev.perflint.config.FailOn;
import dev.perflint.knowledge.LibraryVersions;
import dev.perflint.source.FileChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanWishesTest {
  private static final OptionalInt NOTHING = OptionalInt.empty();

  @TempDir private Path folder;

  @BeforeEach
  void resolveLinks() throws IOException {
    folder = folder.toRealPath();
  }

  @Test
  void whatTheBuildToolCompilesForComesBeforeTheTextOfItsFile() throws IOException {
    write("pom.xml", "<release>11</release>");

    assertThat(release(Optional.empty(), NOTHING)).hasValue(11);
    assertThat(release(Optional.empty(), OptionalInt.of(17))).hasValue(17);
  }

  @Test
  void whatRunsTheCodeComesBeforeWhatItIsCompiledFor() throws IOException {
    write("Dockerfile", "FROM eclipse-temurin:21-jre");

    assertThat(release(Optional.empty(), OptionalInt.of(17))).hasValue(21);
    assertThat(release(Optional.of(25), OptionalInt.of(17))).hasValue(25);
  }

  @Test
  void theConfigurationDecidesWhereNothingIsAskedFor() throws IOException {
    write("perflint.yml", "java-version: 23\nfail-on: p2\ninclude-tests: true\n");
    Configuration configuration = ConfigurationFiles.of(Optional.empty(), List.of(folder));

    assertThat(release(configuration, Optional.empty(), OptionalInt.of(17))).hasValue(23);
    assertThat(release(configuration, Optional.of(8), OptionalInt.of(17))).hasValue(8);
    assertThat(FailOn.of(Optional.empty(), configuration)).isEqualTo(FailOn.P2);
    assertThat(FailOn.of(Optional.of(FailOn.NEVER), configuration)).isEqualTo(FailOn.NEVER);
    assertThat(FailOn.of(Optional.empty(), Configuration.NONE)).isEqualTo(FailOn.P1);
    assertThat(request(configuration, wishes(Optional.empty(), NOTHING)).includeTests()).isTrue();
  }

  @Test
  void theFirstFolderWithAConfigurationWins() throws IOException {
    Path module = Files.createDirectory(folder.resolve("module"));
    write("perflint.yml", "fail-on: p3");

    assertThat(failOn(Optional.empty(), module, folder)).hasValue("p3");
    Files.writeString(module.resolve("perflint.yml"), "fail-on: p2");
    assertThat(failOn(Optional.empty(), module, folder)).hasValue("p2");
    assertThat(failOn(Optional.of(folder.resolve("perflint.yml")), module)).hasValue("p3");
    assertThatThrownBy(() -> failOn(Optional.of(folder.resolve("other.yml")), module))
        .isInstanceOf(UsageException.class);
  }

  @Test
  void knownVersionsComeBeforeReadOnes() {
    LibraryVersions known = versions(Map.of("g:a", "2.0"));
    LibraryVersions read = versions(Map.of("g:a", "1.0", "g:b", "3.0"));

    assertThat(known.or(read)).isEqualTo(versions(Map.of("g:a", "2.0", "g:b", "3.0")));
  }

  private Optional<String> failOn(Optional<Path> named, Path... around) {
    return ConfigurationFiles.of(named, List.of(around)).failOn();
  }

  private OptionalInt release(Optional<Integer> asked, OptionalInt built) {
    return release(Configuration.NONE, asked, built);
  }

  private OptionalInt release(
      Configuration configuration, Optional<Integer> asked, OptionalInt built) {
    return request(configuration, wishes(asked, built)).javaVersion();
  }

  private static ScanRequest request(Configuration configuration, ScanWishes wishes) {
    return wishes.request(configuration, List::of, ScanRequest.Progress.NONE);
  }

  private ScanWishes wishes(Optional<Integer> asked, OptionalInt built) {
    BuildModel build = new BuildModel(List.of(), built, LibraryVersions.NONE, List.of());
    return new ScanWishes(
        folder,
        List.of(),
        List.of(),
        List.of(),
        asked,
        1,
        false,
        false,
        true,
        build,
        FileChoice.ALL);
  }

  private static LibraryVersions versions(Map<String, String> versions) {
    TreeMap<String, SortedSet<String>> all = new TreeMap<>();
    versions.forEach((artifact, version) -> all.put(artifact, new TreeSet<>(List.of(version))));
    return new LibraryVersions(all);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}
