package dev.perflint.rules.caching;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.type.Type;
import dev.perflint.facts.Literals;
import dev.perflint.facts.MemberNames;
import dev.perflint.facts.Variable;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The field that keeps a new cache, and what its file does with it. */
final class KeptCache {
  private static final List<String> REMOVALS =
      List.of("invalidate", "invalidateAll", "remove", "removeIf", "clear", "policy");

  private static final List<String> LOOKUPS =
      List.of("get", "getUnchecked", "getIfPresent", "put", "computeIfAbsent", "refresh");

  /**
   * Types of which a request can bring ever new values. A type of the program's own may have few
   * values by its nature, and its file is not seen here.
   */
  private static final Set<String> OF_ANY_NUMBER =
      Set.of("String", "Long", "Integer", "UUID", "URI", "URL", "InetAddress");

  private static final String BUSY = "request message event-loop reactive";

  private KeptCache() {}

  /** {@code Cache<String, Shape>}, in a field; whoever is handed a cache may empty it. */
  static boolean hasKeysOfAnyNumber(Match match) {
    return field(match)
        .map(VariableDeclarator::getType)
        .flatMap(Type::toClassOrInterfaceType)
        .flatMap(type -> type.getTypeArguments())
        .flatMap(arguments -> arguments.getFirst())
        .flatMap(Type::toClassOrInterfaceType)
        .filter(key -> OF_ANY_NUMBER.contains(key.getNameAsString()))
        .isPresent();
  }

  /** An object keeps it that is made for a request or message, and goes with it. */
  static Truth isMadePerRequest(Match match) {
    Optional<Node> field = field(match).flatMap(Node::getParentNode);
    if (!(field.orElse(null) instanceof FieldDeclaration kept) || kept.isStatic()) {
      return Truth.NO;
    }
    String type = match.file().typeNameAround(match.site().frame());
    List<String> constructors = new ArrayList<>();
    kept.findAncestor(ClassOrInterfaceDeclaration.class)
        .ifPresent(
            around ->
                around
                    .getConstructors()
                    .forEach(made -> constructors.add(MemberNames.signature(made))));
    Truth truth = Truth.NO;
    for (String constructor :
        constructors.isEmpty() ? List.of(MemberNames.CONSTRUCTOR + "()") : constructors) {
      truth = truth.or(Truth.open(new Question.RunsPer(type + "#" + constructor, BUSY, false)));
    }
    return truth;
  }

  /** Some method of the file takes entries out of this cache. */
  static boolean isEmptied(Match match) {
    return calls(REMOVALS, match).findAny().isPresent();
  }

  /** Each key that the file asks for is a constant, so that there are as many entries as those. */
  static boolean hasConstantKeys(Match match) {
    List<Site> lookups = calls(LOOKUPS, match).toList();
    return !lookups.isEmpty() && lookups.stream().allMatch(KeptCache::asksForConstant);
  }

  private static boolean asksForConstant(Site lookup) {
    return lookup
        .as(MethodCallExpr.class)
        .getArguments()
        .getFirst()
        .filter(key -> Literals.text(key, lookup.scope()).isPresent())
        .isPresent();
  }

  /** Calls of those names on the cache itself or on a view of it, as {@code cache.asMap()}. */
  private static Stream<Site> calls(List<String> names, Match match) {
    Optional<VariableDeclarator> field = field(match);
    return names.stream()
        .flatMap(name -> match.callsNamed(name).stream())
        .filter(site -> receiver(site).filter(used -> used == field.orElse(null)).isPresent());
  }

  private static Optional<Node> receiver(Site site) {
    Optional<Expression> at = Optional.of(site.as(MethodCallExpr.class));
    while (at.isPresent() && at.get() instanceof MethodCallExpr call) {
      at = call.getScope();
    }
    return at.flatMap(root -> Variable.meantBy(root, site.scope())).map(Variable::declaration);
  }

  private static Optional<VariableDeclarator> field(Match match) {
    Node parent = match.node().getParentNode().orElseThrow();
    if (parent instanceof VariableDeclarator held) {
      return Optional.of(held).filter(KeptCache::isField);
    }
    if (parent instanceof AssignExpr assign) {
      return Variable.meantBy(assign.getTarget(), match.site().scope())
          .filter(Variable::isField)
          .map(Variable::declaration)
          .filter(VariableDeclarator.class::isInstance)
          .map(VariableDeclarator.class::cast);
    }
    return Optional.empty();
  }

  private static boolean isField(VariableDeclarator held) {
    return held.getParentNode().filter(FieldDeclaration.class::isInstance).isPresent();
  }
}
