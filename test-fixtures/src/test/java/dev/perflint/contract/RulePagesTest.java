package dev.perflint.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.model.Group;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleDoc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The generated pages {@code docs/rules/<id>.md}, the table {@code docs/rules.md} and the examples
 * that {@code perflint explain} prints are what the rules and fixtures say. {@code
 * -Dfixtures.record=true} writes them.
 */
class RulePagesTest {
  private static final Path ROOT = Path.of("..");
  private static final Path PAGES = ROOT.resolve("docs/rules");
  private static final Path EXAMPLES =
      ROOT.resolve("rules/src/main/resources/dev/perflint/examples");

  @Test
  void pagesTableAndExamplesAreUpToDate() throws IOException {
    Map<Path, String> expected = new TreeMap<>();
    StringBuilder table = new StringBuilder();
    table.append("# Rules\n\n<!-- generated from the rules; see CONTRIBUTING.md -->\n\n");
    table.append(
        "| rule | theme | group | risk | JDK | fix | what it finds |\n| --- | --- | --- | --- | --- | --- | --- |\n");
    for (Rule rule : FixtureScan.installed().rules()) {
      RuleDoc doc = rule.doc();
      String example = Fixture.of(rule).example();
      Optional<String> better = Fixture.of(rule).better();
      expected.put(
          PAGES.resolve(doc.id() + ".md"),
          page(doc, language(Fixture.of(rule).shown()), example, better));
      better.ifPresent(
          code -> expected.put(EXAMPLES.resolve("better/" + doc.id() + ".txt"), code + "\n"));
      expected.put(EXAMPLES.resolve(doc.id() + ".txt"), example + "\n");
      table.append(row(doc));
    }
    expected.put(ROOT.resolve("docs/rules.md"), table.toString());
    if (Boolean.getBoolean("fixtures.record")) {
      expected.forEach(FixtureFiles::write);
    }
    expected.forEach(
        (file, text) -> assertThat(FixtureFiles.read(file)).as(file.toString()).isEqualTo(text));
    assertThat(files(PAGES)).as("pages of rules that are gone").isEqualTo(names(expected, PAGES));
    assertThat(files(EXAMPLES))
        .as("examples of rules that are gone")
        .isEqualTo(names(expected, EXAMPLES));
    assertThat(files(EXAMPLES.resolve("better")))
        .as("better forms of rules that are gone")
        .isEqualTo(names(expected, EXAMPLES.resolve("better")));
  }

  private static String row(RuleDoc doc) {
    String fix = doc.fixLabel().isPresent() ? "yes" : "";
    return "| [%s](rules/%s.md) | %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            doc.id(),
            doc.id(),
            doc.theme(),
            doc.group(),
            doc.risk(),
            doc.jdk(),
            fix,
            doc.summary());
  }

  /** What a code block is marked with. */
  private static String language(String file) {
    String ending = file.substring(file.lastIndexOf('.') + 1);
    return ending.contains("/") ? "dockerfile" : ending.equals("yml") ? "yaml" : ending;
  }

  private static String page(
      RuleDoc doc, String language, String example, Optional<String> better) {
    List<String> lines = new ArrayList<>();
    lines.add("# " + doc.id() + "\n\n<!-- generated from the rule and its fixture -->\n");
    lines.add(Character.toUpperCase(doc.summary().charAt(0)) + doc.summary().substring(1) + ".\n");
    lines.add("```" + language + "\n" + example + "\n```\n");
    lines.add("## Why it matters\n\n" + doc.why() + "\n");
    lines.add("## When it does not matter\n\n" + doc.caveat() + "\n");
    doc.pedantic()
        .ifPresent(
            where ->
                lines.add(
                    "With `--select all` or `pedantic` it is also reported in " + where + ".\n"));
    lines.add("## What to do instead\n\n" + doc.instead() + "\n");
    better.ifPresent(code -> lines.add("```java\n" + code + "\n```\n"));
    doc.fixLabel().ifPresent(label -> lines.add("Automatic fix: " + label + ".\n"));
    if (!doc.userImpact().equals("none")) {
      lines.add("What users notice: " + doc.userImpact() + ".\n");
    }
    lines.add("## Evidence\n\n" + evidence(doc.evidence()) + "\n");
    lines.add("## At a glance\n");
    lines.add("| | |\n| --- | --- |");
    lines.add("| theme | " + doc.theme() + " |");
    lines.add(
        "| group | "
            + doc.group()
            + (doc.group() == Group.DEFAULT ? "" : " (off unless selected)")
            + " |");
    lines.add("| risk | " + doc.risk() + " |");
    lines.add("| cost of one execution | " + doc.effect() + " |");
    lines.add("| run-time JDK | " + doc.jdk() + " |");
    lines.add("| technique | " + doc.technique().label() + " |");
    lines.add("| effort | " + doc.effort().label() + " |");
    lines.add("| since | perflint " + doc.since() + " |");
    return String.join("\n", lines) + "\n";
  }

  private static String evidence(Evidence evidence) {
    if (evidence instanceof Evidence.Reference reference) {
      return reference.text() + " [Source](" + reference.url() + ")";
    }
    return evidence instanceof Evidence.Benchmark benchmark
        ? evidence.text() + " Run it: `benchmarks/demo " + benchmark.name() + "`."
        : evidence.text();
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(f -> f.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static List<String> names(Map<Path, String> expected, Path folder) {
    return expected.keySet().stream()
        .filter(f -> f.getParent().equals(folder))
        .map(f -> f.getFileName().toString())
        .sorted()
        .toList();
  }
}
