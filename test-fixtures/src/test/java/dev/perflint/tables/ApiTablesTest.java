package dev.perflint.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.perflint.types.ApiMember;
import dev.perflint.types.ApiType;
import dev.perflint.types.PackageTables;
import dev.perflint.types.TypeRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiTablesTest {
  private static final boolean UPDATE = "update".equals(System.getProperty("tables"));
  private static final String JDK = "dev/perflint/api/jdk";
  private static final String LIBRARIES = "dev/perflint/api/lib";

  @Test
  void theTablesOfTheJdkAreThoseOfJdk25() throws IOException {
    assumeThat(Runtime.version().feature())
        .as("the JDK that runs the tests; only %s can read its own API", Ages.NEWEST)
        .isEqualTo(Ages.NEWEST);
    holds("../engine/src/main/resources/", JDK, JdkTables.read());
  }

  @Test
  void theTablesOfTheLibrariesAreThoseOfTheJarsOnTheClassPath() throws IOException {
    holds(
        "../rules/src/main/resources/",
        LIBRARIES,
        LibraryTables.read(System.getProperty("java.class.path")));
  }

  @Test
  void aWildcardIsAsGoodAsTheBoundOfItsParameter() {
    PackageTables tables = tables(LIBRARIES);
    String webClient = "org.springframework.web.reactive.function.client.WebClient";
    TypeRef spec = TypeRef.named(webClient + ".RequestHeadersSpec");
    assertThat(tables.find(webClient).orElseThrow().members())
        .filteredOn(member -> member.name().equals("get"))
        .extracting(ApiMember::type)
        .containsExactly(
            TypeRef.named(
                webClient + ".RequestHeadersUriSpec",
                TypeRef.named(webClient + ".RequestHeadersSpec", spec)));
  }

  @Test
  void kotlinClassesReadLikeJavaOnes() {
    ApiType client = tables(LIBRARIES).find("okhttp3.OkHttpClient").orElseThrow();
    assertThat(client.members())
        .contains(
            new ApiMember(
                ApiMember.Kind.FIELD,
                "Companion",
                true,
                false,
                false,
                List.of(),
                List.of(),
                TypeRef.named("okhttp3.OkHttpClient.Companion"),
                0))
        .extracting(ApiMember::name)
        .contains("newCall", "newBuilder", "callTimeoutMillis")
        .noneMatch(name -> name.contains("$") || name.contains("-"));
    assertThat(client.since()).isZero();
  }

  /** The committed text is what would be written today, and reads back as what it was made from. */
  private static void holds(
      String resources, String root, Map<String, Map<String, ApiType>> packages)
      throws IOException {
    Path folder = Path.of(resources, root);
    Map<String, String> fresh = TableFolder.of(packages);
    if (UPDATE) {
      TableFolder.write(folder, fresh);
      return;
    }
    Map<String, String> committed = TableFolder.read(folder);
    assertThat(committed.keySet()).isEqualTo(fresh.keySet());
    fresh.forEach(
        (file, text) ->
            assertThat(difference(committed.get(file), text))
                .as("%s: lines only in the committed file (-) or only in a fresh one (+)", file)
                .isEmpty());
    PackageTables tables = tables(root);
    packages.forEach(
        (name, types) -> {
          assertThat(tables.typesOf(name)).isEqualTo(types.keySet());
          types.values().forEach(type -> assertThat(tables.find(type.name())).contains(type));
        });
  }

  private static PackageTables tables(String root) {
    return new PackageTables(ApiTablesTest.class.getClassLoader(), List.of(root));
  }

  private static List<String> difference(String committed, String fresh) {
    Set<String> lost = new LinkedHashSet<>(committed.lines().toList());
    Set<String> gained = new LinkedHashSet<>(fresh.lines().toList());
    Set<String> difference = new LinkedHashSet<>();
    lost.stream().filter(line -> !gained.contains(line)).forEach(l -> difference.add("-" + l));
    gained.stream().filter(line -> !lost.contains(line)).forEach(l -> difference.add("+" + l));
    if (difference.isEmpty() && !committed.equals(fresh)) {
      difference.add("the same lines, but not in the same places");
    }
    return List.copyOf(difference);
  }
}
