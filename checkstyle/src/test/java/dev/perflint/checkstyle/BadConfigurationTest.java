package dev.perflint.checkstyle;

import static dev.perflint.checkstyle.Audit.checker;
import static dev.perflint.checkstyle.Audit.perflint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.puppycrawl.tools.checkstyle.api.CheckstyleException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes are told as Checkstyle tells its own, before any file is read. */
class BadConfigurationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          select=querry-in-loop | unknown rule, theme or group 'querry-in-loop'; did you mean query-in-loop
          ignore=no-such-rule | unknown rule, theme or group 'no-such-rule'
          configFile=/no/such/perflint.yml | there is no configuration file /no/such/perflint.yml
          javaVersion=7 | javaVersion must be at least 8, not 7
          javaVersion=new | javaVersion
          minPriority=p4 | minPriority must be p1, p2 or p3, not 'p4'
          maxPriority=high | maxPriority must be p1, p2 or p3, not 'high'
          sourceRoots=/no/such/folder | sourceRoots: there is no folder /no/such/folder
          noSuchProperty=1 | noSuchProperty
          """)
  void isTold(String property, String complaint) {
    assertThatThrownBy(() -> Audit.of(checker(perflint(property))))
        .isInstanceOf(CheckstyleException.class)
        .satisfies(e -> told(e, complaint));
  }

  @Test
  void soIsAWrongPerflintYml(@TempDir Path folder) throws Exception {
    Shop shop = Shop.in(folder);
    shop.write("perflint.yml", "ignore: [no-such-rule]\n");
    assertThatThrownBy(() -> Audit.of(checker(perflint()), shop.sources()))
        .isInstanceOf(CheckstyleException.class)
        .satisfies(e -> told(e, "perflint.yml: unknown rule, theme or group 'no-such-rule'"));

    shop.write("perflint.yml", "fail-onn: p1\n");
    assertThatThrownBy(() -> Audit.of(checker(perflint()), shop.sources()))
        .satisfies(e -> told(e, "did you mean fail-on?"));
  }

  private static void told(Throwable thrown, String complaint) {
    StringBuilder messages = new StringBuilder();
    for (Throwable e = thrown; e != null; e = e.getCause()) {
      messages.append(e.getMessage()).append('\n');
    }
    assertThat(messages.toString()).contains(complaint);
  }
}
