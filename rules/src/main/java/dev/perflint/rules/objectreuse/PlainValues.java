package dev.perflint.rules.objectreuse;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import dev.perflint.facts.Calls;
import dev.perflint.facts.FileContext;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Mappers that have no class to look at: they read or write trees, texts, numbers, and collections
 * of these. What is lost with one of them is its own set-up.
 */
final class PlainValues {
  private static final Set<String> READS_TREE =
      Set.of("readTree", "createObjectNode", "createArrayNode");

  private static final Set<String> WRITES_FIRST =
      Set.of("writeValueAsString", "writeValueAsBytes", "valueToTree", "toJson", "toJsonTree");

  private static final Set<String> WRITES_SECOND = Set.of("writeValue");

  /** Reads what it has written itself. */
  private static final String CONVERTS = "convertValue";

  private static final Set<String> READS = Set.of("readValue", "fromJson", CONVERTS);

  /** Set-up that searches the class path or names classes. */
  private static final List<String> COSTLY_SETTERS =
      List.of("find", "register", "addMixIn", "addModule", "readerFor", "writerFor", "forType");

  private static final Set<String> STAND_FOR =
      Set.of(
          "java.lang.Class",
          "com.fasterxml.jackson.core.type.TypeReference",
          "tools.jackson.core.type.TypeReference",
          "com.google.gson.reflect.TypeToken");

  private static final Set<String> SCALARS =
      Set.of(
          "boolean",
          "byte",
          "char",
          "double",
          "float",
          "int",
          "long",
          "short",
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.CharSequence",
          "java.lang.Character",
          "java.lang.Double",
          "java.lang.Float",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Number",
          "java.lang.Short",
          "java.lang.String",
          "java.math.BigDecimal",
          "java.math.BigInteger");

  private static final Set<String> COLLECTIONS =
      Set.of(
          "java.util.ArrayList",
          "java.util.Collection",
          "java.util.HashMap",
          "java.util.HashSet",
          "java.util.LinkedHashMap",
          "java.util.LinkedHashSet",
          "java.util.LinkedList",
          "java.util.List",
          "java.util.Map",
          "java.util.Set",
          "java.util.SortedMap",
          "java.util.SortedSet",
          "java.util.TreeMap",
          "java.util.TreeSet",
          "java.util.concurrent.ConcurrentHashMap",
          "java.util.concurrent.ConcurrentMap");

  private static final Set<String> TREES =
      Set.of(
          "com.fasterxml.jackson.databind.JsonNode",
          "com.fasterxml.jackson.databind.node.ArrayNode",
          "com.fasterxml.jackson.databind.node.ObjectNode",
          "tools.jackson.databind.JsonNode",
          "tools.jackson.databind.node.ArrayNode",
          "tools.jackson.databind.node.ObjectNode",
          "com.google.gson.JsonArray",
          "com.google.gson.JsonElement",
          "com.google.gson.JsonObject");

  private final Match match;

  private PlainValues(Match match) {
    this.match = match;
  }

  /** Whether all that this mapper reads and writes is such, as far as its method shows. */
  static boolean areAll(Match match) {
    return new PlainValues(match).areAll();
  }

  private boolean areAll() {
    List<Expression> starts = MapperUse.starts(match);
    boolean used = false;
    for (Expression start : starts) {
      Expression end = start;
      for (MethodCallExpr setter : MapperUse.kept(start, match)) {
        if (isCostly(setter)) {
          return false;
        }
        end = setter;
      }
      Optional<MethodCallExpr> use = Calls.callOn(end);
      boolean plain = use.map(this::isPlain).orElse(end == start || isDone(end));
      if (!plain) {
        return false;
      }
      used |= use.isPresent();
    }
    return used && !isSetUpAtCost() && isOnlyCalled();
  }

  /** A setter as a statement, or the last of those that the variable is initialised with. */
  private boolean isDone(Expression setter) {
    Node parent = setter.getParentNode().orElse(null);
    return parent instanceof ExpressionStmt
        || MapperUse.variable(match).filter(variable -> variable == parent).isPresent();
  }

  /** Calls before the last one of a chain that makes it. */
  private boolean isSetUpAtCost() {
    return match.node() instanceof MethodCallExpr made
        && made.findAll(MethodCallExpr.class).stream().anyMatch(PlainValues::isCostly);
  }

  private static boolean isCostly(MethodCallExpr setter) {
    return COSTLY_SETTERS.stream().anyMatch(setter.getNameAsString()::startsWith);
  }

  /** Whether its variable is nothing but a receiver. */
  private boolean isOnlyCalled() {
    return MapperUse.variable(match)
        .map(variable -> file().lifetimes().uses(variable))
        .map(uses -> uses.stream().allMatch(use -> Calls.callOn(use).isPresent()))
        .orElse(true);
  }

  private boolean isPlain(MethodCallExpr use) {
    String name = use.getNameAsString();
    if (READS_TREE.contains(name)) {
      return true;
    }
    if (WRITES_FIRST.contains(name) && !use.getArguments().isEmpty()) {
      return isPlain(typeOf(use.getArgument(0), use));
    }
    if (WRITES_SECOND.contains(name) && use.getArguments().size() == 2) {
      return isPlain(typeOf(use.getArgument(1), use));
    }
    return READS.contains(name)
        && use.getArguments().size() == 2
        && isPlain(named(use.getArgument(1), use))
        && (!name.equals(CONVERTS) || isPlain(typeOf(use.getArgument(0), use)));
  }

  /** What a class, a {@code TypeReference} or a {@code TypeToken} stands for. */
  private TypeRef named(Expression given, MethodCallExpr use) {
    Expression at = given;
    if (at instanceof MethodCallExpr of
        && of.getNameAsString().equals("getType")
        && of.getScope().isPresent()) {
      at = of.getScope().get();
    }
    return typeOf(at, use) instanceof TypeRef.Named type
            && STAND_FOR.contains(type.name())
            && type.arguments().size() == 1
        ? type.arguments().get(0)
        : TypeRef.UNKNOWN;
  }

  private TypeRef typeOf(Expression expression, MethodCallExpr use) {
    Site site = file().siteOf(use, match.site());
    return file().typeOf(expression, site.scope());
  }

  /** A collection without its type arguments may hold anything. */
  private static boolean isPlain(TypeRef type) {
    if (type instanceof TypeRef.ArrayOf array) {
      return isPlain(array.component());
    }
    if (!(type instanceof TypeRef.Named named)) {
      return false;
    }
    return SCALARS.contains(named.name())
        || TREES.contains(named.name())
        || COLLECTIONS.contains(named.name())
            && !named.arguments().isEmpty()
            && named.arguments().stream().allMatch(PlainValues::isPlain);
  }

  private FileContext file() {
    return match.file();
  }
}
