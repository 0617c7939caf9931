package dev.perflint.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.Perflint;
import dev.perflint.ScanRequest;
import dev.perflint.config.Configuration;
import dev.perflint.model.Finding;
import dev.perflint.report.draft.BenchmarkClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.generators.BenchmarkProcessor;

/**
 * The benchmarks that drafts propose, for every place that perflint finds in the fixtures and in
 * the shop: JMH takes them and they compile beside the code that they call.
 */
class DraftedBenchmarksTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"src/main/java/shop", "src/main/java/fixtures"})
  void everyDraftedBenchmarkCompiles(String sources) throws IOException {
    Map<String, String> texts = benchmarks(sources);

    assertThat(texts).hasSizeGreaterThan(10);
    assertThat(compiled(texts)).isEmpty();
    assertThat(texts.values().stream().filter(text -> !text.contains("TBD: call what leads to")))
        .as("benchmarks that call their method")
        .hasSizeGreaterThan(texts.size() / 2);
  }

  @Test
  void oneThatDoesNotCompileWouldBeSeen() throws IOException {
    Map<String, String> texts = benchmarks("src/main/java/shop");
    String path = texts.keySet().iterator().next();
    texts.put(path, texts.get(path).replace("public class ", "public class  extends Missing "));

    assertThat(compiled(texts)).isNotEmpty();
  }

  private static Map<String, String> benchmarks(String sources) {
    ScanRequest request =
        new ScanRequest(
            Path.of("").toAbsolutePath(),
            List.of(Path.of(sources)),
            List.of("all"),
            List.of(),
            OptionalInt.empty(),
            2,
            true,
            true,
            false,
            Configuration.NONE,
            ScanRequest.Progress.NONE);
    Perflint perflint = new Perflint();
    Path base = perflint.base(request);
    Map<String, String> texts = new TreeMap<>();
    for (Finding finding : perflint.scan(request).findings()) {
      BenchmarkClass.of(finding, base)
          .ifPresent(benchmark -> texts.putIfAbsent(benchmark.path(), benchmark.text()));
    }
    return texts;
  }

  private List<String> compiled(Map<String, String> texts) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Path file = folder.resolve("src").resolve(text.getKey());
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, text.getValue()));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    Path classes = Files.createDirectories(folder.resolve("classes"));
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(diagnostics, null, null)) {
      List<String> options =
          List.of("-cp", System.getProperty("java.class.path"), "-d", classes.toString());
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null,
              manager,
              diagnostics,
              options,
              null,
              manager.getJavaFileObjectsFromPaths(files));
      task.setProcessors(List.of(new BenchmarkProcessor()));
      task.call();
    }
    return diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(Object::toString)
        .collect(Collectors.toList());
  }
}
