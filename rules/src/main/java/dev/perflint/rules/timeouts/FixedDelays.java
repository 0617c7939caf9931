package dev.perflint.rules.timeouts;

import com.github.javaparser.ast.expr.AnnotationExpr;
import dev.perflint.facts.Annotations;
import dev.perflint.facts.FileContext;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.Optional;
import java.util.Set;

/** Annotations that ask for retries after the same wait each time. */
final class FixedDelays {
  /** What varies the wait, or says it in a way that no file shows. */
  private static final Set<String> VARIES =
      Set.of(
          "multiplier",
          "multiplierExpression",
          "random",
          "randomExpression",
          "maxDelay",
          "maxDelayExpression");

  private static final String BACK_OFF = "backoff";

  private FixedDelays() {}

  /** {@code @Retryable} waits for a second each time where nobody says otherwise. */
  static Truth areAsked(FileContext file, Site site) {
    AnnotationExpr retries = (AnnotationExpr) site.node();
    boolean fixed =
        Annotations.playsRole(retries, Roles.FIXED_DELAY, file, site.frame())
            && !isNamed(retries, "interceptor")
            && value(retries, BACK_OFF)
                .map(wait -> VARIES.stream().noneMatch(name -> isNamed(wait, name)))
                .orElse(true);
    return Truth.of(fixed);
  }

  private static Optional<AnnotationExpr> value(AnnotationExpr annotation, String name) {
    return annotation
        .toNormalAnnotationExpr()
        .flatMap(
            normal ->
                normal.getPairs().stream()
                    .filter(pair -> pair.getNameAsString().equals(name))
                    .flatMap(pair -> pair.getValue().toAnnotationExpr().stream())
                    .findFirst());
  }

  private static boolean isNamed(AnnotationExpr annotation, String name) {
    return annotation
        .toNormalAnnotationExpr()
        .filter(
            normal ->
                normal.getPairs().stream().anyMatch(pair -> pair.getNameAsString().equals(name)))
        .isPresent();
  }
}
