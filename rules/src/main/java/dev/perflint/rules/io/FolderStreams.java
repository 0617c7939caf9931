package dev.perflint.rules.io;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.perflint.facts.Calls;
import dev.perflint.facts.Lifetimes;
import dev.perflint.match.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What becomes of a stream over a folder or file, as far as the method that opens it shows. */
final class FolderStreams {
  /** Operations after which a stream is over, without being closed. */
  private static final Set<String> TERMINAL =
      Set.of(
          "forEach",
          "forEachOrdered",
          "collect",
          "toList",
          "toArray",
          "count",
          "reduce",
          "min",
          "max",
          "sum",
          "average",
          "findFirst",
          "findAny",
          "anyMatch",
          "allMatch",
          "noneMatch",
          "iterator",
          "spliterator");

  /** Those that may end before the stream does. */
  private static final Set<String> EARLY =
      Set.of("findFirst", "findAny", "anyMatch", "allMatch", "noneMatch", "iterator", "limit");

  /** Operations whose result is the stream with another face. */
  private static final Set<String> SAME =
      Set.of(
          "filter",
          "map",
          "mapToObj",
          "mapToInt",
          "mapToLong",
          "mapToDouble",
          "flatMap",
          "boxed",
          "distinct",
          "sorted",
          "peek",
          "limit",
          "skip",
          "takeWhile",
          "dropWhile",
          "parallel",
          "sequential",
          "unordered");

  private FolderStreams() {}

  /** Neither this method nor anybody else who gets hold of it closes it. */
  static boolean isLeftOpen(Match match) {
    if (match.node() instanceof MethodReferenceExpr) {
      return false;
    }
    Expression end = end((Expression) match.node());
    if (isUsedUp(end)) {
      return true;
    }
    Optional<VariableDeclarator> holder = Lifetimes.holder(end);
    return holder.isPresent()
        && !isResource(end)
        && isOnlyRead(match.file().lifetimes().uses(holder.get()));
  }

  /** Whether neither a collection nor its own end gives the descriptors back. */
  static boolean isLostForGood(Match match) {
    return !match.callee().equals("lines") && !closesItself(match);
  }

  /** Whether it is a walk, and nothing ends it early: at its end it has closed all folders. */
  private static boolean closesItself(Match match) {
    if (!match.callee().equals("walk") && !match.callee().equals("find")) {
      return false;
    }
    List<MethodCallExpr> operations = new ArrayList<>(operations((Expression) match.node()));
    Lifetimes.holder(end((Expression) match.node()))
        .ifPresent(
            variable ->
                match
                    .file()
                    .lifetimes()
                    .uses(variable)
                    .forEach(use -> operations.addAll(operations(use))));
    return operations.stream().noneMatch(call -> EARLY.contains(call.getNameAsString()));
  }

  /** The calls in a chain on an expression, the first one first. */
  private static List<MethodCallExpr> operations(Expression on) {
    List<MethodCallExpr> calls = new ArrayList<>();
    Optional<MethodCallExpr> next = Calls.callOn(on);
    while (next.isPresent()) {
      calls.add(next.get());
      next = Calls.callOn(next.get());
    }
    return calls;
  }

  /** The last expression of the chain that still is the stream, or its terminal operation. */
  private static Expression end(Expression stream) {
    Expression at = stream;
    while (true) {
      Node parent = at.getParentNode().orElse(null);
      if (parent instanceof EnclosedExpr enclosed) {
        at = enclosed;
        continue;
      }
      Optional<MethodCallExpr> call = Calls.callOn(at);
      boolean goesOn =
          call.filter(
                  c -> SAME.contains(c.getNameAsString()) || TERMINAL.contains(c.getNameAsString()))
              .isPresent();
      if (!goesOn) {
        return at;
      }
      at = call.get();
      if (TERMINAL.contains(call.get().getNameAsString())) {
        return at;
      }
    }
  }

  /** A terminal operation ends it, or a loop goes through it. */
  private static boolean isUsedUp(Expression end) {
    Node parent = end.getParentNode().orElse(null);
    return end instanceof MethodCallExpr call && TERMINAL.contains(call.getNameAsString())
        || parent instanceof ForEachStmt loop && loop.getIterable() == end;
  }

  private static boolean isResource(Expression initializer) {
    return initializer
        .findAncestor(TryStmt.class)
        .filter(
            attempt ->
                attempt.getResources().stream()
                    .anyMatch(
                        resource -> resource == initializer || resource.isAncestorOf(initializer)))
        .isPresent();
  }

  /** Each use is the start of a chain that ends in a terminal operation, or what a loop reads. */
  private static boolean isOnlyRead(List<NameExpr> uses) {
    return uses.stream().allMatch(use -> isUsedUp(end(use)));
  }
}
