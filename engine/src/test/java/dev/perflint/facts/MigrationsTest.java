package dev.perflint.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationsTest {
  private static boolean isAround(String members, String imports) {
    FileContext file =
        Sources.of(
                """
                package shop;
                %s
                class A {
                  %s
                  void g() {}
                }
                """
                    .formatted(imports, members))
            .file();
    return Migrations.isAround(file, Sources.call("g", file).frame());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "upgradeTo400",
        "upgradeDatabase",
        "upgrade",
        "upgradeV12",
        "migrate",
        "migrateFrom3"
      })
  void methodsThatAreCalledSoMigrate(String name) {
    assertThat(isAround("void " + name + "() { g(); }", "")).isTrue();
    assertThat(isAround("void %s() { h(); } private void h() { g(); }".formatted(name), ""))
        .isTrue();
    assertThat(isAround("void %s() { h(); } void h() { g(); }".formatted(name), ""))
        .as("others may call it")
        .isFalse();
    assertThat(
            isAround(
                "void %s() { h(); } void f() { h(); } private void h() { g(); }".formatted(name),
                ""))
        .as("another method calls it")
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"upgradeMember", "upgradedTo", "migrateProcess", "migrateTo", "update"})
  void othersDoNot(String name) {
    assertThat(isAround("void " + name + "() { g(); }", "")).isFalse();
  }

  @Test
  void stepsOfMongockAreMarked() {
    String step = "@ChangeSet(order = \"1\", id = \"1\") public void f() { g(); }";
    assertThat(isAround(step, "import com.github.cloudyrock.mongock.ChangeSet;")).isTrue();
    assertThat(isAround(step, "import acme.audit.ChangeSet;")).isFalse();
  }
}
