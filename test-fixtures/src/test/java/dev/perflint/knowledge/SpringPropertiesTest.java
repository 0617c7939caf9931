package dev.perflint.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/**
 * Every property key of Spring that a knowledge file names is declared by a module of Spring Boot
 * in {@code target/libraries}; a key of another module wants that one copied there as well.
 */
class SpringPropertiesTest {
  private static final Path LIBRARIES = Path.of("target", "libraries");
  private static final String METADATA = "META-INF/spring-configuration-metadata.json";
  private static final String SPRING = "spring.";

  @Test
  void keysOfSpringAreThoseThatItDeclares() throws IOException {
    Set<String> declared = declared();
    assertThat(declared).as("properties declared by the jars").hasSizeGreaterThan(500);
    Knowledge knowledge = Knowledge.ofBundled(SpringPropertiesTest.class.getClassLoader());
    Set<String> named = new TreeSet<>();
    for (Library library : knowledge.libraries()) {
      library.properties().values().forEach(named::addAll);
    }
    named.removeIf(key -> !key.startsWith(SPRING));
    assertThat(named).isNotEmpty();
    assertThat(missing(named, declared)).isEmpty();
  }

  @Test
  void aMadeUpKeyIsFound() throws IOException {
    assertThat(
            missing(
                List.of(
                    "spring.http.client.read-timeout",
                    "spring.http.client.reading-timeout",
                    "spring.http.*.read-timeout",
                    "spring.http.*.reading-timeout"),
                declared()))
        .containsExactlyInAnyOrder(
            "spring.http.client.reading-timeout", "spring.http.*.reading-timeout");
  }

  private static Set<String> missing(Iterable<String> keys, Set<String> declared) {
    Set<String> missing = new TreeSet<>();
    for (String key : keys) {
      String pattern = key.replace(".", "\\.").replace("*", ".+");
      // Behind a map stands what another library declares.
      boolean inMap =
          declared.stream().anyMatch(n -> n.endsWith(".*") && key.startsWith(prefix(n)));
      if (!inMap && declared.stream().noneMatch(name -> name.matches(pattern))) {
        missing.add(key);
      }
    }
    return missing;
  }

  private static String prefix(String map) {
    return map.substring(0, map.length() - 1);
  }

  private static Set<String> declared() throws IOException {
    Set<String> names = new TreeSet<>();
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(LIBRARIES, "*.jar")) {
      for (Path path : jars) {
        try (JarFile jar = new JarFile(path.toFile())) {
          ZipEntry entry = jar.getEntry(METADATA);
          if (entry != null) {
            try (InputStream in = jar.getInputStream(entry)) {
              for (JsonNode property : new ObjectMapper().readTree(in).path("properties")) {
                String name = property.path("name").asText();
                boolean map = property.path("type").asText().startsWith("java.util.Map");
                names.add(map ? name + ".*" : name);
              }
            }
          }
        }
      }
    }
    return names;
  }
}
