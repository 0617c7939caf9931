package dev.perflint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.Perflint;
import dev.perflint.analysis.FileAnalysis;
import dev.perflint.analysis.FileAnalyzer;
import dev.perflint.analysis.RuleSet;
import dev.perflint.knowledge.Knowledge;
import dev.perflint.model.Finding;
import dev.perflint.project.Project;
import dev.perflint.rule.Catalogue;
import dev.perflint.source.Discovery;
import dev.perflint.source.DiscoveryOptions;
import dev.perflint.source.JavaParsing;
import dev.perflint.source.SourceFile;
import dev.perflint.source.SourceReader;
import dev.perflint.source.SourceText;
import dev.perflint.types.PackageTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same input gives the same reports to the byte. */
class DeterminismEndToEndTest {
  private static final long SEED = 20261125;

  /** With what finds much in what is generated. */
  private static final String SELECT = "--select=default,pedantic,json-mapper-per-call";

  private static final List<String> OWN_ROOTS =
      Stream.concat(Repository.mainSources().stream(), Stream.of("test-fixtures")).toList();

  @TempDir private static Path folder;
  private static Path own;
  private static Path generated;
  private static EndToEnd ofOwn;
  private static EndToEnd ofGenerated;

  @BeforeAll
  static void scanOnce() throws IOException {
    System.out.println("DeterminismEndToEndTest: seed " + SEED);
    own = Files.createDirectories(folder.resolve("repository/perflint"));
    Repository.copyTo(own);
    generated = Files.createDirectories(folder.resolve("generated"));
    GeneratedProject.write(generated, SEED, 450);
    ofOwn = scan(own, "--jobs=1", "--fail-on=never").assertWellFormed();
    ofGenerated = scan(generated, "--jobs=1", "--fail-on=never").assertWellFormed();
  }

  @Test
  void thereIsEnoughToCompare() {
    assertThat(ofOwn.findings()).isNotEmpty();
    assertThat(ofGenerated.findings()).hasSizeGreaterThan(50);
    Set<String> rules = new HashSet<>();
    ofGenerated.findings().forEach(finding -> rules.add(finding.split(" ")[0]));
    assertThat(rules).hasSizeGreaterThanOrEqualTo(2);
    assertThat(ofGenerated.text()).contains("P1  ", "P2  ", " → ");
    assertThat(ofGenerated.sarif()).contains("relatedLocations");
  }

  @Test
  void threadsChangeNothing() throws IOException {
    assertSame(scan(own, "--jobs=8", "--fail-on=never"), ofOwn);
    assertSame(scan(generated, "--jobs=8", "--fail-on=never"), ofGenerated);
  }

  @Test
  void theOrderOfThePathsChangesNothing() throws IOException {
    List<String> roots = new ArrayList<>(OWN_ROOTS);
    Collections.shuffle(roots, new Random(SEED));
    roots.add(0, "--fail-on=never");
    assertSame(scan(own, roots.toArray(String[]::new)), ofOwn);

    List<String> modules = List.of("--fail-on=never", "b/src", "a", "b");
    assertSame(scan(generated, modules.toArray(String[]::new)), ofGenerated);
  }

  @Test
  void theOrderOfSingleFilesChangesNothing() throws IOException {
    List<String> files = new ArrayList<>(files(generated));
    Collections.shuffle(files, new Random(SEED));
    files.addAll(0, List.of("--fail-on=never", "--"));
    assertSame(scan(generated, files.toArray(String[]::new)), ofGenerated);
  }

  @Test
  void theWorkingDirectoryChangesNothing() throws IOException {
    assertSame(scan(own.resolve("cli/src"), "../..", "--fail-on=never"), ofOwn);
    assertSame(scan(folder, "generated", "--fail-on=never"), ofGenerated);
  }

  /** Hash codes of objects and the order of the JDK's own sets differ from process to process. */
  @Test
  void anotherProcessSaysTheSame() throws Exception {
    Ran json = MainProcess.run(own.resolve("engine"), "scan", "..", SELECT, "--format=json");
    assertThat(json.out()).isEqualTo(ofOwn.json());
    Path sarif = folder.resolve("other.sarif");
    Path compact = folder.resolve("other.txt");
    Ran text =
        MainProcess.run(
            folder,
            "scan",
            "generated",
            SELECT,
            "--output=sarif=" + sarif,
            "--output=compact=" + compact);
    assertThat(text.out()).isEqualTo(ofGenerated.text());
    assertThat(sarif).content().isEqualTo(ofGenerated.sarif());
    assertThat(compact).content().isEqualTo(ofGenerated.compact());
  }

  @Test
  void theOrderOfTheMergedFilesChangesNothing() throws IOException {
    ClassLoader loader = Perflint.class.getClassLoader();
    Knowledge knowledge = Knowledge.ofBundled(loader);
    PackageTables tables = PackageTables.ofBundled(loader);
    RuleSet rules = RuleSet.of(Catalogue.installed(loader), knowledge, OptionalInt.empty());
    FileAnalyzer analyzer = new FileAnalyzer(rules, knowledge, tables);
    List<FileAnalysis> analyses = new ArrayList<>();
    for (SourceFile file : Discovery.find(generated, List.of(), DiscoveryOptions.ALL).files()) {
      SourceText text = SourceReader.read(file).text().orElseThrow();
      analyses.add(analyzer.analyze(text, JavaParsing.parse(text), false, List.of()));
    }
    List<Finding> sorted = new Project(analyses, knowledge, tables).findings(rules.rules());
    for (int round = 0; round < 3; round++) {
      Collections.shuffle(analyses, new Random(SEED + round));
      assertThat(new Project(analyses, knowledge, tables).findings(rules.rules()))
          .isEqualTo(sorted);
    }
    assertThat(sorted).hasSizeGreaterThan(50);
  }

  private static List<String> files(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private static void assertSame(EndToEnd one, EndToEnd other) {
    assertThat(one.json()).isEqualTo(other.json());
    assertThat(one.sarif()).isEqualTo(other.sarif());
    assertThat(one.text()).isEqualTo(other.text());
    assertThat(one.compact()).isEqualTo(other.compact());
    assertThat(one.code()).isEqualTo(other.code());
  }

  private static EndToEnd scan(Path directory, String... arguments) throws IOException {
    return EndToEnd.scan(
        directory, Stream.concat(Stream.of(SELECT), Stream.of(arguments)).toArray(String[]::new));
  }
}
