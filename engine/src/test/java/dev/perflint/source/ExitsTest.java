package dev.perflint.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.StaticJavaParser;
import com.github.javaparser.ast.stmt.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which statements control never gets behind. */
class ExitsTest {
  private static Statement parsed(String code) {
    return StaticJavaParser.parseStatement(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return;",
        "throw e;",
        "{ f(); { g(); return; } }",
        "{ f(); if (a) return; else throw e; }",
        "if (a) return; else if (b) { return; } else { throw e; }",
        "synchronized (a) { return; }",
        "try { return f(); } catch (Exception e) { throw new Error(e); } finally { g(); }",
      })
  void areLeftByJumps(String code) {
    assertThat(Exits.always(parsed(code))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ }",
        "f();",
        "{ if (a) return; }",
        "if (a) return; else f();",
        "if (a) return; else if (b) return;",
        "try { return f(); } catch (Exception e) { g(); }",
        "while (a) { return; }",
        "{ Runnable r = () -> { return; }; }",
      })
  void areLeftAtTheirEnd(String code) {
    assertThat(Exits.always(parsed(code))).isFalse();
  }

  @Test
  void whatCountsIsForTheAskerToSay() {
    Statement statement = parsed("if (a) return; else throw e;");

    assertThat(Exits.always(statement, Statement::isReturnStmt)).isFalse();
    assertThat(Exits.always(statement, end -> end.isReturnStmt() || end.isThrowStmt())).isTrue();
  }

  @Test
  void chainsOfThousandsAreNotFollowedToTheirEnd() {
    String chain = "if (a) return; else ".repeat(59) + "return;";

    assertThat(Exits.always(parsed(chain))).isTrue();
    assertThat(Exits.always(parsed("if (a) return; else " + chain))).isFalse();
  }
}
