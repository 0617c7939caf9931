package dev.perflint.rules.virtualthreads;

import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.perflint.facts.Variable;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Thread locals that give each thread one object of a kind, made when it first asks. */
final class ThreadCache {
  /** What costs nothing to make, or gathers what belongs to the task. */
  private static final Set<String> PLAIN =
      Set.of(
          "Boolean",
          "Integer",
          "Long",
          "Double",
          "String",
          "Object",
          "UUID",
          "AtomicInteger",
          "AtomicLong",
          "AtomicBoolean",
          "Optional",
          "List",
          "ArrayList",
          "LinkedList",
          "Set",
          "HashSet",
          "Map",
          "HashMap",
          "LinkedHashMap",
          "Deque",
          "ArrayDeque",
          "Queue",
          "Stack");

  private ThreadCache() {}

  /** Whether the match reads a private field that is one. */
  static boolean isRead(Match match) {
    return field(match.site())
        .filter(ThreadCache::isPrivate)
        .filter(ThreadCache::isWorthKeeping)
        .flatMap(VariableDeclarator::getInitializer)
        .filter(ThreadCache::makesFirstValue)
        .isPresent();
  }

  /** A value that is set, or taken away, belongs to the task. */
  static boolean isSet(Match match) {
    return Stream.of("set", "remove")
        .flatMap(name -> match.callsNamed(name).stream())
        .anyMatch(site -> field(site).equals(field(match.site())));
  }

  static String name(Match match) {
    return field(match.site()).map(VariableDeclarator::getNameAsString).orElse("it");
  }

  private static boolean isPrivate(VariableDeclarator variable) {
    return variable.getParentNode().orElse(null) instanceof FieldDeclaration declared
        && declared.isPrivate();
  }

  private static boolean isWorthKeeping(VariableDeclarator variable) {
    return variable
        .getType()
        .toClassOrInterfaceType()
        .flatMap(type -> type.getTypeArguments())
        .filter(of -> of.size() == 1)
        .flatMap(of -> of.get(0).toClassOrInterfaceType())
        .filter(kept -> !PLAIN.contains(kept.getNameAsString()))
        .isPresent();
  }

  private static boolean makesFirstValue(Expression made) {
    return made instanceof MethodCallExpr call && call.getNameAsString().equals("withInitial")
        || made instanceof ObjectCreationExpr own && own.getAnonymousClassBody().isPresent();
  }

  private static Optional<VariableDeclarator> field(Site site) {
    return Optional.of(site.node())
        .filter(MethodCallExpr.class::isInstance)
        .flatMap(call -> ((MethodCallExpr) call).getScope())
        .flatMap(local -> Variable.meantBy(local, site.scope()))
        .filter(Variable::isField)
        .map(variable -> (VariableDeclarator) variable.declaration());
  }
}
