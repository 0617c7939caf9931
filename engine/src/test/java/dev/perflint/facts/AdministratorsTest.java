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
        "@PreAuthorize(\"hasScope('admin.read') or hasRole('ADMIN')\")",
        "@RequireGlobalAdminUser",
        "@AccessControl(permission = Permission.SUPERUSER)",
      })
  void areMeantAlone(String annotation) {
    assertThat(areMeant(annotation)).isTrue();
  }

  private static boolean areAskedFor(String body) {
    return Administrators.areAskedFor(
        StaticJavaParser.parseMethodDeclaration("String f() {" + body + "}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (!user.isSuperuser()) { return forbidden(); } return all();",
        "rights.checkAdminRight(\"users\"); return all();",
        "try { if (!isAdmin(request)) throw new Refused(); return all(); } finally { end(); }",
      })
  void areAskedForFirst(String body) {
    assertThat(areAskedFor(body)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (user.isSuperuser()) { return all(); } return own();",
        "if (!user.isKnown()) { return forbidden(); } return all();",
        "boolean all = user.isAdmin(); return all ? all() : own();",
        "if (!user.isAdmin()) { narrow(); } return all();",
        "rights.checkRight(\"users\"); return all();",
      })
  void areNotAskedFor(String body) {
    assertThat(areAskedFor(body)).isFalse();
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

  private static boolean refuseOthers(String body) {
    return Administrators.refuseOthers(
        StaticJavaParser.parseMethodDeclaration("String f() {" + body + "}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (!user.isSuperuser()) { return error(Status.FORBIDDEN); } return all();",
        "if (!user.isAdmin()) throw new Refused(); return all();",
        "ensureAdmin(user); return all();",
      })
  void refuseOthersOnTheWay(String body) {
    assertThat(refuseOthers(body)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (!user.isAdmin()) { return own(user); } return all();",
        "if (!user.isAdmin()) { return null; } return hints();",
      })
  void giveOthersLessOnTheWay(String body) {
    assertThat(refuseOthers(body)).isFalse();
  }
}
