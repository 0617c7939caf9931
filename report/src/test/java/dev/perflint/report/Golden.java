package dev.perflint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whole reports kept as files; {@code -Dgolden=update} rewrites them for review. */
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  public static void assertSame(String file, String actual) throws IOException {
    Path path = FOLDER.resolve(file);
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(path, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(path));
  }
}
