package dev.perflint.rules.virtualthreads;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import dev.perflint.facts.CodeAround;
import dev.perflint.facts.Deadlines;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.Loop;
import dev.perflint.facts.RemoteCalls;
import dev.perflint.facts.ValueOrigins;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Scopes of structured concurrency in a local variable. They are made by constructors on JDK 21 to
 * 24, and by {@code open} since.
 */
final class SubtaskScopes {
  private static final int OPENED_SINCE = 25;
  private static final Set<String> FORKING = Set.of("fork", "join", "joinUntil", "close");

  /** Who asks for one of these has plans for subtasks that fail. */
  private static final Set<String> LOOKS_FIRST =
      Set.of("state", "exception", "isCancelled", "shutdown", "isShutdown");

  private SubtaskScopes() {}

  static boolean isJoin(Match match) {
    return match.callee().equals("join");
  }

  /** All subtasks run to their end, and the result of each is taken whether it failed or not. */
  static boolean waitsInVain(Match match) {
    if (!(match.node() instanceof Expression made) || !fits(made, match) || !awaitsAll(made)) {
      return false;
    }
    Optional<VariableDeclarator> scope =
        made.getParentNode()
            .filter(VariableDeclarator.class::isInstance)
            .map(VariableDeclarator.class::cast);
    if (scope.isEmpty()) {
      return false;
    }
    Node code = CodeAround.of(made);
    List<MethodCallExpr> calls = callsOn(scope.get(), match);
    List<MethodCallExpr> forks =
        calls.stream().filter(call -> call.getNameAsString().equals("fork")).toList();
    boolean several = forks.size() > 1 || forks.stream().anyMatch(fork -> isRepeated(fork, match));
    return several
        && calls.size() == match.file().lifetimes().uses(scope.get()).size()
        && calls.stream().allMatch(call -> FORKING.contains(call.getNameAsString()))
        && code.findFirst(MethodCallExpr.class, SubtaskScopes::looksFirst).isEmpty()
        && code.findFirst(MethodReferenceExpr.class, SubtaskScopes::refersToState).isEmpty()
        && code.findFirst(CatchClause.class, SubtaskScopes::expectsFailure).isEmpty()
        && areTaken(forks, code, match);
  }

  private static boolean looksFirst(MethodCallExpr call) {
    return LOOKS_FIRST.contains(call.getNameAsString());
  }

  private static boolean refersToState(MethodReferenceExpr reference) {
    return LOOKS_FIRST.contains(reference.getIdentifier());
  }

  /** What {@code get} throws for a subtask that failed. */
  private static boolean expectsFailure(CatchClause clause) {
    String type = clause.getParameter().getTypeAsString();
    return type.contains("IllegalState")
        || type.contains("Runtime")
        || type.matches("Exception|Throwable");
  }

  private static boolean isRepeated(MethodCallExpr fork, Match match) {
    List<Loop> outside = match.loops();
    return match.file().loops().around(match.file().siteOf(fork, match.site())).stream()
        .anyMatch(loop -> outside.stream().noneMatch(other -> other.node() == loop.node()));
  }

  /** Each fork's result is asked for, by name or, of a list of them, by a reference. */
  private static boolean areTaken(List<MethodCallExpr> forks, Node code, Match match) {
    boolean byReference =
        code.findFirst(
                MethodReferenceExpr.class,
                reference ->
                    reference.getIdentifier().equals("get")
                        && reference.getScope().toString().endsWith("Subtask"))
            .isPresent();
    return byReference || forks.stream().allMatch(fork -> isTaken(fork, match));
  }

  private static boolean isTaken(MethodCallExpr fork, Match match) {
    return fork.getParentNode().orElse(null) instanceof VariableDeclarator subtask
        && match.file().lifetimes().uses(subtask).stream()
            .anyMatch(
                use ->
                    use.getParentNode().orElse(null) instanceof MethodCallExpr call
                        && call.getNameAsString().equals("get")
                        && call.getArguments().isEmpty());
  }

  /** A plain scope without a policy of its own, or one whose joiner cancels nothing. */
  private static boolean awaitsAll(Expression made) {
    if (made instanceof ObjectCreationExpr plain) {
      return plain.getAnonymousClassBody().isEmpty()
          && plain.getType().getNameAsString().equals("StructuredTaskScope");
    }
    return made instanceof MethodCallExpr open
        && !open.getArguments().isEmpty()
        && open.getArgument(0) instanceof MethodCallExpr joiner
        && joiner.getNameAsString().equals("awaitAll");
  }

  /** Each release compiles one of the two forms only. */
  private static boolean fits(Expression made, Match match) {
    boolean opened = made instanceof MethodCallExpr;
    return opened == match.file().release() >= OPENED_SINCE;
  }

  /** The scope's declaration shows that it has no limit, and nobody joins it with one. */
  static boolean joinsWithoutLimit(Match match) {
    Expression made = scopeOf(match).flatMap(VariableDeclarator::getInitializer).orElse(null);
    if (made == null || !fits(made, match)) {
      return false;
    }
    if (made instanceof ObjectCreationExpr) {
      return CodeAround.of(match.node())
          .findFirst(MethodCallExpr.class, call -> call.getNameAsString().equals("joinUntil"))
          .isEmpty();
    }
    return made instanceof MethodCallExpr open
        && open.getNameAsString().equals("open")
        && (open.getArguments().size() < 2
            || open.getArgument(1) instanceof LambdaExpr settings
                && !settings.toString().contains("withTimeout"));
  }

  private static Optional<VariableDeclarator> scopeOf(Match match) {
    return match.node() instanceof MethodCallExpr join
            && join.getScope().orElse(null) instanceof NameExpr name
        ? ValueOrigins.variable(name, match.site())
        : Optional.empty();
  }

  /** A subtask waits for a remote side, and what it sends carries no limit. */
  static Truth isRemote(Match match) {
    Truth truth = Truth.NO;
    List<MethodCallExpr> calls =
        scopeOf(match).map(scope -> callsOn(scope, match)).orElse(List.of());
    for (MethodCallExpr fork : calls) {
      if (fork.getNameAsString().equals("fork")) {
        for (Node subtask : fork.getArguments()) {
          truth = truth.or(asksRemote(subtask, match));
        }
      }
    }
    return truth;
  }

  private static Truth asksRemote(Node subtask, Match match) {
    FileContext file = match.file();
    Truth truth = Truth.NO;
    for (MethodCallExpr call : subtask.findAll(MethodCallExpr.class)) {
      Site site = file.siteOf(call, match.site());
      boolean limited = Deadlines.isSent(call, file, site) || Deadlines.follows(call);
      truth =
          limited
              ? truth
              : truth.or(RemoteCalls.is(file, site)).or(RemoteCalls.through(file, site));
    }
    return truth;
  }

  private static List<MethodCallExpr> callsOn(VariableDeclarator scope, Match match) {
    List<MethodCallExpr> calls = new ArrayList<>();
    for (NameExpr use : match.file().lifetimes().uses(scope)) {
      if (use.getParentNode().orElse(null) instanceof MethodCallExpr call
          && call.getScope().orElse(null) == use) {
        calls.add(call);
      }
    }
    return calls;
  }
}
