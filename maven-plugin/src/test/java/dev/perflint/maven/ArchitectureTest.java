package dev.perflint.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.junit.jupiter.api.Test;

/** Modules are built side by side in one process, on Mavens old and new. */
class ArchitectureTest {
  private static final JavaClasses PLUGIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.perflint.maven");

  @Test
  void nothingIsSharedBetweenModules() {
    fields().that().areStatic().should().beFinal().check(PLUGIN);
  }

  @Test
  void theCommandLineIsNotNeeded() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.perflint.cli..", "picocli..")
        .check(PLUGIN);
  }

  @Test
  void onlyTheInterfaceOfMaven3IsUsed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.maven.api..", "org.apache.maven.artifact..")
        .check(PLUGIN);
  }

  @Test
  void nothingPrintsButTheLog() {
    GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(PLUGIN);
  }
}
