package dev.perflint.facts;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithType;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.type.Type;
import dev.perflint.source.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What belongs to one thing, asked for by its key: the lines of an order, the groups of a user.
 * Those are a few, where a page or a table has many.
 */
final class RowsOfOne {
  private static final String EQUALS = "eq";

  private static final Pattern KEY =
      Pattern.compile(
          "id|uuid|[a-z]id|\\w*(Id|ID|Uuid|UUID|Key|No|Number|Sn)|(user|login)Name|username|login|email");

  /** To these belongs as much as there is. */
  private static final String GREAT_THINGS =
      "(tenant|org|organization|organisation|company|enterprise|realm|project|namespace|workspace"
          + "|app|application|site|shop|store|merchant|cluster|region|category|brand|dept"
          + "|department|school|facility|country)";

  private static final Pattern GREAT =
      Pattern.compile(GREAT_THINGS + "(Id|ID|Uuid|UUID|Key|No|Number)", Pattern.CASE_INSENSITIVE);

  /** The same, and what is said of many rows at once. */
  private static final Pattern NO_THING =
      Pattern.compile(
          GREAT_THINGS
              + "|\\w*(Status|State|Type|Kind|Level|Mode|Role|Date|Time|Instant|Name|Code|Language"
              + "|Locale|Source|Scope|Class|Priority|Severity|Result|Phase|Stage|Year|Month|Version"
              + "|Filter|Query|Criteria|Request|Example|Param|Params|Form|Condition|Page|Pageable"
              + "|Specification|Predicate|String|Integer|Long|Boolean|Object|List|Set|Map|Collection"
              + "|Ids|Keys)",
          Pattern.CASE_INSENSITIVE);

  /** {@code findByOrderId}, {@code linesOfOrderNo}. */
  private static final Pattern BY_KEY =
      Pattern.compile("\\w*?(?:By|For|Of)([A-Z]\\w*?(?:Id|ID|Uuid|UUID|No))(?:[A-Z]\\w*)?");

  /** {@code findByCidAndPid(id, 0)} asks for all roots of a tree. */
  private static final Pattern BY_PARENT = Pattern.compile("\\w*(Parent|ParentId|Pid|Kid|Root)");

  private static final Pattern NONE = Pattern.compile("0L?|-1L?|\"0\"|\"-1\"|null");

  /** What gives the same key in another way. */
  private static final Set<String> UNWRAPPING =
      Set.of("get", "orElseThrow", "toString", "intValue", "longValue", "trim");

  private static final Set<String> CONVERTING =
      Set.of("valueOf", "parseInt", "parseLong", "fromString", "toLong", "toInt", "toStr");

  /** Arguments that ask for a part of much. */
  private static final Pattern MUCH =
      Pattern.compile(
          "page|limit|offset|sort|filter|criteria|query|search|spec|between|since|ids$|keys$|list$",
          Pattern.CASE_INSENSITIVE);

  /** Methods that do, by their names. */
  private static final Pattern SEARCH =
      Pattern.compile(
          "page|paging|criteria(?!for|of)|filter|search|between|since|ids$|keys$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern COLUMN = Pattern.compile("\"(\\w+)\"");

  private static final Pattern UNDERSCORE = Pattern.compile("_(\\w)");

  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");

  private final boolean compares;

  RowsOfOne(FileContext file) {
    // Few files build conditions, and to search the block of each argument takes long.
    this.compares = !file.unit().sites().calls(EQUALS).isEmpty();
  }

  /**
   * {@code find...(parent.getId())}, without anything that asks for a page or for many. Asked for
   * most calls of a project, nearly none of which have a key.
   */
  boolean areAskedForBy(MethodCallExpr call, Scope scope) {
    Matcher byKey = BY_KEY.matcher(call.getNameAsString());
    boolean named = byKey.matches();
    boolean given = call.getArguments().size() == 1 && !isFixed(call.getArgument(0));
    return (named && given || hasKey(call, scope))
        && !(named && GREAT.matcher(byKey.group(1)).matches())
        && !asksForRoots(call)
        && call.getArguments().stream().noneMatch(RowsOfOne::asksForMany)
        && !SEARCH.matcher(call.getNameAsString()).find();
  }

  private boolean hasKey(MethodCallExpr call, Scope scope) {
    if (isConditionOnKey(call)) {
      return true;
    }
    for (Expression argument : call.getArguments()) {
      if (isKey(named(argument))
          || isConditionOnKey(argument)
          || isBuiltOnKey(argument)
          || isThing(argument, call, scope)) {
        return true;
      }
    }
    return false;
  }

  private static boolean asksForMany(Expression argument) {
    String name = named(argument);
    return !CONSTANT.matcher(name).matches()
        && (MUCH.matcher(name).find() || GREAT.matcher(name).matches());
  }

  private static boolean isFixed(Expression argument) {
    return argument.isLiteralExpr() || CONSTANT.matcher(named(argument)).matches();
  }

  private static boolean asksForRoots(MethodCallExpr call) {
    return !call.getArguments().isEmpty()
        && BY_PARENT.matcher(call.getNameAsString()).matches()
        && NONE.matcher(call.getArgument(call.getArguments().size() - 1).toString()).matches();
  }

  /** {@code findByOrder(order)}, where that is of a class of its own. */
  private static boolean isThing(Expression argument, MethodCallExpr call, Scope scope) {
    if (!(argument instanceof NameExpr name)) {
      return false;
    }
    String type =
        Variable.meantBy(argument, scope)
            .map(Variable::declaration)
            .filter(NodeWithType.class::isInstance)
            .map(declared -> ((NodeWithType<?, ?>) declared).getType())
            .filter(Type::isClassOrInterfaceType)
            .filter(declared -> declared.asClassOrInterfaceType().getTypeArguments().isEmpty())
            .map(declared -> declared.asClassOrInterfaceType().getNameAsString())
            .orElse("");
    return !type.isEmpty()
        && !NO_THING.matcher(type).matches()
        && !NO_THING.matcher(name.getNameAsString()).matches()
        && (isAskedBy(type, call) || isAskedBy(capitalized(name.getNameAsString()), call));
  }

  private static boolean isAskedBy(String thing, MethodCallExpr call) {
    String name = call.getNameAsString();
    for (String word : List.of("By", "For", "Of")) {
      int at = name.indexOf(word + thing);
      int end = at + word.length() + thing.length();
      if (at > 0 && (end == name.length() || Character.isUpperCase(name.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isKey(String name) {
    return KEY.matcher(name).matches() && !GREAT.matcher(name).matches();
  }

  /** {@code new LambdaQueryWrapper<Line>().eq(Line::getOrderId, id)}, or a query built so. */
  private boolean isConditionOnKey(Expression query) {
    Expression at = query;
    while (compares && at instanceof MethodCallExpr call) {
      if (call.getNameAsString().equals(EQUALS) && call.getArguments().size() == 2) {
        String column = column(call.getArgument(0));
        if (isKey(column)) {
          return true;
        }
      }
      at = call.getScope().orElse(null);
    }
    return false;
  }

  /** {@code wrapper.eq(Line::getOrderId, id); lines.list(wrapper)}. */
  private boolean isBuiltOnKey(Expression argument) {
    return compares
        && argument instanceof NameExpr wrapper
        && argument
            .findAncestor(BlockStmt.class)
            .flatMap(
                block ->
                    block.findFirst(
                        MethodCallExpr.class,
                        call -> call.getNameAsString().equals(EQUALS) && isOn(call, wrapper)))
            .filter(this::isConditionOnKey)
            .isPresent();
  }

  private static boolean isOn(MethodCallExpr call, NameExpr wrapper) {
    Expression at = call;
    while (at instanceof MethodCallExpr step && step.getScope().isPresent()) {
      at = step.getScope().get();
    }
    return at instanceof NameExpr name && name.getName().equals(wrapper.getName());
  }

  private static String column(Expression written) {
    if (written instanceof MethodReferenceExpr getter) {
      String name = getter.getIdentifier();
      return name.startsWith("get") && name.length() > "get".length()
          ? decapitalized(name.substring("get".length()))
          : name;
    }
    Matcher column = COLUMN.matcher(written.toString());
    return column.matches()
        ? UNDERSCORE.matcher(column.group(1)).replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT))
        : "";
  }

  /** How an argument is called. */
  static String named(Expression argument) {
    if (argument instanceof NameExpr name) {
      return name.getNameAsString();
    }
    if (argument instanceof FieldAccessExpr field) {
      return field.getNameAsString();
    }
    if (argument.isCastExpr()) {
      return named(argument.asCastExpr().getExpression());
    }
    if (argument instanceof BinaryExpr text && text.getRight().toString().equals("\"\"")) {
      return named(text.getLeft());
    }
    return argument instanceof MethodCallExpr call ? named(call) : "";
  }

  private static String named(MethodCallExpr call) {
    String name = call.getNameAsString();
    if (call.getArguments().size() == 1) {
      Expression only = call.getArgument(0);
      boolean read = name.startsWith("get") && only.isStringLiteralExpr();
      return CONVERTING.contains(name) ? named(only) : read ? column(only) : "";
    }
    if (call.getArguments().isNonEmpty()) {
      return "";
    }
    if (UNWRAPPING.contains(name)) {
      return call.getScope().map(RowsOfOne::named).orElse("");
    }
    boolean getter = name.startsWith("get") && name.length() > "get".length();
    String property = getter ? name.substring("get".length()) : name;
    boolean plain = property.equalsIgnoreCase("id") || property.equalsIgnoreCase("uuid");
    // The key of a tenant belongs to a tenant.
    return plain
        ? call.getScope().map(RowsOfOne::named).orElse("") + "Id"
        : decapitalized(property);
  }

  private static String capitalized(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static String decapitalized(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
