package dev.perflint.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.StaticJavaParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdministratorsTest {
  private static boolean areMeant(String annotation) {
    return Administrators.areMeant(
        StaticJavaParser.parseMethodDeclaration(annotation + " void f() {}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@PreAuthorize(\"hasRole('ADMIN')\")",
        "@Secured(\"ROLE_ADMIN\")",
        "@RolesAllowed({\"admin\", \"super-admin\"})",
        "@RequireGlobalAdminUser",
        "@AccessControl(permission = Permission.SUPERUSER)",
      })
  void areMeantAlone(String annotation) {
    assertThat(areMeant(annotation)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@PreAuthorize(\"hasRole('USER')\")",
        "@PreAuthorize(\"hasAnyRole('ADMIN', 'CLERK')\")",
        "@PreAuthorize(\"hasRole('ADMIN') or hasRole('CLERK')\")",
        "@RolesAllowed({\"admin\", \"clerk\"})",
        "@ApiOperation(\"what an admin asks\")",
        "@GetMapping(\"/admin\")",
      })
  void areNotMeantOrNotAlone(String annotation) {
    assertThat(areMeant(annotation)).isFalse();
  }
}
