package dev.perflint;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.analysis.FileAnalysis;
import dev.perflint.analysis.FileAnalyzer;
import dev.perflint.analysis.RuleSet;
import dev.perflint.facts.FileContext;
import dev.perflint.knowledge.Knowledge;
import dev.perflint.knowledge.KnowledgeReader;
import dev.perflint.model.Finding;
import dev.perflint.project.Project;
import dev.perflint.rule.Catalogue;
import dev.perflint.rule.Rule;
import dev.perflint.source.JavaParsing;
import dev.perflint.source.Site;
import dev.perflint.source.SourceFile;
import dev.perflint.source.SourceText;
import dev.perflint.source.SourceUnit;
import dev.perflint.types.PackageTables;
import dev.perflint.types.TypeTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Java texts as the engine sees them: one as a {@link FileContext}, several as a merged {@link
 * Project}. A text stands at the path that its package and its first type give it.
 */
public final class Sources {
  /** The JDK, as every scan knows it. */
  public static final TypeTable JDK =
      new PackageTables(Sources.class.getClassLoader(), List.of("dev/perflint/api/jdk"));

  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([a-zA-Z0-9_.]+);");
  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|interface|enum|record) ([a-zA-Z0-9_]+)");

  private final List<String> texts;
  private final Knowledge knowledge;
  private final List<Rule> rules;

  private Sources(List<String> texts, Knowledge knowledge, List<Rule> rules) {
    this.texts = List.copyOf(texts);
    this.knowledge = knowledge;
    this.rules = List.copyOf(rules);
  }

  public static Sources of(String... texts) {
    return new Sources(List.of(texts), Knowledge.of(List.of()), List.of());
  }

  /** The same texts, with a knowledge file. */
  public Sources knowing(String yaml) {
    Knowledge read = Knowledge.of(List.of(KnowledgeReader.read("test.yml", yaml)));
    return new Sources(texts, read, rules);
  }

  /** The same texts, looked at by these rules. */
  public Sources with(Rule... more) {
    return new Sources(texts, knowledge, List.of(more));
  }

  public Knowledge knowledge() {
    return knowledge;
  }

  /** The first text by itself. */
  public FileContext file() {
    SourceText source = source(texts.get(0));
    return new FileContext(
        new SourceUnit(source, JavaParsing.parse(source).unit().orElseThrow()), knowledge, JDK, 17);
  }

  /** The one call of that name in a file. */
  public static Site call(String name, FileContext file) {
    return file.unit().sites(MethodCallExpr.class).stream()
        .filter(site -> site.as(MethodCallExpr.class).getNameAsString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Each text by itself, as plain data. */
  public List<FileAnalysis> analyses() {
    Catalogue catalogue = new Catalogue(rules);
    FileAnalyzer analyzer =
        new FileAnalyzer(RuleSet.of(catalogue, knowledge, OptionalInt.empty()), knowledge, JDK);
    List<FileAnalysis> analyses = new ArrayList<>();
    for (String text : texts) {
      SourceText source = source(text);
      boolean isTest = source.file().reportPath().contains("Test.java");
      analyses.add(analyzer.analyze(source, JavaParsing.parse(source), isTest, List.of()));
    }
    return analyses;
  }

  /** All texts merged. */
  public Project project() {
    return new Project(analyses(), knowledge, JDK);
  }

  /** What the rules find in all texts, in the order of reports. */
  public List<Finding> findings() {
    return project().findings(rules);
  }

  /** The lines of these findings, sorted; of several on a line each counts. */
  public List<Integer> lines() {
    return findings().stream()
        .map(finding -> finding.location().region().startLine())
        .sorted()
        .toList();
  }

  private static SourceText source(String text) {
    String path = first(PACKAGE, text, "").replace('.', '/') + "/" + first(TYPE, text, "Empty");
    String file = (path.startsWith("/") ? path.substring(1) : path) + ".java";
    return SourceText.of(
        new SourceFile(Path.of(file), file, false), text, StandardCharsets.UTF_8, 0);
  }

  private static String first(Pattern pattern, String text, String otherwise) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : otherwise;
  }
}
