package dev.perflint.checkstyle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.puppycrawl.tools.checkstyle.Checker;
import org.junit.jupiter.api.Test;

/** The build runs all tests of this package once for each Checkstyle. */
class CheckstyleVersionsTest {
  @Test
  void theCheckstyleOfThisRunIsTheOneThatIsMeant() {
    assertThat(Checker.class.getPackage().getImplementationVersion())
        .isEqualTo(System.getProperty("perflint.checkstyle"));
  }

  @Test
  void theNewestIsTestedToo() {
    assumeTrue(
        System.getenv("JAVA25_HOME") != null || Runtime.version().feature() >= 21,
        "the newest Checkstyle needs a JDK 21 or newer: none builds, none is in JAVA25_HOME");
  }
}
