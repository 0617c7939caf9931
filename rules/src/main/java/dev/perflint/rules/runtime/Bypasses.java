package dev.perflint.rules.runtime;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.Transactions;
import dev.perflint.facts.TypeTraits;
import dev.perflint.match.Match;
import dev.perflint.rules.runtime.ProxiedMethods.Proxied;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a call past the proxy loses, and whether that matters where it stands. */
final class Bypasses {
  private static final String ASYNC = "Async";
  private static final String CACHEABLE = "Cacheable";
  private static final String RETRYABLE = "Retryable";
  private static final String TRANSACTIONAL = "Transactional";
  private static final Set<String> CHANGES_CACHE = Set.of("CacheEvict", "CachePut", "Caching");

  /** Of several annotations on a method the costliest to lose is spoken of. */
  private static final List<String> BY_COST =
      List.of(ASYNC, CACHEABLE, RETRYABLE, "Caching", "CachePut", "CacheEvict", TRANSACTIONAL);

  /** A transaction of its own is lost inside of another one, too. */
  private static final String ANOTHER = "REQUIRES_NEW";

  /** Values of `propagation` with which there may be no transaction anyway. */
  private static final List<String> NONE = List.of("SUPPORTS", "NEVER");

  private Bypasses() {}

  static Truth areCalled(FileContext file, Site site) {
    return Truth.of(ProxiedMethods.of(file).calledOnSelf(site).isPresent());
  }

  /** Of a class with interfaces the proxy may be one of those, which the modifier does not stop. */
  static Truth areFixed(FileContext file, Site site) {
    MethodDeclaration method = site.as(MethodDeclaration.class);
    boolean isFixed =
        method.isStatic()
            || method.isFinal()
                && !method.isPrivate()
                && method.getParentNode().orElse(null) instanceof ClassOrInterfaceDeclaration type
                && type.getImplementedTypes().isEmpty();
    return Truth.of(isFixed && ProxiedMethods.of(file).of(method).isPresent());
  }

  private static Proxied proxied(Match match) {
    ProxiedMethods methods = ProxiedMethods.of(match.file());
    return methods.of(match.node()).or(() -> methods.calledOnSelf(match.site())).orElseThrow();
  }

  private static String lost(Proxied proxied) {
    return BY_COST.stream()
        .filter(name -> proxied.asks(name).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Proxied> caller(Match match) {
    return match.node() instanceof MethodDeclaration
        ? Optional.empty()
        : ProxiedMethods.of(match.file()).around(match.site());
  }

  /** What runs in a cached method runs when the cache has nothing, and so on. */
  static boolean areDoubled(Match match) {
    Optional<Proxied> caller = caller(match);
    if (caller.isEmpty()) {
      return false;
    }
    Proxied proxied = proxied(match);
    String lost = lost(proxied);
    if (lost.equals(TRANSACTIONAL)) {
      return isAnother(proxied) && isAnother(caller.get());
    }
    boolean cache = lost.equals(CACHEABLE) || CHANGES_CACHE.contains(lost);
    return caller.get().asks(lost).isPresent()
        || cache && CHANGES_CACHE.stream().anyMatch(name -> caller.get().asks(name).isPresent());
  }

  static boolean areLater(Match match) {
    return match.surroundings().later() && lost(proxied(match)).equals(ASYNC);
  }

  private static boolean isAnother(Proxied proxied) {
    return proxied
        .asks(TRANSACTIONAL)
        .filter(asked -> asked.toString().contains(ANOTHER))
        .isPresent();
  }

  /** By the method around, one that calls it within the class, or a type that the class extends. */
  static Truth areInTransaction(Match match) {
    Proxied proxied = proxied(match);
    if (!lost(proxied).equals(TRANSACTIONAL)
        || match.node() instanceof MethodDeclaration
        || isAnother(proxied)) {
      return Truth.NO;
    }
    if (isInTransaction(match.site(), match, new HashSet<>())) {
      return Truth.SURE;
    }
    return match
        .site()
        .frame()
        .nearest(Frame.Kind.TYPE)
        .map(type -> TypeTraits.inherits(type, TypeTraits.TRANSACTIONAL, match.file()))
        .orElse(Truth.NO);
  }

  /** Of a method that no container calls nobody knows here what its callers have begun. */
  static boolean mayBeIn(Match match) {
    Proxied proxied = proxied(match);
    return lost(proxied).equals(TRANSACTIONAL)
        && !(match.node() instanceof MethodDeclaration)
        && !isAnother(proxied)
        && !match.file().roles().isEntry(match.site().frame());
  }

  private static boolean isInTransaction(Site site, Match match, Set<String> seen) {
    FileContext file = match.file();
    Transactions transactions = Transactions.of(file);
    if (transactions.around(site).isPresent()
        || ProxiedMethods.of(file).around(site).filter(Bypasses::opens).isPresent()) {
      return true;
    }
    Optional<Site> member = site.frame().member().map(around -> file.siteOf(around.node(), site));
    if (member.isEmpty() || !(member.get().node() instanceof MethodDeclaration method)) {
      return false;
    }
    return transactions.around(member.get()).isPresent()
        || seen.add(method.getNameAsString())
            && match.callsNamed(method.getNameAsString()).stream()
                .anyMatch(call -> isInTransaction(call, match, seen));
  }

  private static boolean opens(Proxied proxied) {
    return proxied.asks(TRANSACTIONAL).isPresent() && !mayBeNone(proxied);
  }

  private static boolean mayBeNone(Proxied proxied) {
    return proxied
        .asks(TRANSACTIONAL)
        .map(AnnotationExpr::toString)
        .filter(text -> NONE.stream().anyMatch(text::contains))
        .isPresent();
  }

  static boolean onlyRead(Match match) {
    Proxied proxied = proxied(match);
    return lost(proxied).equals(TRANSACTIONAL)
        && (mayBeNone(proxied)
            || proxied
                .asks(TRANSACTIONAL)
                .filter(asked -> asked.toString().replace(" ", "").contains("readOnly=true"))
                .isPresent());
  }

  static String message(Match match) {
    Proxied proxied = proxied(match);
    String lost = lost(proxied);
    String name = proxied.method().getNameAsString();
    if (match.node() instanceof MethodDeclaration method) {
      return "`@%s` of `%s` does nothing: no proxy can override a %s method."
          .formatted(lost, name, method.isStatic() ? "static" : "final");
    }
    return "`@%s` of `%s` does nothing for this call, which passes no proxy: %s."
        .formatted(lost, name, consequence(lost, proxied, match));
  }

  private static String consequence(String lost, Proxied proxied, Match match) {
    return switch (lost) {
      case ASYNC -> match.methodName() + " waits for it";
      case CACHEABLE -> "the cache is neither asked nor filled";
      case RETRYABLE -> "a failure is not tried again";
      case TRANSACTIONAL ->
          isAnother(proxied)
              ? "there is no transaction of its own"
              : "each statement is a transaction of its own";
      default -> "the cache stays as it is";
    };
  }
}
