package dev.perflint.rules.concurrency;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.perflint.facts.Calls;
import dev.perflint.facts.NameIndex;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is set on a pool after it was made. */
final class QueueSettings {
  /** Calls of other objects that are given the pool and may set it up. */
  private static final Set<String> CONFIGURING =
      Set.of("customize", "configure", "accept", "apply");

  private final Match match;

  private QueueSettings(Match match) {
    this.match = match;
  }

  static QueueSettings of(Match match) {
    return new QueueSettings(match);
  }

  /** Whether one of them limits how many tasks it takes; UNKNOWN where another method may do it. */
  Truth areLimits() {
    if (match.node() instanceof MethodCallExpr build) {
      return ofChain(build);
    }
    if (!(match.node() instanceof ObjectCreationExpr creation)) {
      // A method reference: the builder that it is called on is somewhere else.
      return Truth.UNKNOWN;
    }
    Node parent = creation.getParentNode().orElseThrow();
    Truth truth = inBody(creation);
    if (parent instanceof VariableDeclarator variable && !isField(variable)) {
      for (NameExpr use : match.file().lifetimes().uses(variable)) {
        truth = truth.or(ofUse(use));
      }
      return truth;
    }
    Optional<String> name =
        parent instanceof VariableDeclarator field
            ? Optional.of(field.getNameAsString())
            : parent instanceof AssignExpr assign ? name(assign.getTarget()) : Optional.empty();
    if (name.isPresent()) {
      // Wherever in the file: an initialiser, a setter, a constructor.
      for (Expression use : NameIndex.of(match.file()).uses(name.get())) {
        truth = truth.or(ofUse(use));
      }
      return truth;
    }
    return parent instanceof MethodCallExpr call ? truth.or(ofArgument(call)) : truth;
  }

  /** A builder that a container hands out has the limits of the configuration. */
  private Truth ofChain(MethodCallExpr build) {
    Expression at = build;
    while (at instanceof MethodCallExpr call && call.getScope().isPresent()) {
      if (isLimit(call)) {
        return Truth.SURE;
      }
      at = call.getScope().get();
    }
    return at.isObjectCreationExpr() ? Truth.NO : Truth.UNKNOWN;
  }

  private Truth inBody(ObjectCreationExpr creation) {
    boolean sets =
        creation.getAnonymousClassBody().stream()
            .flatMap(List::stream)
            .anyMatch(m -> m.findFirst(MethodCallExpr.class, this::isLimit).isPresent());
    return Truth.of(sets);
  }

  private static boolean isField(VariableDeclarator variable) {
    return variable.getParentNode().filter(FieldDeclaration.class::isInstance).isPresent();
  }

  private static Optional<String> name(Expression target) {
    return target instanceof NameExpr name
        ? Optional.of(name.getNameAsString())
        : target instanceof FieldAccessExpr access
            ? Optional.of(access.getNameAsString())
            : Optional.empty();
  }

  private Truth ofUse(Expression use) {
    Optional<MethodCallExpr> call = Calls.callAround(use);
    if (call.isEmpty()) {
      return Truth.NO;
    }
    boolean receiver = call.get().getScope().filter(scope -> scope == use).isPresent();
    return receiver ? Truth.of(isLimit(call.get())) : ofArgument(call.get());
  }

  /** An own method may set it up, a wrapper or a registration does not. */
  private static Truth ofArgument(MethodCallExpr call) {
    boolean own = call.getScope().filter(scope -> !scope.isThisExpr()).isEmpty();
    return own || CONFIGURING.contains(call.getNameAsString()) ? Truth.UNKNOWN : Truth.NO;
  }

  private boolean isLimit(MethodCallExpr call) {
    Site site = match.file().siteOf(call, match.site());
    return !match.file().calls().plays(site, Roles.LIMITS_QUEUE).isNo()
        && call.getArguments().stream().noneMatch(QueueSettings::isGreatest);
  }

  /** {@code Integer.MAX_VALUE}: as good as none. */
  static boolean isGreatest(Expression capacity) {
    return name(capacity).filter("MAX_VALUE"::equals).isPresent()
        || capacity.isIntegerLiteralExpr()
            && capacity.asIntegerLiteralExpr().asNumber().intValue() == Integer.MAX_VALUE;
  }
}
