package dev.perflint.rules.timeouts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.facts.Deadlines;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.ValueOrigins;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.MethodRef;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Where the future that somebody waits for comes from. */
final class RemoteWork {
  private static final Set<String> DONE =
      Set.of("isDone", "state", "resultNow", "isCompletedExceptionally", "allOf");

  private RemoteWork() {}

  /**
   * SURE when a call on the way to the future starts remote work; open when a method of the project
   * may.
   */
  static Truth isWaitedFor(Match match) {
    Truth truth = Truth.NO;
    for (MethodCallExpr call : origins(match)) {
      truth = truth.or(startsRemote(match.file(), match.file().siteOf(call, match.site())));
    }
    return truth;
  }

  /** Calls of libraries alone lead to the future: their own threads are waited for. */
  static boolean isBegunByLibrary(Match match) {
    List<MethodCallExpr> origins = origins(match);
    return !origins.isEmpty()
        && origins.stream()
            .map(call -> match.file().siteOf(call, match.site()))
            .allMatch(call -> isOfLibrary(match.file(), call));
  }

  /** Neither of the JDK, whose futures are those of own tasks, nor given a task. */
  private static boolean isOfLibrary(FileContext file, Site call) {
    TypeRef owner = file.calls().owner(call);
    return file.isOfLibrary(owner)
        && owner instanceof TypeRef.Named named
        && !named.name().startsWith("java")
        && file.calls().plays(call, Roles.RUNS_LATER).isNo();
  }

  private static Truth startsRemote(FileContext file, Site call) {
    Truth known = file.calls().plays(call, Roles.STARTS_REMOTE).or(runsRemotely(file, call));
    TypeRef owner = file.calls().owner(call);
    boolean ofProject = !(owner instanceof TypeRef.Named named) || file.isOpen(named);
    if (!ofProject || known.equals(Truth.SURE)) {
      return known;
    }
    MethodCallExpr node = call.as(MethodCallExpr.class);
    MethodRef method = file.calls().method(call, owner, node.getNameAsString());
    return known.or(Truth.open(new Question.Does(method, Roles.STARTS_REMOTE)));
  }

  /**
   * {@code supplyAsync(() -> client.send(...))} and {@code submit(...)}: the task blocks on
   * something remote.
   */
  private static Truth runsRemotely(FileContext file, Site call) {
    if (!file.calls().plays(call, Roles.RUNS_LATER).mayBeReported()) {
      return Truth.NO;
    }
    Truth truth = Truth.NO;
    for (Expression argument : call.as(MethodCallExpr.class).getArguments()) {
      if (argument instanceof LambdaExpr task) {
        for (MethodCallExpr inner : task.findAll(MethodCallExpr.class)) {
          truth = truth.or(isRemote(file, file.siteOf(inner, call)));
        }
      }
    }
    return truth;
  }

  /** A query is none: it waits no longer on another thread than where it is asked for directly. */
  private static Truth isRemote(FileContext file, Site call) {
    Truth known = file.calls().plays(call, Roles.REMOTE_CALL);
    TypeRef owner = file.calls().owner(call);
    if (owner instanceof TypeRef.Named named && !file.isOpen(named)) {
      return known;
    }
    MethodCallExpr node = call.as(MethodCallExpr.class);
    MethodRef method = file.calls().method(call, owner, node.getNameAsString());
    return known.or(Truth.open(new Question.Does(method, Roles.REMOTE_CALL)));
  }

  private static List<MethodCallExpr> origins(Match match) {
    return ValueOrigins.ofReceiver(match.site());
  }

  /** Somebody asked the future, or all of them, before. */
  static boolean isKnownDone(Match match) {
    if (!(match.node() instanceof MethodCallExpr wait)
        || !(wait.getScope().orElse(null) instanceof NameExpr name)) {
      return false;
    }
    return usesOf(name, match).stream().anyMatch(call -> DONE.contains(call.getNameAsString()));
  }

  /** A limit stands in the chain, or was set on the variable. */
  static boolean hasLimit(Match match) {
    boolean inChain =
        origins(match).stream()
            .anyMatch(call -> Deadlines.ON_RESULTS.contains(call.getNameAsString()));
    if (inChain || !(match.node() instanceof MethodCallExpr wait)) {
      return inChain;
    }
    return wait.getScope().orElse(null) instanceof NameExpr name
        && usesOf(name, match).stream()
            .anyMatch(call -> Deadlines.ON_RESULTS.contains(call.getNameAsString()));
  }

  /** What was sent carries a limit. */
  static boolean sendsLimit(Match match) {
    return origins(match).stream()
        .anyMatch(call -> Deadlines.isSent(call, match.file(), match.site()));
  }

  /** A broker is waited for here, by a producer that gives up by itself. */
  static boolean isMessaging(Match match) {
    return origins(match).stream()
        .flatMap(
            call ->
                match
                    .file()
                    .calls()
                    .known(match.file().siteOf(call, match.site()), Roles.STARTS_REMOTE)
                    .stream())
        .anyMatch(known -> known.member().kind().equals("messaging"));
  }

  /** The calls that the variable is the receiver or an argument of. */
  private static List<MethodCallExpr> usesOf(NameExpr name, Match match) {
    List<MethodCallExpr> calls = new ArrayList<>();
    ValueOrigins.variable(name, match.site())
        .ifPresent(
            variable -> {
              for (NameExpr use : match.file().lifetimes().uses(variable)) {
                Node parent = use.getParentNode().orElse(null);
                if (parent instanceof MethodCallExpr call && call != match.node()) {
                  calls.add(call);
                }
              }
            });
    return calls;
  }
}
