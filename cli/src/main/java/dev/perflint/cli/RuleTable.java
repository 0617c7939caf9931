package dev.perflint.cli;

import dev.perflint.rule.RuleDoc;
import java.util.List;
import java.util.stream.Stream;

/** Rules in columns, for the terminal. */
final class RuleTable {
  private static final List<String> HEAD =
      List.of("RULE", "THEME", "GROUP", "RISK", "JDK", "SUMMARY");

  private RuleTable() {}

  static String of(List<RuleDoc> rules) {
    List<List<String>> rows =
        Stream.concat(Stream.of(HEAD), rules.stream().map(RuleTable::row)).toList();
    int[] widths = new int[HEAD.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder table = new StringBuilder(rows.size() * 120);
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length - 1; i++) {
        String cell = row.get(i);
        table.append(cell).append(" ".repeat(widths[i] - cell.length() + 2));
      }
      table.append(row.get(widths.length - 1)).append('\n');
    }
    return table.toString();
  }

  private static List<String> row(RuleDoc rule) {
    return List.of(
        rule.id().value(),
        rule.theme().id(),
        rule.group().id(),
        rule.risk().id(),
        rule.jdk().toString(),
        rule.summary());
  }
}
