package dev.perflint.rules.concurrency;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.perflint.facts.Calls;
import dev.perflint.facts.FieldKeys;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.source.Scope;
import dev.perflint.types.Truth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How many tasks may wait in the pool that a match makes. */
final class TaskQueue {
  /** The place of the queue among the arguments of a {@code ThreadPoolExecutor}. */
  private static final int QUEUE = 4;

  private static final int MOST_STEPS = 3;
  private static final Set<String> TAKING = Set.of("execute", "submit");
  private static final Set<String> VIRTUAL =
      Set.of("setVirtualThreads", "virtualThreads", "ofVirtual");

  private TaskQueue() {}

  /** UNKNOWN where the queue comes from elsewhere, or somebody else may set its capacity. */
  static Truth isUnbounded(Match match) {
    return switch (match.known().orElseThrow().kind()) {
      case "pool" -> Truth.SURE;
      case "pool-over-queue" ->
          match
              .argument(QUEUE)
              .filter(queue -> !refuses(match.node()))
              .map(queue -> takesAny(queue, match, 0))
              .orElse(Truth.UNKNOWN);
      case "pool-until-limited", "thread-until-limited" ->
          QueueSettings.of(match).areLimits().not();
      default -> Truth.NO;
    };
  }

  /** The code says which queue there is, or that there is none, and never looks at its length. */
  static boolean isChosen(Match match) {
    return !match.known().orElseThrow().kind().equals("pool")
        && match.callsNamed("getQueue").isEmpty();
  }

  /** Whether each task has its own thread. */
  static boolean startsThreads(Match match) {
    return match.known().filter(known -> known.kind().equals("thread-until-limited")).isPresent();
  }

  /** Those wait cheaply, so that a thread for each task does no harm. */
  static boolean isOfVirtualThreads(Match match) {
    return startsThreads(match)
        && match
            .site()
            .frame()
            .member()
            .flatMap(
                member ->
                    member
                        .node()
                        .findFirst(
                            MethodCallExpr.class, call -> VIRTUAL.contains(call.getNameAsString())))
            .isPresent();
  }

  /** A subclass that decides itself what it takes. */
  private static boolean refuses(Node pool) {
    return pool instanceof ObjectCreationExpr creation
        && creation.getAnonymousClassBody().stream()
            .flatMap(List::stream)
            .anyMatch(
                member ->
                    member instanceof MethodDeclaration method
                        && TAKING.contains(method.getNameAsString()));
  }

  private static Truth takesAny(Expression queue, Match match, int steps) {
    if (queue instanceof NameExpr name && steps < MOST_STEPS) {
      return initializer(name.getNameAsString(), match)
          .map(init -> takesAny(init, match, steps + 1))
          .orElse(Truth.UNKNOWN);
    }
    if (!(queue instanceof ObjectCreationExpr made) || made.getAnonymousClassBody().isPresent()) {
      return Truth.UNKNOWN;
    }
    Truth truth = Truth.NO;
    for (Calls.Known known :
        match
            .file()
            .calls()
            .known(match.file().siteOf(made, match.site()), Roles.UNBOUNDED_QUEUE)) {
      boolean any =
          known.member().kind().equals("queue")
              || known.member().kind().equals("queue-of-size")
                  && made.getArguments().stream().anyMatch(QueueSettings::isGreatest);
      truth = any ? truth.or(known.truth()) : truth;
    }
    return truth;
  }

  /** Of a local variable, or of a field that is given its value once. */
  private static Optional<Expression> initializer(String name, Match match) {
    Optional<Scope> local = match.site().scope().local(name);
    return local.isEmpty()
        ? FieldKeys.initializer(name, match.site().frame())
        : Optional.of(local.get().declaration())
            .filter(VariableDeclarator.class::isInstance)
            .flatMap(variable -> ((VariableDeclarator) variable).getInitializer());
  }

  /** Whether a container sets what the configuration says after the method has made it. */
  static boolean isConfigured(Match match) {
    return match.file().roles().bindsSettings(match.site().frame());
  }
}
