package dev.perflint.rules.buffers;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import dev.perflint.facts.Calls;
import dev.perflint.facts.ValueUses;
import dev.perflint.match.Match;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is done with a list of all lines. */
final class WholeLines {
  /** Who gathers lines has all of them in memory anyway. */
  private static final Set<String> GATHERS =
      Set.of("add", "addAll", "put", "append", "computeIfAbsent");

  private static final Set<String> ENDS =
      Set.of("forEach", "anyMatch", "noneMatch", "allMatch", "findFirst", "count");

  private static final Set<String> STEPS = Set.of("filter", "map", "mapToInt", "mapToLong", "peek");

  private static final Pattern SETTING =
      Pattern.compile(
          "conf|propert|setting|/proc|/sys/|/etc/|version|licen[cs]e", Pattern.CASE_INSENSITIVE);

  private WholeLines() {}

  /** One loop or stream looks at each, and nobody else at the list. */
  static boolean areOnlyGoneThrough(Match match) {
    if (!(match.node() instanceof MethodCallExpr reading)) {
      return false;
    }
    ValueUses.Way way = new ValueUses.Way(site -> false, other -> false, false);
    List<ValueUses.Use> uses = ValueUses.of(match.file(), reading, way);
    return uses.size() == 1 && uses.get(0).via().isEmpty() && goesThrough(uses.get(0));
  }

  private static boolean goesThrough(ValueUses.Use use) {
    if (use.node() instanceof ForEachStmt loop) {
      return gathersNothing(loop.getBody());
    }
    if (use.kind() != ValueUses.Kind.RECEIVER || !(use.node() instanceof MethodCallExpr call)) {
      return false;
    }
    if (call.getNameAsString().equals("forEach")) {
      return gathersNothing(call);
    }
    MethodCallExpr at = call;
    Optional<MethodCallExpr> next = Calls.callOn(at);
    while (next.isPresent() && STEPS.contains(next.get().getNameAsString())) {
      at = next.get();
      next = Calls.callOn(at);
    }
    return call.getNameAsString().equals("stream")
        && next.filter(end -> ENDS.contains(end.getNameAsString())).isPresent()
        && gathersNothing(next.get());
  }

  private static boolean gathersNothing(Node code) {
    return code.findFirst(MethodCallExpr.class, c -> GATHERS.contains(c.getNameAsString()))
            .isEmpty()
        && !code.toString().matches("(?s).*::(add|append)\\b.*");
  }

  /** Somebody writes settings by hand, and the system its own files in a few lines. */
  static boolean areSettings(Match match) {
    return match.arguments().stream()
        .anyMatch(argument -> SETTING.matcher(argument.toString()).find());
  }
}
