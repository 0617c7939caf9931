package dev.perflint.rules.timeouts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.perflint.facts.Literals;
import dev.perflint.facts.RemoteCalls;
import dev.perflint.facts.ValueOrigins;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What happens between the attempts of a {@linkplain RetryLoops loop}, and how many there are. */
final class Retries {
  private static final int FEW = 3;

  private static final List<String> WAITING =
      List.of(
          "sleep",
          "backoff",
          "delay",
          "park",
          "await",
          "wait",
          "pause",
          "throttle",
          "schedule",
          "interval",
          "retryafter",
          "yield");

  private static final List<String> MOVING_ON =
      List.of(
          "next", "failover", "switch", "rotate", "choose", "pick", "refresh", "renew", "login");

  /** In names of exceptions after which the next attempt may well succeed, or that took time. */
  private static final List<String> RACES =
      List.of(
          "Optimistic",
          "Concurren",
          "Conflict",
          "Duplicate",
          "Stale",
          "Conditional",
          "Integrity",
          "Constraint",
          "Deadlock",
          "Lock",
          "Interrupted",
          "Timeout",
          "Contention",
          "Collision");

  private static final List<String> LOST =
      List.of("conflict", "conditional", "optimistic", "duplicate", "concurren", "integrity");

  private Retries() {}

  /** What is called, in short; of several the first that is known by itself. */
  static String callText(Match match) {
    TryStmt attempt = (TryStmt) match.node().getParentNode().orElseThrow();
    List<MethodCallExpr> calls = attempt.getTryBlock().findAll(MethodCallExpr.class);
    List<Site> sites = calls.stream().map(call -> match.file().siteOf(call, match.site())).toList();
    return sites.stream()
        .filter(call -> waits(call, match).isShown())
        .findFirst()
        .or(() -> sites.stream().filter(call -> waits(call, match).mayBeReported()).findFirst())
        .map(call -> "`" + call.as(MethodCallExpr.class).getNameAsString() + "`")
        .orElse("the call");
  }

  private static Truth waits(Site call, Match match) {
    return RemoteCalls.is(match.file(), call).or(match.file().calls().plays(call, Roles.QUERY));
  }

  private static Statement loop(Match match) {
    return RetryLoops.loopAround((TryStmt) match.node().getParentNode().orElseThrow())
        .orElseThrow();
  }

  /** No comparison in the loop ends it after three attempts or fewer. */
  static boolean areMany(Match match) {
    return loop(match).findAll(BinaryExpr.class).stream()
        .filter(test -> isOrder(test.getOperator()))
        .noneMatch(test -> isFew(test.getLeft(), match) || isFew(test.getRight(), match));
  }

  private static boolean isOrder(BinaryExpr.Operator operator) {
    return switch (operator) {
      case LESS, LESS_EQUALS, GREATER, GREATER_EQUALS, EQUALS, NOT_EQUALS -> true;
      default -> false;
    };
  }

  private static boolean isFew(Expression bound, Match match) {
    OptionalLong number = number(bound, match);
    if (number.isEmpty() || number.getAsLong() > FEW) {
      return false;
    }
    // `retries-- > 0` says nothing of how many there are.
    return number.getAsLong() > 0
        || counter(match).filter(name -> startsFew(name, match)).isPresent();
  }

  /** Of a constant, and of a local variable that nobody but its declaration need have set. */
  private static OptionalLong number(Expression bound, Match match) {
    if (bound instanceof NameExpr name
        && !name.getNameAsString().equals(counter(match).orElse(""))) {
      Optional<Expression> init =
          ValueOrigins.variable(name, match.site()).flatMap(VariableDeclarator::getInitializer);
      if (init.isPresent()) {
        return Literals.number(init.get(), match.site().scope());
      }
    }
    return Literals.number(bound, match.site().scope());
  }

  private static Optional<String> counter(Match match) {
    return RetryLoops.condition(loop(match))
        .flatMap(test -> test.findFirst(NameExpr.class))
        .map(NameExpr::getNameAsString);
  }

  private static boolean startsFew(String name, Match match) {
    return match.site().scope().local(name).stream()
        .map(local -> local.declaration())
        .filter(VariableDeclarator.class::isInstance)
        .map(VariableDeclarator.class::cast)
        .flatMap(variable -> variable.getInitializer().stream())
        .map(start -> Literals.number(start, match.site().scope()))
        .anyMatch(start -> start.isPresent() && start.getAsLong() > 0 && start.getAsLong() <= FEW);
  }

  /** Something in the loop, or in a method of this file that it calls, waits. */
  static boolean areDelayed(Match match) {
    for (MethodCallExpr call : loop(match).findAll(MethodCallExpr.class)) {
      boolean own = call.getScope().filter(scope -> !scope.isThisExpr()).isEmpty();
      if (isNamed(call, WAITING) || own && waits(call.getNameAsString(), match)) {
        return true;
      }
    }
    return false;
  }

  private static boolean waits(String method, Match match) {
    return match.file().unit().sites(MethodDeclaration.class).stream()
        .map(site -> site.as(MethodDeclaration.class))
        .filter(declared -> declared.getNameAsString().equals(method))
        .anyMatch(
            declared ->
                declared
                    .findFirst(MethodCallExpr.class, call -> isNamed(call, WAITING))
                    .isPresent());
  }

  /** The counter picks the next server, in the attempt or before it, or something else does. */
  static boolean moveOn(Match match) {
    Statement loop = loop(match);
    Set<String> counters = new HashSet<>();
    if (loop instanceof ForStmt counted) {
      counted
          .getUpdate()
          .forEach(
              update ->
                  update.findAll(NameExpr.class).forEach(n -> counters.add(n.getNameAsString())));
    }
    TryStmt attempt = (TryStmt) match.node().getParentNode().orElseThrow();
    Set<String> picked = picked(loop, attempt, counters);
    boolean indexed =
        picks(attempt.getTryBlock(), counters)
            || attempt
                .getTryBlock()
                .findFirst(NameExpr.class, name -> picked.contains(name.getNameAsString()))
                .isPresent();
    return indexed
        || loop.findAll(MethodCallExpr.class).stream().anyMatch(call -> isNamed(call, MOVING_ON));
  }

  /** It stands in an index or an argument. */
  private static boolean picks(Node code, Set<String> counters) {
    return code.findAll(ArrayAccessExpr.class).stream()
            .anyMatch(at -> mentions(at.getIndex(), counters))
        || code.findAll(MethodCallExpr.class).stream()
            .flatMap(call -> call.getArguments().stream())
            .anyMatch(argument -> mentions(argument, counters));
  }

  /** Variables of the loop that are picked so before the attempt, and what comes from these. */
  private static Set<String> picked(Statement loop, TryStmt attempt, Set<String> counters) {
    Set<String> picked = new HashSet<>();
    for (VariableDeclarator variable : loop.findAll(VariableDeclarator.class)) {
      boolean before =
          !attempt.isAncestorOf(variable)
              && Node.NODE_BY_BEGIN_POSITION.compare(variable, attempt) < 0;
      if (before
          && variable
              .getInitializer()
              .filter(value -> picks(value, counters) || mentions(value, picked))
              .isPresent()) {
        picked.add(variable.getNameAsString());
      }
    }
    return picked;
  }

  private static boolean mentions(Expression value, Set<String> names) {
    return value
        .findFirst(NameExpr.class, name -> names.contains(name.getNameAsString()))
        .isPresent();
  }

  /** By the names of what is caught, and of what the handler asks. */
  static boolean loseRaces(Match match) {
    CatchClause clause = (CatchClause) match.node();
    String caught = clause.getParameter().getType().asString();
    return RACES.stream().anyMatch(caught::contains)
        || clause.getBody().findAll(MethodCallExpr.class).stream()
            .anyMatch(call -> isNamed(call, LOST));
  }

  private static boolean isNamed(MethodCallExpr call, List<String> parts) {
    String name = call.getNameAsString().toLowerCase(Locale.ROOT);
    return parts.stream().anyMatch(name::contains);
  }
}
