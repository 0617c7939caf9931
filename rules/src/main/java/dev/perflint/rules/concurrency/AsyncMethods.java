package dev.perflint.rules.concurrency;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.facts.Annotations;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.ProjectCalls;
import dev.perflint.facts.RemoteCalls;
import dev.perflint.facts.Surroundings;
import dev.perflint.facts.SurroundingsReader;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.List;
import java.util.Optional;

/** Methods that Spring runs on an executor. */
final class AsyncMethods {
  private static final List<String> ASYNC =
      List.of("org.springframework.scheduling.annotation.Async");

  private AsyncMethods() {}

  /** Whether a method is one and leaves it to Spring which executor that is. */
  static Truth nameNoExecutor(FileContext file, Site site) {
    MethodDeclaration method = site.as(MethodDeclaration.class);
    // What a proxy cannot override runs on its caller's thread.
    if (method.getAnnotations().isEmpty() || method.isStatic() || method.isPrivate()) {
      return Truth.NO;
    }
    Optional<AnnotationExpr> async = Annotations.find(method, ASYNC, file.names(), site.frame());
    return Truth.of(async.filter(AsyncMethods::isEmpty).isPresent());
  }

  private static boolean isEmpty(AnnotationExpr annotation) {
    return annotation.isMarkerAnnotationExpr()
        || annotation.isNormalAnnotationExpr()
            && annotation.asNormalAnnotationExpr().getPairs().isEmpty();
  }

  /**
   * Whether the method that is matched asks another service and waits for the answer. Of the method
   * itself nobody else says that: those who call it do not wait.
   */
  static Truth wait(Match match) {
    Truth truth = Truth.NO;
    for (MethodCallExpr call : match.node().findAll(MethodCallExpr.class)) {
      Site site = match.file().siteOf(call, match.site());
      Surroundings around = SurroundingsReader.of(match.file()).of(site);
      if (!around.inCatch() && !around.onMiss() && !around.later()) {
        truth =
            truth
                .or(RemoteCalls.is(match.file(), site))
                .or(ProjectCalls.does(match.file(), site, Roles.REMOTE_CALL));
      }
    }
    return truth;
  }
}
