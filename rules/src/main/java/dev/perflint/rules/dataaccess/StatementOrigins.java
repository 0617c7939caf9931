package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.ValueOrigins;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a statement that is run comes from: the calls of its chain, and those that gave the
 * variables in it their values.
 *
 * @param calls the last ones first
 * @param roots the names that the chains begin with, when nothing more is known of them
 */
record StatementOrigins(List<MethodCallExpr> calls, List<NameExpr> roots) {
  private static final int MOST_VARIABLES = 4;

  StatementOrigins {
    calls = List.copyOf(calls);
    roots = List.copyOf(roots);
  }

  /** Of what a matched call is called on. */
  static StatementOrigins of(Match match) {
    List<MethodCallExpr> calls = new ArrayList<>();
    List<NameExpr> roots = new ArrayList<>();
    if (match.node() instanceof MethodCallExpr call && call.getScope().isPresent()) {
      collect(call.getScope().get(), match, 0, calls, roots);
    }
    return new StatementOrigins(calls, roots);
  }

  private static void collect(
      Expression value, Match match, int hops, List<MethodCallExpr> calls, List<NameExpr> roots) {
    Expression at = value;
    while (at instanceof MethodCallExpr call) {
      calls.add(call);
      at = call.getScope().orElse(null);
    }
    if (at instanceof NameExpr name) {
      List<Expression> given = hops < MOST_VARIABLES ? values(name, match) : List.of();
      if (given.isEmpty()) {
        roots.add(name);
      }
      given.forEach(each -> collect(each, match, hops + 1, calls, roots));
    }
  }

  /** What a local variable is given, where it is declared and later; empty for all other names. */
  static List<Expression> values(NameExpr name, Match match) {
    FileContext file = match.file();
    Site near = file.siteOf(name, match.site());
    Optional<VariableDeclarator> variable = ValueOrigins.variable(name, near);
    List<Expression> values = new ArrayList<>();
    variable.flatMap(VariableDeclarator::getInitializer).ifPresent(values::add);
    for (NameExpr use : variable.map(file.lifetimes()::uses).orElse(List.of())) {
      if (use.getParentNode().orElse(null) instanceof AssignExpr assign
          && assign.getTarget() == use) {
        values.add(assign.getValue());
      }
    }
    values.removeIf(Expression::isNullLiteralExpr);
    return values;
  }
}
