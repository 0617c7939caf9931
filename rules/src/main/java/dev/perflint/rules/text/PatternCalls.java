package dev.perflint.rules.text;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.IfStmt;
import dev.perflint.facts.Literals;
import dev.perflint.facts.Loop;
import dev.perflint.facts.MemberNames;
import dev.perflint.facts.Services;
import dev.perflint.match.Match;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What calls that compile patterns look like. */
final class PatternCalls {
  private static final String META = ".$|()[{^?*+\\";

  private static final Set<String> PRESENCE =
      Set.of(
          "isEmpty",
          "isBlank",
          "isNotEmpty",
          "isNotBlank",
          "hasText",
          "hasLength",
          "isPresent",
          "isNull",
          "nonNull");

  private PatternCalls() {}

  /** A second argument of {@code Pattern.compile} that is not made of constants. */
  static boolean hasVariableFlags(Match match) {
    return match.callee().equals("compile")
        && match.argument(1).filter(flags -> !isConstant(flags)).isPresent();
  }

  private static boolean isConstant(Expression flags) {
    if (flags instanceof BinaryExpr both) {
      return isConstant(both.getLeft()) && isConstant(both.getRight());
    }
    if (flags instanceof NameExpr name) {
      return MemberNames.isConstant(name.getNameAsString());
    }
    return flags.isIntegerLiteralExpr()
        || flags instanceof FieldAccessExpr
        || flags.isEnclosedExpr();
  }

  /**
   * String.split skips the regex engine for one plain character, also escaped; the JDK's own test.
   */
  static boolean isFastSplit(Match match) {
    if (!match.callee().equals("split") || !isStringCall(match)) {
      return false;
    }
    Optional<String> text = match.argument(0).flatMap(a -> Literals.text(a, match.site().scope()));
    return text.filter(PatternCalls::isOnePlainChar).isPresent();
  }

  private static boolean isOnePlainChar(String regex) {
    char last = regex.isEmpty() ? 0 : regex.charAt(regex.length() - 1);
    boolean plain = regex.length() == 1 && META.indexOf(last) < 0;
    boolean escaped =
        regex.length() == 2 && regex.charAt(0) == '\\' && !Character.isLetterOrDigit(last);
    return (plain || escaped) && !Character.isSurrogate(last);
  }

  /** {@code replaceAll} of a text without meta characters by one without references to groups. */
  static boolean isPlainReplacement(Match match) {
    return match.callee().equals("replaceAll")
        && isStringCall(match)
        && hasNone(match, 0, META)
        && hasNone(match, 1, "$\\");
  }

  private static boolean hasNone(Match match, int argument, String characters) {
    return match
        .argument(argument)
        .flatMap(a -> Literals.text(a, match.site().scope()))
        .filter(text -> text.chars().noneMatch(c -> characters.indexOf(c) >= 0))
        .isPresent();
  }

  /** Outside of loops a {@code Pattern.compile} of most calls is felt, more often than not. */
  static boolean isFeltInCall(Match match) {
    return loops(match).isEmpty() && isCompile(match) && !isInBranch(match, null);
  }

  /**
   * On most passes of a loop that goes through more than the pieces of a text and does no more than
   * texts.
   */
  static boolean isFeltInLoop(Match match) {
    return loops(match).stream()
        .filter(Loop::isUnbounded)
        .anyMatch(
            loop ->
                ShortLoops.goesThroughData(match, loop)
                    && !ShortLoops.overProblems(loop)
                    && !isInBranch(match, loop.node())
                    && !ShortLoops.isOverPieces(loop.node(), match)
                    && !Services.areAskedBy(loop, match.file(), match.site()));
  }

  private static List<Loop> loops(Match match) {
    return match.file().loops().repeating(match.site()).stream()
        .filter(loop -> loop.kind() != Loop.Kind.RETRY)
        .toList();
  }

  /**
   * Whether a test decides, within a node if there is one, and not just whether there is a text.
   */
  private static boolean isInBranch(Match match, Node within) {
    Node below = match.node();
    for (Node at = below.getParentNode().orElse(null);
        at != null && at != within && !(at instanceof BodyDeclaration<?>);
        at = at.getParentNode().orElse(null)) {
      if (at instanceof IfStmt choice
          && choice.getCondition() != below
          && !asksForPresence(choice.getCondition())) {
        return true;
      }
      below = at;
    }
    return false;
  }

  private static boolean asksForPresence(Expression condition) {
    if (condition instanceof BinaryExpr test) {
      return switch (test.getOperator()) {
        case AND, OR -> asksForPresence(test.getLeft()) && asksForPresence(test.getRight());
        default -> test.getRight().isNullLiteralExpr() || test.getLeft().isNullLiteralExpr();
      };
    }
    if (condition instanceof UnaryExpr not) {
      return asksForPresence(not.getExpression());
    }
    return condition instanceof EnclosedExpr inner
        ? asksForPresence(inner.getInner())
        : condition instanceof MethodCallExpr call && PRESENCE.contains(call.getNameAsString());
  }

  /** How often it compiles, in words. */
  static String message(Match match) {
    String start = "`" + match.callee() + "` compiles its pattern again on every ";
    for (Loop loop : match.file().loops().repeating(match.site())) {
      if (loop.kind() != Loop.Kind.RETRY) {
        return start + "pass: " + loop.text() + ".";
      }
    }
    return start + "call.";
  }

  /** Written by somebody who thought of a pattern, and then used it once. */
  static boolean isCompile(Match match) {
    return match.callee().equals("compile");
  }

  /** Whether the method is one of {@code String}, which compiles inside. */
  static boolean isStringCall(Match match) {
    return match
        .known()
        .filter(known -> known.member().type().equals("java.lang.String"))
        .isPresent();
  }

  /** Assigned to a field: a lazily filled constant. */
  static boolean isKept(Match match) {
    Node parent = match.node().getParentNode().orElse(null);
    if (parent instanceof AssignExpr assign && assign.getValue() == match.node()) {
      return assign.getTarget().isFieldAccessExpr()
          || assign.getTarget() instanceof NameExpr name
              && match.site().scope().local(name.getNameAsString()).isEmpty();
    }
    return parent != null
        && parent.getParentNode().filter(FieldDeclaration.class::isInstance).isPresent();
  }
}
