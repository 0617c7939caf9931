package dev.perflint;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Dependencies point one way. Each rule is checked twice: it holds for the engine, and it is broken
 * by the deliberately bad classes in {@code dev.perflint.architecture}, so that a rule which checks
 * nothing cannot pass.
 */
class ArchitectureTest {
  /**
   * The packages of the engine, lowest first, and what each may use. A package need not exist yet;
   * one that does must have a line.
   */
  private static final Map<String, List<String>> MAY_USE =
      new TreeMap<>(
          Map.ofEntries(
              layer("model"),
              layer("words"),
              layer("yaml", "words"),
              layer("source", "model"),
              layer("settings", "model", "source", "knowledge"),
              layer("types", "model", "source"),
              // Reads class files of others, and nothing else knows what a class file is.
              layer("classpath", "types"),
              // Entries name types and say what they cost, for how long and at which risk.
              layer("knowledge", "model", "words", "yaml", "types"),
              layer("facts", "model", "source", "types", "knowledge"),
              layer("match", "model", "source", "types", "knowledge", "facts"),
              // An edit that brings in a name must know what the name means there already.
              layer("fix", "model", "source", "types", "facts", "match"),
              // What configuration files say, and which code makes it matter.
              layer("deploy", "model", "source", "settings", "knowledge", "facts", "match"),
              // A rule's cost and risk may come from the knowledge entry behind its match.
              layer(
                  "rule",
                  "model",
                  "words",
                  "types",
                  "knowledge",
                  "facts",
                  "match",
                  "fix",
                  "deploy"),
              layer(
                  "analysis",
                  "model",
                  "source",
                  "types",
                  "knowledge",
                  "facts",
                  "match",
                  "fix",
                  "deploy",
                  "rule"),
              // Loops and entry points of a place, as the data that its analysis left behind.
              layer("rank", "model", "knowledge", "facts", "rule", "analysis"),
              // Symbolic types are resolved where all files are known, and so is the heat;
              // suppressions
              // are plain data of source.
              layer(
                  "project",
                  "model",
                  "words",
                  "source",
                  "types",
                  "knowledge",
                  "facts",
                  "rule",
                  "settings",
                  "deploy",
                  "analysis",
                  "rank"),
              layer("profile", "model"),
              layer("config", "model", "words", "yaml", "source", "knowledge", "rule", "rank"),
              layer("baseline", "model", "rule"),
              layer("cache", "model", "analysis")));

  private static final ImportOption.Predefined NO_TESTS =
      ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
  private static final JavaClasses ENGINE =
      new ClassFileImporter().withImportOption(NO_TESTS).importPackages("dev.perflint");
  private static final JavaClasses BAD =
      new ClassFileImporter().importPackages("dev.perflint.architecture");

  @ParameterizedTest
  @EnumSource(Law.class)
  void theEngineKeepsTheLaw(Law law) {
    law.in("dev.perflint").check(ENGINE);
  }

  @ParameterizedTest
  @EnumSource(Law.class)
  void theLawBites(Law law) {
    assertThatThrownBy(() -> law.in("dev.perflint.architecture").check(BAD))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("dev.perflint.architecture.");
  }

  @Test
  void everyPackageHasALine() {
    TreeSet<String> packages =
        ENGINE.stream()
            .map(type -> type.getPackageName().split("\\."))
            .filter(parts -> parts.length > 2)
            .map(parts -> parts[2])
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(packages).contains("model").isSubsetOf(MAY_USE.keySet());
  }

  /** What must hold, for the packages below some root. */
  enum Law {
    PACKAGES_USE_ONLY_WHAT_THEIR_LINE_SAYS(ArchitectureTest::layers),

    NO_CYCLES(root -> slices().matching(root + ".(*)..").should().beFreeOfCycles()),

    THE_MODEL_IS_PLAIN_JAVA(
        root ->
            classes()
                .that()
                .resideInAPackage(root + ".model..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", root + ".model..")),

    ONLY_TYPES_KNOWS_THE_SYMBOL_SOLVER(
        root ->
            noClasses()
                .that()
                .resideOutsideOfPackage(root + ".types..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                    "com.github.javaparser.resolution..", "com.github.javaparser.symbolsolver..")),

    NO_SYNTAX_TREE_LEAVES_THE_ANALYSIS_OF_A_FILE(
        root ->
            noClasses()
                .that()
                .resideInAnyPackage(
                    root,
                    root + ".model..",
                    root + ".knowledge..",
                    root + ".project..",
                    root + ".rank..",
                    root + ".profile..",
                    root + ".config..",
                    root + ".baseline..",
                    root + ".cache..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.github.javaparser..")),

    ONLY_THE_OUTSIDE_KNOWS_THE_FACADE(
        root ->
            noClasses()
                .that()
                .resideInAPackage(root + ".*..")
                .should()
                .dependOnClassesThat(
                    resideInAPackage("dev.perflint")
                        // Thrown where a wish turns out impossible, however deep that is.
                        .and(not(equivalentTo(UsageException.class)))
                        .as("are the facade"))),

    NOTHING_PRINTS(root -> GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS),

    NOTHING_ENDS_THE_PROCESS(
        root ->
            noClasses()
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)),

    NAMES_SAY_WHAT_A_CLASS_IS(
        root ->
            noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Processor|Impl)")
                .orShould()
                .haveNameMatching(".*[.]Abstract[^.]*"));

    private final Function<String, ArchRule> rule;

    Law(Function<String, ArchRule> rule) {
      this.rule = rule;
    }

    ArchRule in(String root) {
      return rule.apply(root).allowEmptyShould(true);
    }
  }

  private static ArchRule layers(String root) {
    LayeredArchitecture layers =
        layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
    for (String name : MAY_USE.keySet()) {
      layers = layers.layer(name).definedBy(root + "." + name + "..");
    }
    for (Map.Entry<String, List<String>> line : MAY_USE.entrySet()) {
      String[] used = line.getValue().toArray(String[]::new);
      layers =
          used.length == 0
              ? layers.whereLayer(line.getKey()).mayNotAccessAnyLayer()
              : layers.whereLayer(line.getKey()).mayOnlyAccessLayers(used);
    }
    return layers;
  }

  private static Map.Entry<String, List<String>> layer(String name, String... mayUse) {
    return Map.entry(name, Stream.of(mayUse).toList());
  }
}
