package dev.perflint.benchmarks.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.benchmarks.demo.Demonstration.Measure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemonstrationsTest {
  private static final Path PAGES = Path.of("../docs/rules");
  private static final Pattern QUOTED = Pattern.compile("benchmarks/demo ([a-z0-9-]+)`");

  @Test
  void thePagesOfRulesQuoteWhatThereIs() throws IOException {
    TreeSet<String> quoted = new TreeSet<>();
    try (Stream<Path> pages = Files.list(PAGES)) {
      pages.forEach(
          page ->
              QUOTED
                  .matcher(text(page))
                  .results()
                  .map(MatchResult::group)
                  .forEach(
                      name -> {
                        assertThat(name).contains(rule(page));
                        quoted.add(rule(page));
                      }));
    }
    assertThat(quoted)
        .isEqualTo(new TreeSet<>(Demonstrations.all().stream().map(Demonstration::rule).toList()));
    assertThat(quoted).hasSizeGreaterThanOrEqualTo(8);
  }

  @Test
  void whatCountsAndNotTimesIsTheSameEverywhere() throws Exception {
    assertThat(first(Queues.UNBOUNDED.good())).isLessThanOrEqualTo(100);
    assertThat(first(Queues.UNBOUNDED.bad())).isGreaterThan(100);
    assertThat(first(Threads.PER_TASK.good())).isLessThanOrEqualTo(32);
    List<Measure> swallowed = Interrupts.SWALLOWED.bad().run();
    assertThat(swallowed.get(1).value()).isEqualTo(50);
    assertThat(Interrupts.SWALLOWED.good().run().get(1).value()).isLessThan(50);
  }

  private static double first(Demonstration.Variant variant) throws Exception {
    return variant.run().get(0).value();
  }

  private static String rule(Path page) {
    return page.getFileName().toString().replace(".md", "");
  }

  private static String text(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
