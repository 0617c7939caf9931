package dev.perflint.rules.caching;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.facts.Annotations;
import dev.perflint.facts.Caching;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.ProjectCalls;
import dev.perflint.facts.RemoteCalls;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is loaded when a cache has no value, by everyone who finds that at the same time. */
final class CacheLoads {
  private static final List<String> CACHEABLE =
      List.of("org.springframework.cache.annotation.Cacheable");

  /** With these Spring does not allow to lock an entry. */
  private static final Set<String> OTHERS = Set.of("CachePut", "CacheEvict", "Caching");

  private static final Set<String> LOCKING = Set.of("lock", "tryLock", "lockInterruptibly");

  private CacheLoads() {}

  /** Whether Spring caches what the method returns, and could lock the entry but does not. */
  static Truth areUnlocked(FileContext file, Site site) {
    MethodDeclaration method = site.as(MethodDeclaration.class);
    if (method.getAnnotations().isEmpty() || method.getBody().isEmpty() || hasOther(method)) {
      return Truth.NO;
    }
    return Truth.of(
        Annotations.find(method, CACHEABLE, file.names(), site.frame())
            .filter(CacheLoads::mayLock)
            .isPresent());
  }

  /** The annotation of a method does nothing where nobody tells Spring to look for it. */
  static Truth areIgnored(Match match) {
    return match.node() instanceof MethodDeclaration ? Caching.anywhere().not() : Truth.NO;
  }

  private static boolean hasOther(MethodDeclaration method) {
    return method.getAnnotations().stream()
        .anyMatch(annotation -> OTHERS.contains(annotation.getName().getIdentifier()));
  }

  private static boolean mayLock(AnnotationExpr cacheable) {
    if (cacheable.isSingleMemberAnnotationExpr()) {
      return !isSeveral(cacheable.asSingleMemberAnnotationExpr().getMemberValue());
    }
    return !cacheable.isNormalAnnotationExpr()
        || cacheable.asNormalAnnotationExpr().getPairs().stream().noneMatch(CacheLoads::forbids);
  }

  private static boolean forbids(MemberValuePair pair) {
    String name = pair.getNameAsString();
    return name.equals("unless") || name.equals("sync") || isSeveral(pair.getValue());
  }

  private static boolean isSeveral(Expression value) {
    return value.isArrayInitializerExpr() && value.asArrayInitializerExpr().getValues().size() > 1;
  }

  /** Whether the load does something of that role and waits for it. */
  static Truth wait(Match match, String role) {
    Truth truth = Truth.NO;
    for (MethodCallExpr call : calls(match)) {
      if (call.findAncestor(LambdaExpr.class).isEmpty()) {
        truth = truth.or(waits(match.file(), match.file().siteOf(call, match.site()), role));
      }
    }
    return truth;
  }

  private static Truth waits(FileContext file, Site call, String role) {
    Truth known =
        role.equals(Roles.REMOTE_CALL)
            ? RemoteCalls.is(file, call)
            : file.calls().plays(call, role);
    return known.or(ProjectCalls.does(file, call, role));
  }

  /** Those of the whole method, or those between the look into the cache and the put. */
  private static List<MethodCallExpr> calls(Match match) {
    if (!(match.node() instanceof MethodCallExpr look)) {
      return match.node().findAll(MethodCallExpr.class);
    }
    Optional<MethodCallExpr> put = putAfter(look, match);
    if (put.isEmpty()) {
      return List.of();
    }
    return look.findAncestor(MethodDeclaration.class).stream()
        .flatMap(method -> method.findAll(MethodCallExpr.class).stream())
        .filter(call -> isAfter(call, look, match) && !look.isAncestorOf(call))
        .filter(call -> put.get().isAncestorOf(call) || isAfter(put.get(), call, match))
        .toList();
  }

  /** {@code v = cache.getIfPresent(key)}, a null test of v, and {@code cache.put(key, ...)}. */
  private static Optional<MethodCallExpr> putAfter(MethodCallExpr look, Match match) {
    Optional<String> held = holder(look);
    Optional<MethodDeclaration> method = look.findAncestor(MethodDeclaration.class);
    if (held.isEmpty() || method.isEmpty() || !isTested(held.get(), method.get())) {
      return Optional.empty();
    }
    return method
        .get()
        .findFirst(
            MethodCallExpr.class,
            put ->
                put.getNameAsString().equals("put")
                    && put.getScope().equals(look.getScope())
                    && put.getArguments().size() == 2
                    && put.getArgument(0).equals(look.getArgument(0))
                    && isAfter(put, look, match));
  }

  private static Optional<String> holder(MethodCallExpr look) {
    Node parent = look.getParentNode().orElse(null);
    if (parent instanceof VariableDeclarator variable) {
      return Optional.of(variable.getNameAsString());
    }
    return parent instanceof AssignExpr assign && assign.getTarget() instanceof NameExpr name
        ? Optional.of(name.getNameAsString())
        : Optional.empty();
  }

  private static boolean isTested(String name, MethodDeclaration method) {
    return method
        .findFirst(
            BinaryExpr.class,
            test ->
                test.getRight().isNullLiteralExpr()
                    && test.getLeft() instanceof NameExpr tested
                    && tested.getNameAsString().equals(name))
        .isPresent();
  }

  private static boolean isAfter(Node later, Node first, Match match) {
    return match.file().unit().region(later).compareTo(match.file().unit().region(first)) > 0;
  }

  /** Whoever loads has a lock, of the method or one that it takes. */
  static boolean holdLock(Match match) {
    if (match.site().frame().nearestInBody(Frame.Kind.LOCK).isPresent()) {
      return true;
    }
    Optional<MethodDeclaration> method =
        match.node() instanceof MethodDeclaration own
            ? Optional.of(own)
            : match.node().findAncestor(MethodDeclaration.class);
    return method
        .filter(
            around ->
                around.isSynchronized()
                    || around
                        .findFirst(
                            MethodCallExpr.class, call -> LOCKING.contains(call.getNameAsString()))
                        .isPresent())
        .isPresent();
  }
}
