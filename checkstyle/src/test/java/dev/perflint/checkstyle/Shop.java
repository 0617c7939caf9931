package dev.perflint.checkstyle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A small Maven project with a repository in one file and the loop that calls it in another.
 *
 * @param folder its root
 */
record Shop(Path folder) {
  /** With small findings, too. */
  static final String SELECT = "select: [default, pedantic]\n";

  /** What is found in it, and only where both files are seen. */
  static final String CALL_IN_LOOP = "repository-call-in-loop Page.java:20";

  /** What is found in a file by itself. */
  static final String REGEX = "regex-compile-per-call Words.java:13";

  static Shop in(Path folder) throws IOException {
    Shop shop = new Shop(folder.toRealPath());
    Files.createDirectories(folder.resolve(".git"));
    shop.write("perflint.yml", SELECT);
    shop.write("pom.xml", "<project><artifactId>shop</artifactId></project>\n");
    shop.write("src/main/java/shop/Store.java", STORE);
    shop.write("src/main/java/shop/Page.java", PAGE);
    shop.write("src/main/java/shop/Words.java", WORDS);
    return shop;
  }

  private static final String STORE =
      """
      package shop;

      import java.util.List;
      import org.springframework.data.jpa.repository.JpaRepository;

      public interface Store extends JpaRepository<Item, Long> {
        List<Item> findByOwner(String owner);
      }
      """;

  private static final String PAGE =
      """
      package shop;

      import org.springframework.web.bind.annotation.GetMapping;
      import org.springframework.web.bind.annotation.RestController;

      // The parents of what somebody owns.
      // wrong on purpose, do not repair
      @RestController
      public class Page {
        private final Store store;

        Page(Store store) {
          this.store = store;
        }

        @GetMapping("/names")
        String names(String owner) {
          StringBuilder names = new StringBuilder();
          for (Item item : store.findByOwner(owner)) {
            names.append(store.findById(item.parent()).orElseThrow());
          }
          return names.toString();
        }
      }
      """;

  private static final String WORDS =
      """
      package shop;

      import org.springframework.web.bind.annotation.GetMapping;
      import org.springframework.web.bind.annotation.RestController;

      // wrong on purpose, do not repair
      @RestController
      public class Words {
        @GetMapping("/odd")
        int odd(java.util.List<String> words) {
          int odd = 0;
          for (String word : words) {
            if (word.matches("[a-z]+(-[a-z]+)*")) {
              odd++;
            }
          }
          return odd;
        }
      }
      """;

  Path write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  Path source(String name) {
    return folder.resolve("src/main/java/shop").resolve(name);
  }

  /** All Java files, in order of their names. */
  Path[] sources() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toArray(Path[]::new);
    }
  }
}
