package dev.perflint.source;

import com.github.javaparser.ast.body.MethodDeclaration;
import dev.perflint.model.Notice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Discovery, reading and parsing as a scan does them. */
final class Pipeline {
  /**
   * @param methods names of the methods found, by report path; no entry for a file without a tree
   */
  record Outcome(Map<String, List<String>> methods, List<Notice> notices) {
    String messages() {
      StringBuilder all = new StringBuilder();
      for (Notice notice : notices) {
        all.append(notice.kind()).append(' ').append(notice.path().orElse("-"));
        all.append(':').append(notice.line()).append(' ').append(notice.message()).append('\n');
      }
      return all.toString();
    }
  }

  private record Step(SourceFile file, List<String> methods, boolean tree, List<Notice> notices) {}

  private Pipeline() {}

  static Outcome run(Path folder) {
    Discovery discovery = Discovery.find(folder, List.of(), DiscoveryOptions.ALL);
    List<Notice> notices = new ArrayList<>(discovery.notices());
    Map<String, List<String>> methods = new TreeMap<>();
    List<Step> steps =
        new Workers(2)
            .map(
                discovery.files(),
                Pipeline::step,
                (file, e) -> new Step(file, List.of(), false, List.of(Workers.notice(file, e))),
                (done, total) -> {});
    for (Step step : steps) {
      notices.addAll(step.notices());
      if (step.tree()) {
        methods.put(step.file().reportPath(), step.methods());
      }
    }
    notices.sort(null);
    return new Outcome(methods, notices);
  }

  private static Step step(SourceFile file) {
    SourceReader.Result read = SourceReader.read(file);
    List<Notice> notices = new ArrayList<>();
    read.notice().ifPresent(notices::add);
    if (read.text().isEmpty()) {
      return new Step(file, List.of(), false, notices);
    }
    ParsedSource parsed = JavaParsing.parse(read.text().get());
    notices.addAll(parsed.notices());
    List<String> methods = new ArrayList<>();
    parsed
        .unit()
        .ifPresent(
            unit ->
                unit.getTypes()
                    .forEach(
                        type ->
                            type.getMembers().stream()
                                .filter(MethodDeclaration.class::isInstance)
                                .map(member -> ((MethodDeclaration) member).getNameAsString())
                                .forEach(methods::add)));
    return new Step(file, methods, parsed.unit().isPresent(), notices);
  }
}
