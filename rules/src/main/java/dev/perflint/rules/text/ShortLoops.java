package dev.perflint.rules.text;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.perflint.facts.Loop;
import dev.perflint.facts.LoopFlow;
import dev.perflint.facts.Services;
import dev.perflint.facts.Variable;
import dev.perflint.match.Match;
import dev.perflint.source.Scope;
import dev.perflint.types.TypeRef;
import java.util.Locale;
import java.util.Optional;

/** Loops of which the code says that they make few passes, or that a pass does far more. */
final class ShortLoops {
  private ShortLoops() {}

  /** Each pass takes the next element or piece of something. */
  static boolean goesThroughData(Match match, Loop loop) {
    return switch (loop.kind()) {
      case PER_ELEMENT, CHUNK -> true;
      default -> LoopFlow.in(match.file(), loop.node()).steps();
    };
  }

  /** Goes through what a constant holds, {@code NAMES.length}. */
  static boolean overConstant(Match match) {
    return TextGrowth.loops(match).stream()
        .allMatch(
            loop ->
                head(loop.node())
                    .filter(
                        head ->
                            head.findFirst(Expression.class, ShortLoops::isConstant).isPresent())
                    .isPresent());
  }

  private static boolean isConstant(Expression expression) {
    String name =
        expression instanceof NameExpr plain
            ? plain.getNameAsString()
            : expression instanceof FieldAccessExpr field ? field.getNameAsString() : "";
    return name.length() > 1
        && name.equals(name.toUpperCase(Locale.ROOT))
        && !name.equals(name.toLowerCase(Locale.ROOT));
  }

  /** Goes through the words, path segments or letters of a text; its lines may be many. */
  static boolean overPieces(Match match) {
    return TextGrowth.loops(match).stream().allMatch(loop -> isOverPieces(loop.node(), match));
  }

  static boolean isOverPieces(Node loop, Match match) {
    Optional<Expression> head = head(loop);
    if (head.isEmpty()) {
      return false;
    }
    Scope scope = match.site().scope();
    boolean split = head.get().findFirst(Expression.class, e -> isPieces(e, scope)).isPresent();
    return split
        || loop.findFirst(MethodCallExpr.class, call -> isTokenizer(call, match)).isPresent();
  }

  private static boolean isPieces(Expression expression, Scope scope) {
    if (expression instanceof MethodCallExpr call) {
      return switch (call.getNameAsString()) {
        case "split" -> call.getArguments().stream().noneMatch(a -> a.toString().contains("\\n"));
        case "toCharArray", "charAt", "chars" -> true;
        default -> false;
      };
    }
    return expression instanceof NameExpr
        && Variable.meantBy(expression, scope)
            .flatMap(Variable::initializer)
            .filter(init -> init instanceof MethodCallExpr && isPieces(init, scope))
            .isPresent();
  }

  /** What is wrong with one thing is little: {@code result.getFieldErrors()}. */
  static boolean overProblems(Loop loop) {
    return head(loop.node())
        .map(head -> head instanceof MethodCallExpr call ? call.getNameAsString() : head.toString())
        .filter(name -> name.endsWith("Errors") || name.endsWith("Violations"))
        .isPresent();
  }

  private static boolean isTokenizer(MethodCallExpr call, Match match) {
    return call.getScope().isPresent()
        && call.getNameAsString().endsWith("Token")
        && match
            .file()
            .typeOf(call.getScope().get(), match.site().scope())
            .equals(TypeRef.named("java.util.StringTokenizer"));
  }

  private static Optional<Expression> head(Node loop) {
    if (loop instanceof ForEachStmt each) {
      return Optional.of(each.getIterable());
    }
    if (loop instanceof ForStmt counted) {
      return counted.getCompare();
    }
    if (loop instanceof WhileStmt repeat) {
      return Optional.of(repeat.getCondition());
    }
    if (loop instanceof DoStmt repeat) {
      return Optional.of(repeat.getCondition());
    }
    return loop instanceof MethodCallExpr call ? call.getScope() : Optional.empty();
  }

  /** Next to what a service or a client does, the copy is nothing. */
  static boolean asksService(Match match) {
    return TextGrowth.loops(match).stream()
        .allMatch(loop -> Services.areAskedBy(loop, match.file(), match.site()));
  }
}
