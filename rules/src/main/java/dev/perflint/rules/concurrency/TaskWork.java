package dev.perflint.rules.concurrency;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import dev.perflint.facts.Calls;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.RemoteCalls;
import dev.perflint.facts.RepositoryTypes;
import dev.perflint.facts.Surroundings;
import dev.perflint.facts.SurroundingsReader;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.MethodRef;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What waits in functions that threads of a pool run. A wait for a future is left out: in the
 * common pool {@code join} lets another thread stand in for the one that waits.
 */
final class TaskWork {
  /** What makes a thread wait, and is not for the pool to make up for. */
  private static final Set<String> WAITING = Set.of("reactive", "process");

  private TaskWork() {}

  /** Whether one of the functions makes its thread wait for something slow. */
  static Truth waits(List<Expression> functions, Match match) {
    Truth truth = Truth.NO;
    for (Expression function : functions) {
      for (Site call : callsOf(function, match)) {
        truth = truth.or(waits(match.file(), call));
      }
    }
    return truth;
  }

  /** What the file shows to wait, or the only call there is, for a message. */
  static String text(List<Expression> functions, Match match) {
    List<Site> calls = new ArrayList<>();
    for (Expression function : functions) {
      calls.addAll(callsOf(function, match));
    }
    return calls.stream()
        .filter(call -> isSeen(known(match.file(), call)))
        .findFirst()
        .or(() -> calls.size() == 1 ? calls.stream().findFirst() : Optional.empty())
        .map(call -> " for `" + Calls.nameOf(call.node()) + "`")
        .orElse("");
  }

  private static boolean isSeen(Truth truth) {
    return truth.equals(Truth.SURE) || truth.equals(Truth.LIKELY);
  }

  /** The calls that a function makes whenever it runs, on the thread that runs it. */
  private static List<Site> callsOf(Expression function, Match match) {
    FileContext file = match.file();
    if (function instanceof MethodReferenceExpr) {
      return List.of(file.siteOf(function, match.site()));
    }
    List<Site> calls = new ArrayList<>();
    if (function instanceof LambdaExpr lambda) {
      lambda.walk(
          MethodCallExpr.class,
          call -> {
            Site site = file.siteOf(call, match.site());
            if (isOnItsThread(call, lambda, file, site) && isUsual(file, site)) {
              calls.add(site);
            }
          });
    }
    return calls;
  }

  private static boolean isUsual(FileContext file, Site site) {
    Surroundings around = SurroundingsReader.of(file).of(site);
    return !around.inCatch() && !around.onMiss();
  }

  private static boolean isOnItsThread(Node call, LambdaExpr task, FileContext file, Site near) {
    for (Node at = call; at != task; at = at.getParentNode().orElse(task)) {
      if (at instanceof BodyDeclaration<?>
          || at instanceof LambdaExpr inner
              && Calls.callGiven(inner)
                  .filter(to -> !file.calls().plays(file.siteOf(to, near), Roles.RUNS_LATER).isNo())
                  .isPresent()) {
        return false;
      }
    }
    return true;
  }

  private static Truth waits(FileContext file, Site call) {
    Truth known = known(file, call);
    TypeRef owner = file.calls().owner(call);
    boolean elsewhere =
        owner instanceof TypeRef.Unknown
            || owner instanceof TypeRef.ArrayOf
            || owner instanceof TypeRef.Named named && !file.isOpen(named);
    if (elsewhere || known.equals(Truth.SURE)) {
      return known;
    }
    String name = Calls.nameOf(call.node());
    Truth repository =
        RepositoryTypes.isHarmless(name)
            ? Truth.NO
            : RepositoryTypes.is(file.erased(owner), file.types().resolver(), file.knowledge());
    MethodRef method = file.calls().method(call, owner, name);
    return known
        .or(repository)
        .or(Truth.open(new Question.Does(method, Roles.REMOTE_CALL)))
        .or(Truth.open(new Question.Does(method, Roles.QUERY)));
  }

  private static Truth known(FileContext file, Site call) {
    Truth truth =
        RemoteCalls.is(file, call)
            .or(file.calls().plays(call, Roles.QUERY))
            .or(file.calls().plays(call, Roles.QUERY_BATCH));
    for (Calls.Known waits : file.calls().known(call, Roles.WAITS)) {
      truth = WAITING.contains(waits.member().kind()) ? truth.or(waits.truth()) : truth;
    }
    for (Calls.Known blocks : file.calls().known(call, Roles.BLOCKS)) {
      truth = blocks.member().kind().equals("clock") ? truth.or(blocks.truth()) : truth;
    }
    return truth;
  }
}
