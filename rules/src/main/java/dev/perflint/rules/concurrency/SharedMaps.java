package dev.perflint.rules.concurrency;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.type.Type;
import dev.perflint.facts.Variable;
import dev.perflint.match.Match;
import dev.perflint.types.TypeRef;
import java.util.Optional;

/** Maps that several threads change: whoever takes a concurrent one for a field expects them. */
final class SharedMaps {
  private static final String CONCURRENT = "java.util.concurrent.ConcurrentHashMap";

  private SharedMaps() {}

  /** Whether the match calls a method of a concurrent hash map that an own field holds. */
  static boolean isOfField(Match match) {
    Optional<VariableDeclarator> field =
        Optional.of(match.node())
            .filter(MethodCallExpr.class::isInstance)
            .flatMap(call -> ((MethodCallExpr) call).getScope())
            .flatMap(map -> Variable.meantBy(map, match.site().scope()))
            .filter(Variable::isField)
            .map(variable -> (VariableDeclarator) variable.declaration());
    return field.isPresent()
        && (isConcurrent(field.get().getType(), match)
            || FieldValues.of(
                    field.get().getNameAsString(), field.get().getInitializer(), match.file())
                .stream()
                .anyMatch(value -> makes(value, match)));
  }

  private static boolean isConcurrent(Type declared, Match match) {
    return isConcurrent(match.file().typeOf(declared, match.site().frame()));
  }

  private static boolean isConcurrent(TypeRef type) {
    return type instanceof TypeRef.Named named && named.name().equals(CONCURRENT);
  }

  private static boolean makes(Expression value, Match match) {
    return value.isObjectCreationExpr()
        && isConcurrent(match.file().typeOf(value, match.site().scope()));
  }
}
