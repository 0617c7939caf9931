package dev.perflint.rules.text;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.facts.Literals;
import dev.perflint.fix.ConstantHoist;
import dev.perflint.fix.Edits;
import dev.perflint.match.Match;
import dev.perflint.model.Fix;
import dev.perflint.model.TextEdit;
import dev.perflint.source.SourceUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Moves a constant pattern into a {@code private static final Pattern} of the outermost class. */
final class PatternHoist {
  private static final Set<String> EMPTY_NAMES = Set.of("pattern", "regex", "regexp", "compiled");

  private PatternHoist() {}

  static Optional<Fix> fix(Match match) {
    if (!(match.node() instanceof MethodCallExpr call) || !compiles(call, match)) {
      return Optional.empty();
    }
    if (PatternCalls.isPlainReplacement(match)) {
      SourceUnit unit = match.file().unit();
      int start = unit.start(call.getName());
      TextEdit edit = Edits.replace(unit, start, unit.end(call.getName()), "replace");
      return Optional.of(new Fix("Replace the text without a pattern", List.of(edit)));
    }
    Optional<ConstantHoist> hoist = ConstantHoist.into(match, "java.util.regex.Pattern");
    if (hoist.isEmpty() || namesSomethingOfTheMethod(call.getArgument(0), match)) {
      return Optional.empty();
    }
    SourceUnit unit = match.file().unit();
    boolean compile = call.getNameAsString().equals("compile");
    String arguments = unit.text(call.getArgument(0));
    if (compile && call.getArguments().size() == 2) {
      arguments += ", " + unit.text(call.getArgument(1));
    }
    String initializer = hoist.get().typeName() + ".compile(" + arguments + ")";
    String name = hoist.get().name(ConstantHoist.wish(match, "pattern", EMPTY_NAMES), initializer);
    return uses(call, name, match)
        .map(
            edits ->
                hoist.get().fix("Hoist the pattern into a constant", name, initializer, edits));
  }

  /**
   * An expression that does not compile fails on each call today; as a constant it would fail the
   * whole class.
   */
  private static boolean compiles(MethodCallExpr call, Match match) {
    try {
      Literals.text(call.getArgument(0), match.site().scope()).ifPresent(Pattern::compile);
      return true;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  /** A constant of a nested class or another class is not for certain initialised before ours. */
  private static boolean namesSomethingOfTheMethod(Expression argument, Match match) {
    return argument.findFirst(NameExpr.class).isPresent();
  }

  /** The edits at the call; empty when a comment between its parts would be lost. */
  private static Optional<List<TextEdit>> uses(MethodCallExpr call, String name, Match match) {
    SourceUnit unit = match.file().unit();
    int start = unit.start(call);
    int end = unit.end(call);
    boolean ofPattern = !PatternCalls.isStringCall(match);
    if (ofPattern && call.getNameAsString().equals("compile")) {
      return Optional.of(List.of(Edits.replace(unit, start, end, name)));
    }
    if (ofPattern) {
      Expression input = call.getArgument(1);
      return edits(
          unit, start, unit.start(input), name + ".matcher(", unit.end(input), end, ").matches()");
    }
    Expression receiver = call.getScope().orElse(null);
    if (receiver == null) {
      return Optional.empty();
    }
    boolean split = call.getNameAsString().equals("split");
    // A receiver in parentheses brings those of `matcher(...)` along.
    boolean enclosed = receiver.isEnclosedExpr() && !split;
    String before = name + (split ? ".split" : ".matcher") + (enclosed ? "" : "(");
    TextEdit opening = Edits.insert(unit, start, before);
    int rest = unit.end(receiver);
    String close = enclosed ? "." : ").";
    if (call.getArguments().size() == 1) {
      String closing = split ? ")" : close + call.getNameAsString() + "()";
      return hasComment(unit, rest, end)
          ? Optional.empty()
          : Optional.of(List.of(opening, Edits.replace(unit, rest, end, closing)));
    }
    int second = unit.start(call.getArgument(1));
    String middle = split ? ", " : close + call.getNameAsString() + "(";
    return hasComment(unit, rest, second)
        ? Optional.empty()
        : Optional.of(List.of(opening, Edits.replace(unit, rest, second, middle)));
  }

  private static Optional<List<TextEdit>> edits(
      SourceUnit unit, int start, int middle, String before, int behind, int end, String after) {
    return hasComment(unit, start, middle) || hasComment(unit, behind, end)
        ? Optional.empty()
        : Optional.of(
            List.of(
                Edits.replace(unit, start, middle, before),
                Edits.replace(unit, behind, end, after)));
  }

  private static boolean hasComment(SourceUnit unit, int start, int end) {
    String text = unit.source().text().substring(start, end);
    return text.contains("/*") || text.contains("//");
  }
}
