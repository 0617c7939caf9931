package dev.perflint.rank;

import static dev.perflint.rank.Slowness.COSTS;
import static dev.perflint.rank.Slowness.find;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A loop over what one branch alone has filled is as much in that branch as if it stood in it. */
class FilledInBranchTest {
  private static String why(String body) {
    String members =
        "boolean all; List<String> read() { return null; } @Get(\"/a\") void f(String id) { %s }";
    return find(COSTS, members.formatted(body)).reason().lines().get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "List<String> xs = List.of(); if (all) { xs = read(); } for (String x : xs) Slow.run();",
        "List<String> xs = null; if (all) xs = read(); xs.forEach(x -> Slow.run());",
        "List<String> xs = null; if (all) { xs = read(); } else { xs = null; } for (String x : xs) Slow.run();",
        "List<String> xs = new java.util.ArrayList<>(); if (all) { xs = read(); } for (int i = 0; i < xs.size(); i++) Slow.run();",
      })
  void itIsSaid(String body) {
    assertThat(why(body)).endsWith(", in a branch");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "List<String> xs = read(); if (all) { xs = read(); } for (String x : xs) Slow.run();",
        "List<String> xs = null; if (all) { xs = read(); } else { xs = read(); } for (String x : xs) Slow.run();",
        "List<String> xs = List.of(); xs = read(); for (String x : xs) Slow.run();",
        "List<String> xs = new java.util.ArrayList<>(); xs.addAll(read()); if (all) { xs = read(); } for (String x : xs) Slow.run();",
        "List<String> xs = null; xs = all ? read() : null; for (String x : xs) Slow.run();",
      })
  void otherwiseItMayBeFilledAnyway(String body) {
    assertThat(why(body)).doesNotContain("branch");
  }
}
