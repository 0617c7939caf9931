package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.perflint.facts.FileContext;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rows that are collected as a whole, of which each is then handed to whoever receives a stream.
 */
final class EmittedRows {
  /** What passes each row on; whatever else is called makes something else of them. */
  private static final Set<String> PASSING = Set.of("map", "filter", "stream", "iterator", "peek");

  private static final Set<String> EACH = Set.of("forEach", "forEachOrdered");

  /** These hand out one row at a time, be it with a fetch size or without. */
  private static final Pattern LAZY =
      Pattern.compile(
          "stream|fetchLazy|fetchStream\\w*|getResultStream|queryForStream|scroll|iterate");

  /** A page, one row, or as many as a fetch size says. */
  private static final Pattern FEW =
      Pattern.compile(
          "limit|setMaxResults|setFirstResult|fetchSize|setFetchSize|fetch(One|Any|Single|Optional)\\w*|seek");

  private EmittedRows() {}

  /** A query that gives all its rows, and nothing is done with them but to hand on each. */
  static Truth are(Match match) {
    if (!(match.node() instanceof MethodCallExpr query)
        || LAZY.matcher(query.getNameAsString()).matches()
        || isOfFew(query)) {
      return Truth.NO;
    }
    return emitter(query, match.file()).map(call -> emits(call, match)).orElse(Truth.NO);
  }

  private static boolean isOfFew(Expression query) {
    Expression at = query;
    while (at instanceof MethodCallExpr call) {
      if (FEW.matcher(call.getNameAsString()).matches()) {
        return true;
      }
      at = call.getScope().orElse(null);
    }
    return false;
  }

  /** What is done with each of the rows, where that is one thing. */
  private static Optional<Expression> emitter(Expression query, FileContext file) {
    Expression rows = query;
    while (true) {
      Node parent = rows.getParentNode().orElse(null);
      if (parent instanceof VariableDeclarator local) {
        List<NameExpr> uses = file.lifetimes().uses(local);
        if (uses.size() != 1 || uses.get(0).getParentNode().orElse(null) == local) {
          return Optional.empty();
        }
        rows = uses.get(0);
      } else if (parent instanceof ForEachStmt loop && loop.getIterable() == rows) {
        return onlyCall(loop.getBody());
      } else if (parent instanceof MethodCallExpr call && call.getScope().orElse(null) == rows) {
        if (EACH.contains(call.getNameAsString()) && call.getArguments().size() == 1) {
          return ofEach(call.getArgument(0));
        }
        if (!PASSING.contains(call.getNameAsString())) {
          return Optional.empty();
        }
        rows = call;
      } else {
        return Optional.empty();
      }
    }
  }

  private static Optional<Expression> ofEach(Expression function) {
    if (function instanceof MethodReferenceExpr) {
      return Optional.of(function);
    }
    return function instanceof LambdaExpr lambda ? onlyCall(lambda.getBody()) : Optional.empty();
  }

  private static Optional<Expression> onlyCall(Statement body) {
    Statement one =
        body instanceof BlockStmt block && block.getStatements().size() == 1
            ? block.getStatement(0)
            : body;
    return one instanceof ExpressionStmt statement
            && statement.getExpression() instanceof MethodCallExpr call
        ? Optional.of(call)
        : Optional.empty();
  }

  private static Truth emits(Expression call, Match match) {
    Site site = match.file().siteOf(call, match.site());
    return match.file().calls().plays(site, Roles.EMITS);
  }
}
