package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.perflint.source.Ancestry;
import dev.perflint.source.Site;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** A list that begins empty and is given its elements one by one: there are as many as calls. */
final class AddedElements {
  /** What gives a collection of none. */
  private static final Set<String> EMPTY =
      Set.of("emptyList", "emptySet", "newArrayList", "newHashSet", "of", "empty");

  private static final Set<String> READING =
      Set.of(
          "contains",
          "forEach",
          "get",
          "indexOf",
          "isEmpty",
          "iterator",
          "remove",
          "removeIf",
          "reversed",
          "size",
          "sort",
          "stream",
          "toArray");

  private static final Few NONE = new Few(0, "");
  private static final Few ONCE = new Few(1, "");

  private AddedElements() {}

  /** Empty where a loop, a function or somebody else may add more. */
  static Optional<Few> to(
      Variable list, FileContext file, BiFunction<Loop, Site, Optional<Few>> sizes) {
    Optional<Expression> begin = list.initializer();
    BlockStmt block = list.declaration().findAncestor(BlockStmt.class).orElse(null);
    if (block == null || begin.isEmpty() || !isEmpty(begin.get())) {
      return Optional.empty();
    }
    Few added = NONE;
    for (Expression use : NameIndex.of(file).uses(list.name())) {
      if (!(use instanceof NameExpr) || !Ancestry.holds(block, use)) {
        continue;
      }
      if (isAdding(use)) {
        Optional<Few> times = times(use, block, file, sizes);
        if (times.isEmpty()) {
          return times;
        }
        added = added.plus(times.get());
      } else if (!isReading(use)) {
        return Optional.empty();
      }
    }
    return added == NONE ? Optional.empty() : Optional.of(added.counted());
  }

  /** Whether a variable that is given this has no elements, or is not there. */
  static boolean isNothing(Expression value) {
    return value.isNullLiteralExpr() || isEmpty(value);
  }

  static boolean isEmpty(Expression value) {
    return value instanceof ObjectCreationExpr creation
            && creation.getArguments().stream().allMatch(Expression::isIntegerLiteralExpr)
            && creation.getAnonymousClassBody().isEmpty()
        || value instanceof MethodCallExpr call
            && call.getArguments().isEmpty()
            && EMPTY.contains(call.getNameAsString());
  }

  private static boolean isAdding(Expression use) {
    return use.getParentNode().orElse(null) instanceof MethodCallExpr call
        && call.getScope().orElse(null) == use
        && call.getNameAsString().equals("add")
        && call.getArguments().size() == 1;
  }

  private static boolean isReading(Expression use) {
    Node parent = use.getParentNode().orElse(null);
    return parent instanceof MethodCallExpr call
            && call.getScope().orElse(null) == use
            && READING.contains(call.getNameAsString())
        || parent instanceof ForEachStmt each && each.getIterable() == use
        || parent instanceof ReturnStmt;
  }

  /** How often a call runs: once, or for each of a few. */
  private static Optional<Few> times(
      Expression use,
      BlockStmt block,
      FileContext file,
      BiFunction<Loop, Site, Optional<Few>> sizes) {
    if (!isRepeated(use, block)) {
      return Optional.of(ONCE);
    }
    Optional<Site> call = use.getParentNode().flatMap(file.unit().sites()::at);
    if (call.isEmpty()) {
      return Optional.empty();
    }
    List<Loop> loops =
        file.loops().around(call.get()).stream()
            .filter(loop -> Ancestry.holds(block, loop.node()))
            .toList();
    return loops.size() == 1 && loops.get(0).isPerElement()
        ? file.unit().sites().at(loops.get(0).node()).flatMap(at -> sizes.apply(loops.get(0), at))
        : Optional.empty();
  }

  /** Whether it runs more than once each time that the block does. */
  static boolean isRepeated(Node use, BlockStmt block) {
    for (Node at = use; at != null && at != block; at = at.getParentNode().orElse(null)) {
      if (at instanceof ForEachStmt
          || at instanceof ForStmt
          || at instanceof WhileStmt
          || at instanceof DoStmt
          || at instanceof LambdaExpr) {
        return true;
      }
    }
    return false;
  }
}
