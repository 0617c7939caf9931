package dev.perflint.facts;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import dev.perflint.source.Ancestry;
import dev.perflint.source.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Loops over what belongs to one thing, asked for by its key: the lines of an order, the groups of
 * a user. Those are a few, where a page or a table has many.
 */
final class RowsOfOne {
  /**
   * What such a loop counts as, the same as what a request hands over: of 21 read in three
   * applications 15 had one to five elements.
   */
  static final int ELEMENTS = 3;

  private static final Pattern KEY =
      Pattern.compile("id|uuid|pid|\\w*(Id|ID|Uuid|UUID|Key|No|Number)");

  /** To these belongs as much as there is. */
  private static final Pattern GREAT =
      Pattern.compile(
          "(tenant|org|organization|organisation|company|enterprise|realm|project|namespace"
              + "|workspace|app|application|site|shop|store|merchant|cluster|region|category|brand"
              + "|dept|department|school|facility|country)(Id|ID|Uuid|UUID|Key|No|Number)",
          Pattern.CASE_INSENSITIVE);

  /** Arguments that ask for a part of much. */
  private static final Pattern MUCH =
      Pattern.compile(
          "page|limit|offset|sort|filter|criteria|query|search|spec|between|since|ids$|keys$|list$",
          Pattern.CASE_INSENSITIVE);

  /** Methods that do, by their names. */
  private static final Pattern SEARCH =
      Pattern.compile(
          "page|paging|criteria|filter|search|between|since|ids$|keys$", Pattern.CASE_INSENSITIVE);

  private static final Pattern COLUMN = Pattern.compile("\"(\\w+)\"");

  private static final Pattern UNDERSCORE = Pattern.compile("_(\\w)");

  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");

  private static final Set<String> GATHERING =
      Set.of("collect", "toList", "toSet", "subList", "reversed");
  private static final Set<String> COPIES = Set.of("copyOf", "newArrayList", "emptyIfNull");
  private static final int DEEPEST = 6;

  private final FileContext file;

  private RowsOfOne(FileContext file) {
    this.file = file;
  }

  static RowsOfOne of(FileContext file) {
    return file.once(RowsOfOne.class, () -> new RowsOfOne(file));
  }

  /** Whether a collection holds such rows. */
  boolean areIn(Expression collection, Site near) {
    return is(collection, near, 0);
  }

  /** Whether a loop goes through such rows. */
  boolean areGoneThroughBy(Loop loop) {
    return file.once("rows of one", loop.node(), () -> compute(loop));
  }

  private boolean compute(Loop loop) {
    Optional<Site> site = file.unit().sites().at(loop.node());
    Optional<Expression> source = source(loop);
    return site.isPresent() && source.isPresent() && is(source.get(), site.get(), 0);
  }

  private static Optional<Expression> source(Loop loop) {
    if (loop.node() instanceof ForEachStmt each) {
      return Optional.of(each.getIterable());
    }
    if (loop.node() instanceof ForStmt counted
        && counted.getCompare().orElse(null) instanceof BinaryExpr test
        && test.getRight() instanceof MethodCallExpr size
        && size.getNameAsString().equals("size")) {
      return size.getScope();
    }
    return loop.node() instanceof MethodCallExpr call
        ? ChainSteps.runBy(call).getScope()
        : Optional.empty();
  }

  private boolean is(Expression value, Site near, int depth) {
    if (depth > DEEPEST) {
      return false;
    }
    if (value.isEnclosedExpr()) {
      return is(value.asEnclosedExpr().getInner(), near, depth + 1);
    }
    if (value.isCastExpr()) {
      return is(value.asCastExpr().getExpression(), near, depth + 1);
    }
    if (value instanceof ObjectCreationExpr copy && copy.getArguments().size() == 1) {
      return is(copy.getArgument(0), near, depth + 1);
    }
    if (value instanceof MethodCallExpr call) {
      String name = call.getNameAsString();
      if (call.getScope().isPresent()
          && !name.equals("flatMap")
          && (ChainSteps.keepsSize(name) || GATHERING.contains(name))) {
        return is(call.getScope().get(), near, depth + 1);
      }
      if (name.equals("split") && listsInLine(call)) {
        return true;
      }
      if (COPIES.contains(name) && call.getArguments().size() == 1) {
        return is(call.getArgument(0), near, depth + 1);
      }
      return asksForOne(call)
          || new PrivateCalls(file)
              .target(call)
              .filter(method -> isReturnedBy(method, depth))
              .isPresent();
    }
    return Variable.meantBy(value, near.scope())
        .filter(variable -> variable.kind() == Variable.Kind.LOCAL)
        .filter(variable -> holds(variable, near, depth))
        .isPresent();
  }

  /**
   * What else a variable is given, such as an empty list to begin with, makes it no longer. Asked
   * for each argument of a project, hence what it begins with comes first.
   */
  private boolean holds(Variable variable, Site near, int depth) {
    List<Expression> values = new ArrayList<>(1);
    variable.initializer().filter(value -> !isNothing(value)).ifPresent(values::add);
    if (!values.isEmpty() && !is(values.get(0), near, depth + 1)) {
      return false;
    }
    boolean begun = !values.isEmpty();
    values.addAll(assigned(variable));
    return values.size() == 1 && (begun || is(values.get(0), near, depth + 1));
  }

  private List<Expression> assigned(Variable variable) {
    Optional<BlockStmt> block = variable.declaration().findAncestor(BlockStmt.class);
    List<Expression> values = new ArrayList<>(1);
    for (Expression use : NameIndex.of(file).uses(variable.name())) {
      if (use instanceof NameExpr
          && use.getParentNode().orElse(null) instanceof AssignExpr assign
          && assign.getTarget() == use
          && block.filter(around -> Ancestry.holds(around, assign)).isPresent()) {
        values.add(assign.getValue());
      }
    }
    return values;
  }

  private static boolean isNothing(Expression value) {
    return value.isNullLiteralExpr()
        || value.isObjectCreationExpr() && value.asObjectCreationExpr().getArguments().isEmpty();
  }

  private boolean isReturnedBy(MethodDeclaration method, int depth) {
    List<ReturnStmt> results = method.findAll(ReturnStmt.class);
    Optional<Site> there = file.unit().sites().at(method);
    return results.size() == 1
        && there.isPresent()
        && results.get(0).getExpression().filter(e -> is(e, there.get(), depth + 1)).isPresent();
  }

  /** {@code ids.split(",")}: what somebody has put into one text, unless it is one of lines. */
  private static boolean listsInLine(MethodCallExpr split) {
    return split.getArguments().size() == 1
        && split.getArgument(0) instanceof StringLiteralExpr separator
        && !separator.getValue().contains("\\n");
  }

  /** {@code find...(parent.getId())}, without anything that asks for a page or for many. */
  private static boolean asksForOne(MethodCallExpr call) {
    boolean key = isConditionOnKey(call);
    for (Expression argument : call.getArguments()) {
      String name = named(argument);
      boolean constant = CONSTANT.matcher(name).matches();
      if (!constant && (MUCH.matcher(name).find() || GREAT.matcher(name).matches())) {
        return false;
      }
      key |= isKey(name) || isConditionOnKey(argument) || isBuiltOnKey(argument);
    }
    return key && !SEARCH.matcher(call.getNameAsString()).find();
  }

  private static boolean isKey(String name) {
    return KEY.matcher(name).matches() && !GREAT.matcher(name).matches();
  }

  /** {@code new LambdaQueryWrapper<Line>().eq(Line::getOrderId, id)}, or a query built so. */
  private static boolean isConditionOnKey(Expression query) {
    Expression at = query;
    while (at instanceof MethodCallExpr call) {
      if (call.getNameAsString().equals("eq") && call.getArguments().size() == 2) {
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
  private static boolean isBuiltOnKey(Expression argument) {
    return argument instanceof NameExpr wrapper
        && argument
            .findAncestor(BlockStmt.class)
            .flatMap(
                block ->
                    block.findFirst(
                        MethodCallExpr.class,
                        call -> call.getNameAsString().equals("eq") && isOn(call, wrapper)))
            .filter(RowsOfOne::isConditionOnKey)
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
  private static String named(Expression argument) {
    if (argument instanceof NameExpr name) {
      return name.getNameAsString();
    }
    if (argument instanceof FieldAccessExpr field) {
      return field.getNameAsString();
    }
    if (argument instanceof MethodCallExpr call && call.getArguments().isEmpty()) {
      String name = call.getNameAsString();
      boolean getter = name.startsWith("get") && name.length() > "get".length();
      String property = getter ? name.substring("get".length()) : name;
      boolean plain = property.equalsIgnoreCase("id") || property.equalsIgnoreCase("uuid");
      // The key of a tenant belongs to a tenant.
      return plain
          ? call.getScope().map(RowsOfOne::named).orElse("") + "Id"
          : decapitalized(property);
    }
    return "";
  }

  private static String decapitalized(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
