package dev.perflint.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a rule may know. Each law is checked twice: it holds for the rules, and it is broken by the
 * deliberately bad classes in {@code dev.perflint.rules.architecture}, so that a law which checks
 * nothing cannot pass.
 */
class RulesArchitectureTest {
  /** The language in which rules are written. */
  private static final Set<String> LANGUAGE =
      Set.of(
          "dev.perflint.model",
          "dev.perflint.match",
          "dev.perflint.fix",
          "dev.perflint.facts",
          // What those on configuration are written in.
          "dev.perflint.deploy",
          "dev.perflint.rule");

  /** What of the packages below it a rule meets in its own code. */
  private static final Set<String> BELOW =
      Set.of(
          "dev.perflint.knowledge.EntryKind",
          "dev.perflint.knowledge.KnownMember",
          "dev.perflint.knowledge.MemberPattern",
          "dev.perflint.knowledge.Roles",
          // A piece of a logging configuration.
          "dev.perflint.settings.Element",
          "dev.perflint.source.Frame",
          "dev.perflint.source.Scope",
          "dev.perflint.source.Site",
          // Offsets and text for edits.
          "dev.perflint.source.SourceUnit",
          "dev.perflint.source.SourceText",
          "dev.perflint.types.MethodRef",
          "dev.perflint.types.Question",
          "dev.perflint.types.Truth",
          "dev.perflint.types.TypeRef",
          // Whether a type is another one, where the facts have no word for it.
          "dev.perflint.types.TypeOracle",
          "dev.perflint.types.TypeResolver");

  private static final JavaClasses RULES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.perflint.rules");
  private static final JavaClasses BAD =
      new ClassFileImporter().importPackages("dev.perflint.rules.architecture");

  @ParameterizedTest
  @EnumSource(Law.class)
  void theRulesKeepTheLaw(Law law) {
    law.in("dev.perflint.rules").check(RULES);
  }

  @ParameterizedTest
  @EnumSource(Law.class)
  void theLawBites(Law law) {
    assertThatThrownBy(() -> law.in("dev.perflint.rules.architecture").check(BAD))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("dev.perflint.rules.architecture.first.");
  }

  @Test
  void thereAreRulesToCheck() {
    assertThat(RULES.stream().map(JavaClass::getPackageName).distinct().count()).isGreaterThan(4);
  }

  /** What must hold for the packages below some root. */
  enum Law {
    RULES_SEE_ONLY_THE_LANGUAGE(
        root ->
            noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat(outsideOfTheLanguage(root))),

    RULES_SEE_TREES_BUT_NO_VISITORS(
        root ->
            noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat(noPlainSyntaxTree())),

    THEMES_DO_NOT_KNOW_EACH_OTHER(
        root -> slices().matching(root + ".(*)..").should().notDependOnEachOther()),

    RULES_ARE_FINAL_CLASSES(
        root ->
            classes()
                .that()
                .resideInAPackage(root + ".*..")
                .and(describe("are no package", c -> !c.getSimpleName().equals("package-info")))
                .and(describe("are no lambda or anonymous class", c -> !c.isAnonymousClass()))
                .should()
                .haveModifier(JavaModifier.FINAL));

    private final Function<String, ArchRule> rule;

    Law(Function<String, ArchRule> rule) {
      this.rule = rule;
    }

    ArchRule in(String root) {
      return rule.apply(root);
    }
  }

  private static DescribedPredicate<JavaClass> outsideOfTheLanguage(String root) {
    return describe(
        "are perflint's, but not of the language",
        used -> {
          String name = used.getPackageName();
          return (name + ".").startsWith("dev.perflint.")
              && !(name + ".").startsWith(root + ".")
              && !LANGUAGE.contains(name)
              && !BELOW.contains(outermost(used));
        });
  }

  private static String outermost(JavaClass type) {
    return type.getEnclosingClass().map(RulesArchitectureTest::outermost).orElse(type.getName());
  }

  private static DescribedPredicate<JavaClass> noPlainSyntaxTree() {
    return describe(
        "are of JavaParser, but no syntax trees",
        used -> {
          String name = used.getPackageName() + ".";
          boolean plain =
              name.startsWith("com.github.javaparser.ast.")
                  && !name.startsWith("com.github.javaparser.ast.visitor.");
          return name.startsWith("com.github.javaparser.") && !plain;
        });
  }
}
