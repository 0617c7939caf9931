package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.Literals;
import dev.perflint.facts.ValueOrigins;
import dev.perflint.source.Site;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a query is put together from, as far as the method that runs it shows: the calls of its own
 * chain, and those on the local variables that are part of it, a criteria query or a wrapper.
 *
 * @param calls the query itself first
 * @param texts of statements; what nobody sees is a {@link #GAP}
 */
record QueryParts(List<MethodCallExpr> calls, List<String> texts) {
  /** Stands for what a text says at run time only. */
  static final String GAP = "\u0000";

  QueryParts {
    calls = List.copyOf(calls);
    texts = List.copyOf(texts);
  }

  /** Of the call that runs the query. */
  static QueryParts of(FileContext file, Site query) {
    Collector collector = new Collector(file, query);
    collector.add(query.as(MethodCallExpr.class));
    return new QueryParts(collector.calls, collector.texts);
  }

  /** A text put together with {@code +}, through local variables that are given one value. */
  static String text(Expression text, FileContext file, Site near) {
    return new Collector(file, near).written(text, 0);
  }

  private static final class Collector {
    private static final int MOST_CALLS = 60;
    private static final int DEEPEST = 12;

    private final FileContext file;
    private final Site near;
    private final List<MethodCallExpr> calls = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    Collector(FileContext file, Site near) {
      this.file = file;
      this.near = near;
    }

    void add(MethodCallExpr call) {
      if (calls.size() >= MOST_CALLS || !seen.add(call)) {
        return;
      }
      calls.add(call);
      call.getScope().ifPresent(this::visit);
      call.getArguments().forEach(this::visit);
    }

    private void visit(Expression part) {
      if (part instanceof MethodCallExpr call) {
        add(call);
      } else if (part instanceof NameExpr name && variable(name).isPresent()) {
        visit(variable(name).get());
      } else if (isText(part)) {
        texts.add(written(part, 0));
      }
    }

    /** All that is called on it, and all that it is given. */
    private void visit(VariableDeclarator variable) {
      if (!seen.add(variable)) {
        return;
      }
      variable.getInitializer().ifPresent(this::visit);
      for (NameExpr use : file.lifetimes().uses(variable)) {
        if (use.getParentNode().orElse(null) instanceof AssignExpr given
            && given.getTarget() == use) {
          visit(given.getValue());
        }
        chainOn(use).ifPresent(this::add);
      }
    }

    private static Optional<MethodCallExpr> chainOn(Expression receiver) {
      Expression at = receiver;
      while (at.getParentNode().orElse(null) instanceof MethodCallExpr call
          && call.getScope().orElse(null) == at) {
        at = call;
      }
      return at instanceof MethodCallExpr call ? Optional.of(call) : Optional.empty();
    }

    private Optional<VariableDeclarator> variable(NameExpr name) {
      return ValueOrigins.variable(name, file.siteOf(name, near));
    }

    private boolean isText(Expression part) {
      return part.isStringLiteralExpr()
          || part.isTextBlockLiteralExpr()
          || part.isBinaryExpr()
          || part.isEnclosedExpr()
          || part.isNameExpr() && Literals.text(part, near.scope()).isPresent();
    }

    private String written(Expression text, int depth) {
      Optional<String> constant = Literals.text(text, near.scope());
      if (constant.isPresent() || depth > DEEPEST) {
        return constant.orElse(GAP);
      }
      if (text.isEnclosedExpr()) {
        return written(text.asEnclosedExpr().getInner(), depth + 1);
      }
      if (text instanceof BinaryExpr sum && sum.getOperator() == BinaryExpr.Operator.PLUS) {
        return written(sum.getLeft(), depth + 1) + written(sum.getRight(), depth + 1);
      }
      return text instanceof NameExpr name
          ? onlyValue(name).map(value -> written(value, depth + 1)).orElse(GAP)
          : GAP;
    }

    private Optional<Expression> onlyValue(NameExpr name) {
      Optional<VariableDeclarator> variable = variable(name);
      boolean changes =
          variable.isPresent()
              && file.lifetimes().uses(variable.get()).stream()
                  .anyMatch(use -> use.getParentNode().orElse(null) instanceof AssignExpr);
      return changes ? Optional.empty() : variable.flatMap(VariableDeclarator::getInitializer);
    }
  }
}
