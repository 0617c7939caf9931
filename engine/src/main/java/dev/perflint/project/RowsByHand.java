package dev.perflint.project;

import dev.perflint.analysis.CallFacts;
import dev.perflint.analysis.MethodFacts;
import dev.perflint.facts.MemberNames;
import dev.perflint.knowledge.Roles;
import dev.perflint.types.TypeRef;
import dev.perflint.types.TypeResolver;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Types of which some code makes objects from the columns of a result: whatever their annotations
 * say, no persistence context stands behind these, and their getters load nothing.
 */
final class RowsByHand {
  private static final Pattern JDBC =
      Pattern.compile(
          "(?:(?:NamedParameter)?Jdbc(?:Template|Operations|Client)|(?:Prepared|Callable)?Statement)[.].*");

  private static final Set<String> RESULTS =
      Set.of("java.sql.ResultSet", "org.springframework.jdbc.support.rowset.SqlRowSet");

  private RowsByHand() {}

  /** Qualified names of those types. */
  static Set<String> of(CallGraph graph, TypeResolver resolver) {
    Set<String> types = new HashSet<>();
    for (MethodFacts method : graph.methods()) {
      if (readsColumns(method, resolver)) {
        for (CallFacts call : method.calls()) {
          if (call.callee().name().equals(MemberNames.CONSTRUCTOR)
              && resolver.settle(call.callee().owner()) instanceof TypeRef.Named made) {
            types.add(made.name());
          }
        }
      }
    }
    return types;
  }

  /** It is handed a result, or handles one where it asks for it. */
  private static boolean readsColumns(MethodFacts method, TypeResolver resolver) {
    return method.parameters().stream().anyMatch(parameter -> isResult(parameter, resolver))
        || method.calls().stream()
            .flatMap(call -> call.effects().stream())
            .anyMatch(
                effect ->
                    effect.role().equals(Roles.QUERY) && JDBC.matcher(effect.what()).matches());
  }

  private static boolean isResult(TypeRef parameter, TypeResolver resolver) {
    return resolver.settle(parameter) instanceof TypeRef.Named named
        && RESULTS.contains(named.name());
  }
}
