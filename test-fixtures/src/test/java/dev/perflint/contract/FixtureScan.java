package dev.perflint.contract;

import dev.perflint.analysis.FileAnalysis;
import dev.perflint.analysis.FileAnalyzer;
import dev.perflint.analysis.RuleSet;
import dev.perflint.knowledge.Knowledge;
import dev.perflint.model.Finding;
import dev.perflint.project.Project;
import dev.perflint.rule.Catalogue;
import dev.perflint.rule.Rule;
import dev.perflint.settings.BuildFile;
import dev.perflint.settings.BuildFiles;
import dev.perflint.settings.FileSettings;
import dev.perflint.settings.OtherTexts;
import dev.perflint.settings.ProjectSettings;
import dev.perflint.settings.SettingsReader;
import dev.perflint.source.JavaParsing;
import dev.perflint.source.ParsedSource;
import dev.perflint.source.SettingsKind;
import dev.perflint.source.SourceFile;
import dev.perflint.source.SourceText;
import dev.perflint.types.PackageTables;
import dev.perflint.types.TypeTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Runs rules over texts in memory, with the bundled knowledge and an empty class path. */
public final class FixtureScan {
  private static final ClassLoader LOADER = FixtureScan.class.getClassLoader();
  static final Knowledge KNOWLEDGE = Knowledge.ofBundled(LOADER);
  static final TypeTable TABLES = PackageTables.ofBundled(LOADER);

  private FixtureScan() {}

  /** Every rule without its pedantic matches. */
  public static Catalogue installed() {
    return new Catalogue(pedantic().rules().stream().map(Rule::strict).toList());
  }

  /** Every rule with all of its matches. */
  public static Catalogue pedantic() {
    return Catalogue.installed(LOADER);
  }

  /** What the rules find in these files, as one project. */
  public static List<Finding> findings(List<Rule> rules, Map<String, String> texts) {
    return findings(rules, texts, OptionalInt.empty());
  }

  /** The same on a run-time JDK. */
  static List<Finding> findings(List<Rule> rules, Map<String, String> texts, OptionalInt jdk) {
    List<Finding> findings = new ArrayList<>();
    for (Map<String, String> project : projects(texts)) {
      ProjectSettings settings = settings(project);
      findings.addAll(
          new Project(analyses(rules, project, jdk), settings, KNOWLEDGE, TABLES)
              .findings(RuleSet.of(new Catalogue(rules), KNOWLEDGE, jdk).rules()));
    }
    return findings;
  }

  /** The files of each folder. */
  private static Collection<Map<String, String>> projects(Map<String, String> texts) {
    Map<String, Map<String, String>> byFolder = new TreeMap<>();
    texts.forEach(
        (name, text) -> {
          String folder = name.contains("/") ? name.substring(0, name.indexOf('/')) : "";
          byFolder.computeIfAbsent(folder, f -> new TreeMap<>()).put(name, text);
        });
    return byFolder.values();
  }

  private static ProjectSettings settings(Map<String, String> project) {
    List<FileSettings> settings = new ArrayList<>();
    List<BuildFile> builds = new ArrayList<>();
    Map<String, String> versions = new TreeMap<>();
    Map<String, String> others = new TreeMap<>();
    project.forEach(
        (name, text) -> {
          if (name.endsWith("pom.xml") || name.contains("build.gradle")) {
            builds.add(BuildFile.read(name, text));
            versions.put(name, text);
          } else if (!name.endsWith(".java")) {
            others.put(name, text);
            if (SettingsKind.of(name.substring(name.lastIndexOf('/') + 1)).isPresent()) {
              settings.add(SettingsReader.read(name, text));
            }
          }
        });
    OtherTexts texts = OtherTexts.of(others);
    return new ProjectSettings(settings, builds, BuildFiles.read(versions), texts);
  }

  /** The files one by one. */
  static List<FileAnalysis> analyses(List<Rule> rules, Map<String, String> texts) {
    return analyses(rules, texts, OptionalInt.empty());
  }

  private static List<FileAnalysis> analyses(
      List<Rule> rules, Map<String, String> texts, OptionalInt jdk) {
    RuleSet enabled = RuleSet.of(new Catalogue(rules), KNOWLEDGE, jdk);
    FileAnalyzer analyzer = new FileAnalyzer(enabled, KNOWLEDGE, TABLES);
    List<FileAnalysis> analyses = new ArrayList<>();
    texts.forEach(
        (name, text) -> {
          if (name.endsWith(".java")) {
            analyses.add(analyze(analyzer, name, text));
          }
        });
    for (FileAnalysis analysis : analyses) {
      if (!analysis.notices().isEmpty()) {
        throw new AssertionError(analysis.notices().toString());
      }
    }
    return analyses;
  }

  static List<Finding> merged(List<FileAnalysis> analyses, List<Rule> rules) {
    return new Project(analyses, KNOWLEDGE, TABLES).findings(rules);
  }

  private static FileAnalysis analyze(FileAnalyzer analyzer, String name, String text) {
    SourceText source =
        SourceText.of(new SourceFile(Path.of(name), name, true), text, StandardCharsets.UTF_8, 0);
    ParsedSource parsed = JavaParsing.parse(source);
    return analyzer.analyze(source, parsed, false, List.of());
  }

  /** {@code Bad.java:12}. */
  public static String place(Finding finding) {
    return finding.location().path() + ":" + finding.location().region().startLine();
  }
}
