package dev.perflint.rules.serialization;

import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.ValueOrigins;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Text or bytes that are read where they have just been written. */
final class RoundTrips {
  /** What reads, and what writes in its terms; wrappers of a project take the same names. */
  private static final Map<String, Set<String>> PAIRS =
      Map.of(
          "readValue", Set.of("writeValueAsString", "writeValueAsBytes"),
          "readTree", Set.of("writeValueAsString", "writeValueAsBytes"),
          "fromJson", Set.of("toJson"),
          "parseObject", Set.of("toJSONString", "toJsonString"),
          "parseArray", Set.of("toJSONString", "toJsonString"),
          "toBean", Set.of("toJsonStr"),
          "deserialize", Set.of("serialize"));

  private RoundTrips() {}

  /**
   * {@code mapper.readValue(mapper.writeValueAsString(order), Order.class)}: the same object or
   * class does both, so that nobody else is meant to see what is between.
   */
  static Truth isOne(FileContext file, Site site) {
    MethodCallExpr reading = site.as(MethodCallExpr.class);
    Set<String> writers = PAIRS.get(reading.getNameAsString());
    if (writers == null || reading.getArguments().isEmpty() || reading.getScope().isEmpty()) {
      return Truth.NO;
    }
    Optional<MethodCallExpr> writing = written(reading.getArgument(0), site);
    boolean same =
        writing.isPresent()
            && writers.contains(writing.get().getNameAsString())
            && writing.get().getScope().equals(reading.getScope())
            && !writing.get().getArguments().isEmpty();
    return same ? Truth.SURE : Truth.NO;
  }

  /** The call itself, or the only value of a local variable that nothing else uses. */
  private static Optional<MethodCallExpr> written(Expression text, Site site) {
    if (text instanceof MethodCallExpr call) {
      return Optional.of(call);
    }
    return text instanceof NameExpr name
        ? ValueOrigins.variable(name, site)
            .filter(variable -> isUsedOnce(variable.getNameAsString(), name))
            .flatMap(variable -> variable.getInitializer())
            .filter(MethodCallExpr.class::isInstance)
            .map(MethodCallExpr.class::cast)
        : Optional.empty();
  }

  private static boolean isUsedOnce(String variable, NameExpr use) {
    return use.findAncestor(BodyDeclaration.class)
        .map(member -> member.findAll(NameExpr.class, n -> n.getNameAsString().equals(variable)))
        .filter(uses -> uses.size() == 1)
        .isPresent();
  }

  static String way(Match match) {
    return match.callee().equals("clone") || match.callee().equals("deserialize")
        ? "its serialized bytes"
        : "its text";
  }
}
