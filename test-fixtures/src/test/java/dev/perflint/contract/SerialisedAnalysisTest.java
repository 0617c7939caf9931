package dev.perflint.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.analysis.FileAnalysis;
import dev.perflint.analysis.FileAnalysisCodec;
import dev.perflint.model.Finding;
import dev.perflint.rule.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A file's analysis is plain data: written and read again, in any order, it merges to the same
 * findings.
 */
class SerialisedAnalysisTest {
  private static final List<Path> TREES =
      List.of(
          Path.of("src/main/java"),
          Path.of("../engine/src/main/java"),
          Path.of("../rules/src/main/java"));

  private static Map<String, String> texts() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (Path tree : TREES) {
      try (Stream<Path> files = Files.walk(tree)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
          texts.put(file.toString(), Files.readString(file));
        }
      }
    }
    return texts;
  }

  @Test
  void whatIsReadIsWhatWasWritten() throws IOException {
    List<FileAnalysis> analyses = FixtureScan.analyses(FixtureScan.installed().rules(), texts());
    assertThat(analyses).hasSizeGreaterThan(100);
    for (FileAnalysis analysis : analyses) {
      assertThat(again(analysis)).as(analysis.path()).isEqualTo(analysis);
    }
  }

  @Test
  void theMergeOfWhatWasReadFindsTheSameInAnyOrder() throws IOException {
    List<Rule> rules = FixtureScan.installed().rules();
    List<FileAnalysis> analyses = FixtureScan.analyses(rules, texts());
    List<Finding> expected = FixtureScan.merged(analyses, rules);
    assertThat(expected).isNotEmpty();
    long seed = 20261125;
    System.out.println("SerialisedAnalysisTest: seed " + seed);
    List<FileAnalysis> shuffled =
        new ArrayList<>(analyses.stream().map(SerialisedAnalysisTest::again).toList());
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(FixtureScan.merged(shuffled, rules)).isEqualTo(expected);
  }

  private static FileAnalysis again(FileAnalysis analysis) {
    try {
      return FileAnalysisCodec.decode(FileAnalysisCodec.encode(analysis));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
