package dev.perflint.facts;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Site;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.List;
import java.util.Map;

/**
 * Whether handlers of an event loop are added with threads of their own, on which they may wait. It
 * is said for all of a project: a pipeline mostly gets its handlers from factories, and those that
 * wait are those for which somebody made the threads. So it is with verticles that are deployed as
 * workers.
 */
public final class HandlerThreads {
  private static final String GIVEN = "handlers have threads";

  /** Of {@code ThreadingModel}; there is a {@code VIRTUAL_THREAD} and an {@code EVENT_LOOP}. */
  private static final String WORKER = "WORKER";

  private static final List<String> ADDING =
      List.of("addLast", "addFirst", "addBefore", "addAfter");

  private HandlerThreads() {}

  /** Whether some file adds a handler in that way. */
  public static Truth anywhere() {
    return Truth.open(new Question.Said(GIVEN));
  }

  /** What the file says to that: {@code pipeline.addLast(group, handler)}. */
  public static Map<String, Truth> of(FileContext file) {
    List<String> types = file.knowledge().types(Roles.HANDLER_THREADS);
    Truth truth = Truth.NO;
    for (String name : types.isEmpty() ? List.<String>of() : ADDING) {
      for (Site site : file.unit().sites().calls(name)) {
        MethodCallExpr call = site.as(MethodCallExpr.class);
        if (call.getArguments().size() > 1 && call.getScope().isPresent()) {
          truth = truth.or(isOne(call.getArgument(0), types, site, file));
        }
      }
    }
    if (deploysWorkers(file)) {
      truth = truth.or(Truth.LIKELY);
    }
    return truth.isNo() ? Map.of() : Map.of(GIVEN, truth);
  }

  /**
   * {@code setThreadingModel(ThreadingModel.WORKER)}, {@code setWorker(true)}: as Vert.x has it.
   */
  private static boolean deploysWorkers(FileContext file) {
    return isGiven(file, "setWorker", "true") || isGiven(file, "setThreadingModel", WORKER);
  }

  private static boolean isGiven(FileContext file, String setter, String word) {
    return file.unit().sites().calls(setter).stream()
        .flatMap(site -> site.as(MethodCallExpr.class).getArguments().stream())
        .map(Expression::toString)
        .anyMatch(given -> given.equals(word) || given.endsWith("." + word));
  }

  private static Truth isOne(Expression threads, List<String> types, Site site, FileContext file) {
    TypeRef type =
        threads.isNullLiteralExpr() ? TypeRef.UNKNOWN : file.typeOf(threads, site.scope());
    if (type instanceof TypeRef.OneOf oneOf && oneOf.names().stream().anyMatch(types::contains)) {
      return Truth.LIKELY;
    }
    Truth truth = file.types().resolver().isA(type, types);
    // Handlers of a library that nobody knows stand first more often than threads of one.
    return truth.isShown() ? truth : Truth.NO;
  }
}
