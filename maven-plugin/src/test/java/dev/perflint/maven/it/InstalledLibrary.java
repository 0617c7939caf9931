package dev.perflint.maven.it;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A library that is compiled and put into a local repository, as if its build had installed it.
 *
 * @param repository the folder of the local repository
 */
public record InstalledLibrary(Path repository, String groupId, String artifactId, String version) {
  /**
   * @param sources by path
   * @throws IOException when it cannot be written
   */
  public void of(Map<String, String> sources) throws IOException {
    Path work = Files.createTempDirectory("library");
    List<String> arguments = new ArrayList<>(List.of("-d", work.resolve("classes").toString()));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = work.resolve("sources").resolve(source.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.getValue());
      arguments.add(file.toString());
    }
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (code != 0) {
      throw new IllegalStateException("the library does not compile");
    }
    Path folder = repository;
    for (String part : (groupId + "." + artifactId).split("[.]")) {
      folder = folder.resolve(part);
    }
    folder = Files.createDirectories(folder.resolve(version));
    String name = artifactId + "-" + version;
    jar(work.resolve("classes"), folder.resolve(name + ".jar"));
    Files.writeString(folder.resolve(name + ".pom"), pom());
  }

  private static void jar(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> found = Files.walk(classes)) {
      for (Path each : found.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(each).toString().replace('\\', '/')));
        Files.copy(each, out);
      }
    }
  }

  private String pom() {
    return """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>%s</groupId>
          <artifactId>%s</artifactId>
          <version>%s</version>
        </project>
        """
        .formatted(groupId, artifactId, version);
  }
}
