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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A file's analysis is plain data: written and read again, in any order, it merges to the same
 * findings.
 */
class SerialisedAnalysisTest {
  private static final long SEED = 20261127;

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

  /** What several machines do that each analyse a part of the files and send what they found. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void shardsMergeToTheSameBytesInAnyOrder(int count) throws IOException {
    List<Rule> rules = FixtureScan.installed().rules();
    Map<String, String> texts = texts();
    List<Finding> expected = FixtureScan.merged(FixtureScan.analyses(rules, texts), rules);
    assertThat(expected).hasSizeGreaterThan(100);
    Random random = new Random(SEED);
    System.out.println("SerialisedAnalysisTest: seed " + SEED);

    List<List<byte[]>> shards = new ArrayList<>();
    for (Map<String, String> part : parts(texts, count, random)) {
      shards.add(
          FixtureScan.analyses(rules, part).stream().map(FileAnalysisCodec::encode).toList());
    }
    for (int round = 0; round < 3; round++) {
      Collections.shuffle(shards, random);
      List<FileAnalysis> received =
          shards.stream().flatMap(List::stream).map(SerialisedAnalysisTest::decoded).toList();
      assertThat(FixtureScan.merged(received, rules).toString()).isEqualTo(expected.toString());
    }
  }

  /** Each file in one of so many parts, by lot: files that belong together are torn apart. */
  private static List<Map<String, String>> parts(
      Map<String, String> texts, int count, Random random) {
    List<Map<String, String>> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(new TreeMap<>());
    }
    texts.forEach((path, text) -> parts.get(random.nextInt(count)).put(path, text));
    return parts;
  }

  private static FileAnalysis again(FileAnalysis analysis) {
    return decoded(FileAnalysisCodec.encode(analysis));
  }

  private static FileAnalysis decoded(byte[] bytes) {
    try {
      return FileAnalysisCodec.decode(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
