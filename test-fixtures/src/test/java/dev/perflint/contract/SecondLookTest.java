package dev.perflint.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.analysis.FileAnalysis;
import dev.perflint.analysis.FileAnalyzer;
import dev.perflint.analysis.Glance;
import dev.perflint.analysis.RuleSet;
import dev.perflint.model.Finding;
import dev.perflint.model.RuleId;
import dev.perflint.project.Project;
import dev.perflint.rule.Catalogue;
import dev.perflint.rule.Rule;
import dev.perflint.source.JavaParsing;
import dev.perflint.source.SourceFile;
import dev.perflint.source.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A scan looks twice at some files; that must find what one look with all candidates finds. */
class SecondLookTest {
  private static final List<Path> TREES =
      List.of(
          Path.of("src/main/java"),
          Path.of("../engine/src/main/java"),
          Path.of("../rules/src/main/java"));

  private static final Catalogue RULES = FixtureScan.pedantic();

  private final FileAnalyzer analyzer =
      new FileAnalyzer(
          RuleSet.of(RULES, FixtureScan.KNOWLEDGE, OptionalInt.of(21)),
          FixtureScan.KNOWLEDGE,
          FixtureScan.TABLES);

  @Test
  void twoLooksFindWhatOneDoes() throws IOException {
    List<Rule> rules = RULES.rules();
    List<SourceText> texts = texts();
    List<Finding> once = project(texts.stream().map(this::complete).toList()).findings(rules);
    assertThat(once).hasSizeGreaterThan(100);

    List<Glance> glances = texts.stream().map(this::glance).toList();
    Project merged = project(glances.stream().map(Glance::analysis).toList());
    List<FileAnalysis> settled = new ArrayList<>();
    int again = 0;
    for (int i = 0; i < texts.size(); i++) {
      Set<RuleId> unsettled = glances.get(i).unsettled(merged::answer);
      again += unsettled.isEmpty() ? 0 : 1;
      settled.add(settled(glances.get(i), texts.get(i), unsettled));
    }
    assertThat(again).isBetween(1, texts.size() / 2);
    assertThat(merged.with(settled).findings(rules)).isEqualTo(once);
    // Else there would be no second look to speak of.
    assertThat(merged.findings(rules)).hasSizeLessThan(once.size());
  }

  private FileAnalysis settled(Glance first, SourceText text, Set<RuleId> unsettled) {
    return unsettled.isEmpty()
        ? first.analysis()
        : analyzer.again(first.analysis(), text, JavaParsing.parse(text), unsettled);
  }

  private FileAnalysis complete(SourceText text) {
    return analyzer.analyze(text, JavaParsing.parse(text), false, List.of());
  }

  private Glance glance(SourceText text) {
    return analyzer.glance(text, JavaParsing.parse(text), false, List.of());
  }

  private static Project project(List<FileAnalysis> analyses) {
    return new Project(analyses, FixtureScan.KNOWLEDGE, FixtureScan.TABLES);
  }

  private static List<SourceText> texts() throws IOException {
    List<SourceText> texts = new ArrayList<>();
    for (Path tree : TREES) {
      try (Stream<Path> files = Files.walk(tree)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
          texts.add(
              SourceText.of(
                  new SourceFile(file, file.toString(), true),
                  Files.readString(file),
                  StandardCharsets.UTF_8,
                  0));
        }
      }
    }
    return texts;
  }
}
