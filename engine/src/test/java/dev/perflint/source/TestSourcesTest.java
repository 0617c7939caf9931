package dev.perflint.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.StaticJavaParser;
import com.github.javaparser.ast.CompilationUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestSourcesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/test/java/acme/A.java",
        "module/src/test/java/acme/FooTest.java",
        "src/test/A.java",
        "src/it/project/src/main/java/A.java",
        "src/it/java/acme/A.java",
        "module/src/integration/java/acme/A.java",
        "shop-test-e2e/src/main/java/acme/A.java",
        "src/integrationTest/java/acme/A.java",
        "src/functionalTests/java/acme/A.java",
        "src/testFixtures/java/acme/A.java",
        "src/testInt/java/acme/A.java",
        "src/test-integration/java/acme/A.java",
        "src/jmh/java/acme/A.java",
        "src/test/resources/project/src/main/java/A.java",
        "test/unit/org/acme/A.java",
        "server/test/java/acme/A.java",
        "benchmarks/src/main/java/acme/A.java",
        "jmh-benchmarks/src/main/java/acme/A.java",
        "server/integration-tests/src/main/java/acme/A.java",
        "gateway-test-utils/src/main/java/acme/A.java",
        "javatests/com/acme/A.java",
        "src/core/src/test/java/acme/A.java",
        "src/core/src/it/java/acme/A.java",
        "src/core/src/integrationTest/java/acme/A.java",
        "src/group/core/src/test/java/acme/A.java",
        "src/integration-tests/src/main/java/acme/A.java",
        "src/core-benchmarks/src/main/java/acme/A.java",
        "examples/src/main/java/acme/A.java",
        "shop-demo/payment/src/main/java/acme/A.java",
        "shop/shop-samples/web/src/main/java/acme/A.java",
        "shop-test-common/src/main/java/acme/A.java",
        "server/testing/test-library/src/main/java/acme/A.java",
      })
  void isTest(String path) {
    assertThat(TestSources.isTest(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A.java",
        "FooTest.java",
        "src/main/java/acme/FooTest.java",
        "src/main/java/acme/LoadTest.java",
        "src/main/java/org/springframework/test/context/A.java",
        "spring-test/src/main/java/org/springframework/test/A.java",
        "org/springframework/test/web/A.java",
        "org/acme/benchmark/A.java",
        "src/it/unimi/dsi/fastutil/A.java",
        "src/integration/acme/A.java",
        "src/java/acme/test/unit/A.java",
        "src/com/acme/tests/A.java",
        "src/main/resources/archetype/src/test/java/A.java",
        "latest/src/main/java/A.java",
        "demographics/src/main/java/A.java",
        "demo/src/main/java/com/example/demo/A.java",
        "laboratory-sample/src/main/java/A.java",
        "ab-testing/src/main/java/acme/A.java",
        "org/acme/examples/A.java",
        "src/main/java/acme/demo/A.java",
        "contest/src/A.java",
        "src/core/src/main/java/acme/A.java",
        "src/core/src/main/java/acme/src/test/A.java",
        "src/main/java/acme/src/test/A.java",
        "src/spring-test/src/main/java/acme/A.java",
        "src/core/src/java/acme/benchmark/A.java",
      })
  void isProduction(String path) {
    assertThat(TestSources.isTest(path)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.cucumber.java.en.When",
        "io.cucumber.java.*",
        "org.testng.annotations.Test",
        "org.junit.Test",
        "org.junit.jupiter.api.BeforeEach"
      })
  void whatOnlyATestImportsIsATest(String imported) {
    assertThat(TestSources.isTest(importing(imported))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.junit.Assert",
        "org.junit.platform.commons.util.StringUtils",
        "io.cucumber.javascript.Thing",
        "java.util.List"
      })
  void whatProductionImportsByMistakeIsNone(String imported) {
    assertThat(TestSources.isTest(importing(imported))).isFalse();
  }

  private static CompilationUnit importing(String name) {
    return StaticJavaParser.parse("import " + name + ";\nclass A {}");
  }
}
