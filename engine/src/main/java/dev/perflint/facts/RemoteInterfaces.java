package dev.perflint.facts;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Frame;
import dev.perflint.types.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Interfaces that a library implements by sending requests: Feign clients and their like. */
public final class RemoteInterfaces {
  /** What stands for an answer that has not come yet. */
  private static final Set<String> PROMISES =
      Set.of(
          "java.util.concurrent.Future",
          "java.util.concurrent.CompletableFuture",
          "java.util.concurrent.CompletionStage",
          "java.util.concurrent.Flow.Publisher",
          "com.google.common.util.concurrent.ListenableFuture",
          "io.reactivex.rxjava3.core.Completable",
          "io.reactivex.rxjava3.core.Flowable",
          "io.reactivex.rxjava3.core.Maybe",
          "io.reactivex.rxjava3.core.Observable",
          "io.reactivex.rxjava3.core.Single",
          "io.smallrye.mutiny.Multi",
          "io.smallrye.mutiny.Uni",
          "org.reactivestreams.Publisher",
          "org.springframework.util.concurrent.ListenableFuture",
          "reactor.core.publisher.Flux",
          "reactor.core.publisher.Mono",
          "retrofit2.Call");

  private RemoteInterfaces() {}

  /**
   * The annotation by which a library implements the method, on it or on its interface; empty for a
   * method with a body.
   */
  public static Optional<AnnotationExpr> annotation(
      MethodDeclaration method, Frame member, FileContext file) {
    List<String> wanted = file.knowledge().annotations(Roles.REMOTE_CLIENT);
    Optional<ClassOrInterfaceDeclaration> type =
        member
            .nearest(Frame.Kind.TYPE)
            .map(Frame::node)
            .filter(ClassOrInterfaceDeclaration.class::isInstance)
            .map(ClassOrInterfaceDeclaration.class::cast)
            .filter(ClassOrInterfaceDeclaration::isInterface);
    if (wanted.isEmpty() || type.isEmpty() || method.getBody().isPresent()) {
      return Optional.empty();
    }
    Optional<AnnotationExpr> own = Annotations.find(method, wanted, file.names(), member);
    return own.isPresent() ? own : Annotations.find(type.get(), wanted, file.names(), member);
  }

  /** Whether a call of the method waits: one that returns a future or a publisher does not. */
  public static boolean waits(TypeRef returned) {
    return returned instanceof TypeRef.Named named && !PROMISES.contains(named.name())
        || returned instanceof TypeRef.ArrayOf
        || returned instanceof TypeRef.OneOf oneOf
            && oneOf.names().stream().noneMatch(PROMISES::contains);
  }
}
