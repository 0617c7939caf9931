package dev.perflint.checkstyle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Small enough for the next Checkstyle: what it uses is what Checkstyle offers to others. */
class ArchitectureTest {
  private static final String CHECKSTYLE = "com.puppycrawl.tools.checkstyle.";

  @Test
  void onlyTheModuleItselfAndWhatItNeedsKnowCheckstyle() {
    classes()
        .should()
        .onlyAccessClassesThat()
        .haveNameMatching(
            "(java\\.|dev\\.perflint\\.).*|\\[.*|"
                + CHECKSTYLE.replace(".", "\\.")
                + "(api\\..*|utils\\.CommonUtil|AbstractAutomaticBean|DefaultConfiguration|ModuleFactory"
                + "|TreeWalker|checks\\.SuppressWarningsHolder)")
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.perflint.checkstyle"));
  }
}
