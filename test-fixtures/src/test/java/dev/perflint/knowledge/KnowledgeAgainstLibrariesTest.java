package dev.perflint.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javassist.ClassPool;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every type, member, annotation and attribute that a knowledge file names is there in the real
 * library, in at least one of the versions in {@code target/libraries}. The build copies them
 * there; their versions stand in the root pom.
 */
class KnowledgeAgainstLibrariesTest {
  private static final Path LIBRARIES = Path.of("target", "libraries");
  private static final Knowledge KNOWLEDGE =
      Knowledge.ofBundled(KnowledgeAgainstLibrariesTest.class.getClassLoader());

  @TestFactory
  Stream<DynamicTest> whatKnowledgeNamesIsThere() throws Exception {
    LibraryJars jars = LibraryJars.in(LIBRARIES, Jdk.running());
    return KNOWLEDGE.libraries().stream()
        .map(
            library ->
                DynamicTest.dynamicTest(
                    library.name() + " " + library.artifacts(),
                    () -> assertThat(check(library, jars).problems()).isEmpty()));
  }

  private static LibraryCheck check(Library library, LibraryJars jars) throws Exception {
    Optional<Integer> release = LibraryCheck.jdkRelease(library);
    if (release.isEmpty()) {
      return LibraryCheck.againstJars(library, jars, Jdk.running());
    }
    Optional<ClassPool> jdk = Jdk.atLeast(release.get());
    assumeTrue(
        jdk.isPresent(), "needs a JDK " + release.get() + " to run or stand beside this one");
    return LibraryCheck.againstJdk(library, jdk.get());
  }

  @Test
  void aMadeUpNameIsFound() throws Exception {
    Library library =
        KnowledgeReader.read(
            "made-up.yml",
            """
            library: made up
            artifacts: [com.squareup.okhttp3:okhttp, junit:junit]
            members:
              - role: waits
                calls:
                  - okhttp3.OkHttpClient.Builder#build(int)
                  - okhttp3.Call#executeAll()
                  - okhttp3.Caller#execute()
                  - okhttp3.OkHttpClient#new(*)
                  - okhttp3.ConnectionPool#new(int, long, TimeUnit)
                makes: okhttp3.OkHttpClient
            annotations:
              - role: runs-once
                names: [okhttp3.Call, org.testng.annotations.Test]
            entry-points:
              - kind: test
                annotation: org.testng.annotations.Test
                label: "{title} {class org.testng.annotations.Test groups|color}"
              - kind: request
                supertype: okhttp3.Callback
                methods: [onResponse, onSuccess]
            """);
    assertThat(check(library, LibraryJars.in(LIBRARIES, Jdk.running())).problems())
        .containsExactlyInAnyOrder(
            "no member okhttp3.OkHttpClient.Builder#build(int)",
            "no member okhttp3.Call#executeAll()",
            "no type okhttp3.Caller",
            "okhttp3.ConnectionPool#new(int, long, TimeUnit) does not make okhttp3.OkHttpClient",
            "okhttp3.Call is no annotation",
            "org.testng.annotations.Test is in org.testng.testng-"
                + version("org.testng.testng-")
                + ".jar, which is none of the artifacts",
            "no attribute title of org.testng.annotations.Test",
            "no attribute color of org.testng.annotations.Test",
            "no member okhttp3.Callback#onSuccess(*)",
            "nothing is named of junit:junit");
  }

  /** So that the expectation above does not name a version a second time. */
  private static String version(String start) {
    String[] names = LIBRARIES.toFile().list((folder, name) -> name.startsWith(start));
    assertThat(names).hasSize(1);
    return names[0].substring(start.length(), names[0].length() - ".jar".length());
  }
}
