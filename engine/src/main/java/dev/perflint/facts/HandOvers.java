package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Site;
import dev.perflint.types.MethodRef;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.Optional;

/** What methods of other files do with an argument, as questions for the merge. */
public final class HandOvers {
  /** It is closed, or at least nobody keeps it. */
  public static final String DROPS = "drops";

  /** It is given a limit on how long it waits. */
  public static final String LIMITS = "limits";

  /** The function is called for each of several elements, one after the other. */
  public static final String ITERATES = "iterates";

  /** The function is called whenever it is handed over, before the method returns. */
  public static final String RUNS = "runs";

  private HandOvers() {}

  /**
   * Whether the call that a function is handed to always runs it: {@code inTransaction(() -> ...)},
   * {@code withRetries(() -> ...)}. Open for methods of the project.
   */
  static Truth runs(Node function, FileContext file) {
    Optional<MethodCallExpr> call = Calls.callGiven(function);
    Optional<Site> site = call.flatMap(file.unit().sites()::at);
    if (site.isEmpty()) {
      return Truth.NO;
    }
    Truth known = runAtOnce(site.get(), file);
    if (known.mayBeReported()) {
      return known;
    }
    int argument = position(function, call.get());
    return projectMethod(call.get(), file)
        .map(method -> Truth.open(new Question.DoesTo(method, argument, RUNS)))
        .orElse(Truth.NO);
  }

  /** Whether a library runs what a call hands over, in a transaction or without one. */
  static Truth runAtOnce(Site call, FileContext file) {
    Truth truth = file.calls().plays(call, Roles.RUNS_AT_ONCE);
    for (Calls.Known known : file.calls().known(call, Roles.TRANSACTION)) {
      if (known.member().kind().equals("function")) {
        truth = truth.or(known.truth());
      }
    }
    return truth;
  }

  /** Not by {@code indexOf}, which compares trees. */
  private static int position(Node argument, MethodCallExpr call) {
    int position = 0;
    while (call.getArgument(position) != argument) {
      position++;
    }
    return position;
  }

  /** The method that a call means, if the project may declare it. */
  static Optional<MethodRef> projectMethod(MethodCallExpr call, FileContext file) {
    Optional<Site> site = file.unit().sites().at(call);
    if (site.isEmpty()) {
      return Optional.empty();
    }
    TypeRef owner = file.calls().owner(site.get());
    boolean elsewhere =
        owner instanceof TypeRef.Unknown
            || owner instanceof TypeRef.ArrayOf
            || owner instanceof TypeRef.Named named && !file.isOpen(named);
    return elsewhere
        ? Optional.empty()
        : Optional.of(file.calls().method(site.get(), owner, call.getNameAsString()));
  }

  /** Whether the method does that to the argument. */
  public static Truth does(Handling.Handed handed, String what) {
    return Truth.open(new Question.DoesTo(handed.method(), handed.argument(), what));
  }
}
