package dev.perflint.rules.objectreuse;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.facts.Calls;
import dev.perflint.match.Match;
import dev.perflint.types.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is done with a mapper. Its setters return it, and its readers and writers keep it alive, so
 * a chain of calls on it may end in something that outlives the method.
 */
final class MapperUse {
  private static final Set<String> MAPPERS =
      Set.of(
          "com.fasterxml.jackson.databind.ObjectMapper",
          "tools.jackson.databind.ObjectMapper",
          "com.google.gson.Gson");

  private static final Set<String> KEEPERS =
      Set.of(
          "com.fasterxml.jackson.databind.ObjectMapper",
          "tools.jackson.databind.ObjectMapper",
          "com.google.gson.Gson",
          "com.fasterxml.jackson.databind.ObjectReader",
          "com.fasterxml.jackson.databind.ObjectWriter",
          "tools.jackson.databind.ObjectReader",
          "tools.jackson.databind.ObjectWriter",
          "com.google.gson.TypeAdapter");

  private MapperUse() {}

  /** Whether neither the mapper nor a reader or writer of it outlives the method. */
  static Truth isDropped(Match match) {
    Truth truth = Truth.SURE;
    for (Expression start : starts(match)) {
      List<MethodCallExpr> calls = calls(start, KEEPERS, match);
      Expression end = calls.isEmpty() ? start : calls.get(calls.size() - 1);
      truth = truth.and(Truth.of(match.file().lifetimes().staysLocal(end)));
    }
    return truth;
  }

  /** Whether a parameter of the method decides how the mapper is set up, before or after. */
  static boolean takesParameters(Match match) {
    List<Expression> settings = new ArrayList<>();
    for (Expression start : starts(match)) {
      calls(start, MAPPERS, match).forEach(call -> settings.addAll(call.getArguments()));
    }
    return match.chain().takesParameters() || match.chain().mentionParameters(settings);
  }

  /** Where chains of calls on the mapper begin: its creation, and each use of its variable. */
  static List<Expression> starts(Match match) {
    List<Expression> starts = new ArrayList<>();
    starts.add((Expression) match.node());
    variable(match)
        .ifPresent(
            variable ->
                match.file().lifetimes().uses(variable).stream()
                    .filter(use -> Calls.callOn(use).isPresent())
                    .forEach(starts::add));
    return starts;
  }

  /** The variable that holds it once it is set up. */
  static Optional<VariableDeclarator> variable(Match match) {
    Expression made = (Expression) match.node();
    List<MethodCallExpr> setters = calls(made, MAPPERS, match);
    Expression end = setters.isEmpty() ? made : setters.get(setters.size() - 1);
    return end.getParentNode()
        .filter(VariableDeclarator.class::isInstance)
        .map(VariableDeclarator.class::cast);
  }

  /** The calls from there on whose results are the mapper still, or a reader or writer of it. */
  static List<MethodCallExpr> kept(Expression start, Match match) {
    return calls(start, KEEPERS, match);
  }

  /** The chain of calls on an expression as far as their results are of these types. */
  private static List<MethodCallExpr> calls(Expression start, Set<String> types, Match match) {
    List<MethodCallExpr> calls = new ArrayList<>();
    Optional<MethodCallExpr> next = Calls.callOn(start);
    while (next.isPresent() && isOneOf(types, next.get(), match)) {
      calls.add(next.get());
      next = Calls.callOn(next.get());
    }
    return calls;
  }

  private static boolean isOneOf(Set<String> types, MethodCallExpr call, Match match) {
    Truth truth = Truth.NO;
    for (String type : types) {
      truth = truth.or(match.file().isA(call, match.site().scope(), type));
    }
    return truth.mayBeReported();
  }
}
