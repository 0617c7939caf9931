package dev.perflint.facts;

import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import dev.perflint.knowledge.Roles;
import dev.perflint.model.Certainty;
import dev.perflint.source.Scope;
import dev.perflint.source.Site;
import java.util.Optional;

/**
 * Whether a value that a setter is given is a limit or brings one: an amount, or a part of which
 * the file shows how it is made. What it does not show is taken for one.
 */
final class LimitValues {
  private final FileContext file;
  private final TimeLimits limits;
  private final PrivateCalls privateCalls;

  LimitValues(FileContext file, TimeLimits limits) {
    this.file = file;
    this.limits = limits;
    this.privateCalls = new PrivateCalls(file);
  }

  Certainty of(Expression argument, int steps) {
    Expression value = TimeLimits.bare(argument);
    if (steps > TimeLimits.MOST_STEPS) {
      return Certainty.SURE;
    }
    if (value instanceof NameExpr name) {
      return variable(name, steps);
    }
    if (!TimeLimits.isMade(value)) {
      return Certainty.of(!LimitAmounts.isNone(value));
    }
    if (isPart(value)) {
      return limits.built(value, steps + 1);
    }
    if (value instanceof MethodCallExpr call
        && call.getScope().filter(scope -> !scope.isThisExpr()).isEmpty()
        && FixedCalls.target(call).isPresent()) {
      return FixedCalls.target(call).get().findAll(ReturnStmt.class).stream()
          .flatMap(statement -> statement.getExpression().stream())
          .map(returned -> of(returned, steps + 1))
          .reduce(Certainty.NO, Certainty::or);
    }
    return Certainty.SURE;
  }

  /** What is used by itself is looked at where it is made. */
  private boolean isPart(Expression value) {
    return TimeLimits.isMade(value)
        && file.calls().known(limits.site(value), Roles.WITHOUT_TIMEOUT).stream()
            .anyMatch(
                known ->
                    known.member().kind().equals(TimeLimits.PART) && known.truth().mayBeReported());
  }

  private Certainty variable(NameExpr name, int steps) {
    Site site = FieldUses.nearest(name, file);
    Optional<Scope> local = site.scope().local(name.getNameAsString());
    if (local.isEmpty()) {
      return constant(name, site)
          .map(init -> kept(init, steps))
          .orElseGet(() -> ownField(name, site, steps));
    }
    if (local.get().declaration() instanceof Parameter given) {
      return privateCalls.given(given).stream()
          .map(argument -> of(argument, steps + 1))
          .reduce(Certainty::or)
          .orElse(Certainty.SURE);
    }
    if (!(local.get().declaration() instanceof VariableDeclarator variable)
        || variable.getInitializer().isEmpty()
        || limits.isReplaced(variable)) {
      return Certainty.SURE;
    }
    Expression init = TimeLimits.bare(variable.getInitializer().get());
    Certainty made = of(init, steps + 1);
    return made != Certainty.SURE && isPart(init)
        ? made.or(limits.later(HandlingReader.of(variable, file), steps))
        : made;
  }

  /** All that the file puts into a private field. */
  private Certainty ownField(NameExpr name, Site site, int steps) {
    Optional<String> key = FieldKeys.of(name, site, file);
    return key.flatMap(found -> FieldUses.declaration(found, site.frame(), file))
        .filter(FieldDeclaration::isPrivate)
        .flatMap(
            field ->
                FieldUses.values(key.get(), field, file).stream()
                    .filter(value -> !value.isNullLiteralExpr())
                    .map(value -> isPart(value) ? kept(value, steps) : Certainty.SURE)
                    .reduce(Certainty::or))
        .orElse(Certainty.SURE);
  }

  /** Of what a field holds, which may be told more than once. */
  private Certainty kept(Expression init, int steps) {
    Certainty made = of(init, steps + 1);
    if (made == Certainty.SURE || !isPart(TimeLimits.bare(init))) {
      return made;
    }
    return made.or(limits.later(HandlingReader.of(init, file), steps));
  }

  /** The initialiser of a final field. */
  private Optional<Expression> constant(NameExpr name, Site site) {
    Optional<Expression> known = Literals.constantField(name.getNameAsString(), site.scope());
    return known.or(
        () ->
            FieldKeys.of(name, site, file)
                .flatMap(key -> FieldUses.declaration(key, site.frame(), file))
                .filter(FieldDeclaration::isFinal)
                .flatMap(
                    field ->
                        field.getVariables().stream()
                            .filter(v -> v.getNameAsString().equals(name.getNameAsString()))
                            .findFirst())
                .flatMap(VariableDeclarator::getInitializer));
  }
}
