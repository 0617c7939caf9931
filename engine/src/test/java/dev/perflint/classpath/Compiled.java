package dev.perflint.classpath;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** Class files of sources. */
public final class Compiled {
  private Compiled() {}

  /**
   * Compiles sources.
   *
   * @param folder that may be written to
   * @return the folder of the class files
   * @throws IOException when it cannot be written
   */
  public static Path into(Path folder, String... sources) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("out"));
    List<String> arguments = new ArrayList<>(List.of("-nowarn", "-d", classes.toString()));
    for (int i = 0; i < sources.length; i++) {
      String name = sources[i].replaceAll("(?s).*?(?:class|interface|record|enum) (\\w+).*", "$1");
      Path file = folder.resolve("src" + i).resolve(name + ".java");
      Files.createDirectories(file.getParent());
      arguments.add(Files.writeString(file, sources[i]).toString());
    }
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (code != 0) {
      throw new IllegalStateException("does not compile: " + List.of(sources));
    }
    return classes;
  }
}
