package dev.perflint.checkstyle;

import static dev.perflint.checkstyle.Audit.checker;
import static dev.perflint.checkstyle.Audit.perflint;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkstyle's {@code cacheFile} leaves out files that have not changed and had no violations. */
class CacheTest {
  @TempDir private Path folder;
  private Shop shop;
  private String cache;

  @BeforeEach
  void open() throws IOException {
    shop = Shop.in(folder);
    cache = "<property name=\"cacheFile\" value=\"%s\"/>".formatted(folder.resolve("cache"));
  }

  @Test
  void filesWithFindingsAreNeverLeftOut() throws Exception {
    String configuration = checker(cache, perflint("select=text"));
    assertThat(Audit.places(configuration, shop.sources())).containsExactly(Shop.REGEX);
    assertThat(Audit.places(configuration, shop.sources())).containsExactly(Shop.REGEX);
  }

  @Test
  void whatNeedsAFileThatIsLeftOutIsLost() throws Exception {
    String configuration = checker(cache, perflint());
    assertThat(Audit.places(configuration, shop.sources())).hasSize(2);
    assertThat(Audit.places(configuration, shop.sources())).containsExactly(Shop.REGEX);
  }

  @Test
  void sourceRootsBringItBack() throws Exception {
    String roots = "sourceRoots=" + shop.folder().resolve("src/main/java");
    String configuration = checker(cache, perflint(roots));
    assertThat(Audit.places(configuration, shop.sources())).hasSize(2);
    assertThat(Audit.places(configuration, shop.sources()))
        .containsExactly(Shop.CALL_IN_LOOP, Shop.REGEX);
  }

  @Test
  void aChangedPerflintYmlStartsTheCacheAnew() throws Exception {
    Path yml = shop.write("perflint.yml", Shop.SELECT + "ignore: [text, data-access]\n");
    String configuration = checker(cache, perflint("configFile=" + yml));
    assertThat(Audit.places(configuration, shop.sources())).isEmpty();

    shop.write("perflint.yml", Shop.SELECT + "ignore: [data-access]\n");
    assertThat(Audit.places(configuration, shop.sources())).containsExactly(Shop.REGEX);
  }
}
