package dev.perflint.rules.objectreuse;

import static dev.perflint.match.Conditions.that;

import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.google.auto.service.AutoService;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;
import dev.perflint.source.Scope;
import java.util.Optional;

/** Flags providers that are looked up, and containers that are built, for one request each. */
@AutoService(RuleSource.class)
public final class ServiceLoaderPerCall implements RuleSource {
  @Override
  public Rule rule() {
    return MadePerCall.in(
            MadePerCall.hot(),
            "service-loader",
            Rule.named("service-loader-per-call")
                .since("0.1")
                .theme(Theme.OBJECT_REUSE)
                .group(Group.PREVIEW)
                .risk(Risk.LATENCY)
                .effectFromKnowledge(
                    "50 µs to 1 ms to look for providers, 10 ms to 3 s for an injector or a context of Spring")
                .technique(Technique.OBJECT_REUSE)
                .effort(Effort.HOURS_1)
                .summary("providers looked up, or an injector or context built, for each request")
                .why(
                    """
                    A `ServiceLoader` opens or looks into every jar of the class path, reads what each says of the service and
                    makes the providers by reflection; the answer is the same each time. An injector or an application
                    context reads all its definitions and makes all its objects, which is what a start-up is for.""")
                .instead(
                    "Load once and keep the providers in a final field, or build the container when the application"
                        + " starts. A `ServiceLoader` itself is not thread-safe: keep what it gives.")
                .caveat(
                    "It does not matter for a rare action, nor where plug-ins may come and go between two requests.")
                .evidence(
                    new Evidence.Reference(
                        "The documentation says that a loader locates providers lazily, in each loader anew, and that"
                            + " its instances are not safe for use by several threads.",
                        "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/ServiceLoader.html")))
        .unless("of a loader of its own", that("it is given one", m -> hasOwnLoader(m)))
        .build();
  }

  /** {@code ServiceLoader.load(type, loader)} with one that the method makes or is handed. */
  private static boolean hasOwnLoader(Match match) {
    Optional<Expression> loader =
        match.callee().equals("load") ? match.argument(1) : Optional.empty();
    if (loader.isPresent() && loader.get().isObjectCreationExpr()) {
      return true;
    }
    return loader
        .filter(NameExpr.class::isInstance)
        .flatMap(name -> match.site().scope().local(name.asNameExpr().getNameAsString()))
        .map(Scope::declaration)
        .filter(
            held ->
                held instanceof Parameter
                    || held instanceof VariableDeclarator variable
                        && variable
                            .getInitializer()
                            .filter(Expression::isObjectCreationExpr)
                            .isPresent())
        .isPresent();
  }
}
