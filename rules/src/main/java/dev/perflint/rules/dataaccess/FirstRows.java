package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.facts.Calls;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.FirstElements;
import dev.perflint.facts.RepositoryTypes;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Queries that give their rows in an order, of which the code takes the first one. */
final class FirstRows {
  /** Of a criteria query the file does not say which kind of query it becomes. */
  private static final Set<String> OF_JPA = Set.of("getResultList", "getResultStream");

  private static final Set<String> ASKS_WHETHER =
      Set.of("isEmpty", "isNotEmpty", "isNullOrEmpty", "nonEmpty");

  /** An order in a text; what follows a gap is not known to be there. */
  private static final Pattern ORDERED =
      Pattern.compile("\\border\\s+by\\b[^\u0000]*$", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern LIMITED =
      Pattern.compile(
          "\\b(limit|fetch\\s+(first|next)|top|rownum|row_number|rank|partition|join\\s+fetch)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ORDERING =
      Pattern.compile("(orderBy|setOrderBy)\\w*|(find|get|list|query|read)\\w*OrderBy[A-Z]\\w*");

  private static final Pattern LIMITING =
      Pattern.compile(
          "(setMaxResults|limit|last|first|setLimit|setRows|setPageSize|setMaxRows|page|startPage"
              + "|fetchOne|fetchFirst|listPage)|(find|get|query|read)(First|Top)\\w*");

  private static final String EXTRACTOR = "org.springframework.jdbc.core.ResultSetExtractor";

  private FirstRows() {}

  /** A query whose result, directly or through a variable, some call takes the first row of. */
  static Truth areTaken(FileContext file, Site site) {
    if (!FirstElements.of(file).areTakenFrom(site.node())) {
      return Truth.NO;
    }
    TypeRef owner = file.calls().owner(site);
    String name = site.as(MethodCallExpr.class).getNameAsString();
    return file.calls()
        .plays(site, Roles.QUERY)
        .or(RepositoryTypes.is(owner, file.types().resolver(), file.knowledge()))
        .or(RepositoryTypes.isByName(owner, name))
        .or(OF_JPA.contains(name) ? Truth.LIKELY : Truth.NO);
  }

  /** Nothing else is done with the rows than to ask whether there is one, and to take it. */
  static boolean areAllThatIsUsed(Match match) {
    Expression query = (Expression) match.node();
    return query.getParentNode().orElse(null) instanceof VariableDeclarator variable
        ? match.file().lifetimes().uses(variable).stream().allMatch(FirstRows::isOfFirst)
        : isTaken(query);
  }

  private static boolean isOfFirst(NameExpr rows) {
    Node parent = rows.getParentNode().orElse(null);
    if (parent instanceof BinaryExpr test) {
      return test.getLeft().isNullLiteralExpr() || test.getRight().isNullLiteralExpr();
    }
    if (!(parent instanceof MethodCallExpr call)) {
      return false;
    }
    String name = call.getNameAsString();
    return ASKS_WHETHER.contains(name) || name.equals("size") && asksWhether(call) || isTaken(rows);
  }

  /** Who counts more than one row wants to know whether there are. */
  private static boolean asksWhether(MethodCallExpr size) {
    return size.getParentNode().orElse(null) instanceof BinaryExpr test
        && (isNumber(test.getRight(), "0")
            || isNumber(test.getRight(), "1")
                && test.getOperator() == BinaryExpr.Operator.GREATER_EQUALS);
  }

  private static boolean isTaken(Expression rows) {
    Expression at = rows;
    while (at.getParentNode().orElse(null) instanceof MethodCallExpr call
        && call.getScope().orElse(null) == at) {
      if (FirstElements.isTaking(call)) {
        return true;
      }
      // The first that passes a filter is another one.
      if (!FirstElements.isOnTheWay(call) || call.getNameAsString().equals("filter")) {
        return false;
      }
      at = call;
    }
    return false;
  }

  private static boolean isNumber(Expression value, String number) {
    return value.isIntegerLiteralExpr() && value.asIntegerLiteralExpr().getValue().equals(number);
  }

  static boolean areOrdered(Match match) {
    QueryParts parts = QueryParts.of(match.file(), match.site());
    return parts.calls().stream().anyMatch(call -> matches(ORDERING, call))
        || parts.texts().stream().anyMatch(text -> ORDERED.matcher(text).find());
  }

  static boolean areLimited(Match match) {
    QueryParts parts = QueryParts.of(match.file(), match.site());
    return parts.calls().stream().anyMatch(call -> matches(LIMITING, call))
        || parts.texts().stream().anyMatch(text -> LIMITED.matcher(text).find())
        || Repositories.takesPage(match)
        || match.callsNamed("startPage").size() > 0;
  }

  /** Rows of a join that an extractor puts together, of which the first is not one object. */
  static Truth arePutTogether(Match match) {
    Truth truth = Truth.NO;
    // Of other libraries nobody may know the types.
    List<Expression> given = match.callee().equals("query") ? match.arguments() : List.of();
    for (Expression argument : given) {
      boolean named =
          argument.isNameExpr() || argument.isFieldAccessExpr() || argument.isObjectCreationExpr();
      if (named) {
        truth = truth.or(match.file().isA(argument, match.site().scope(), EXTRACTOR));
      }
    }
    return truth;
  }

  private static boolean matches(Pattern names, MethodCallExpr call) {
    return names.matcher(call.getNameAsString()).matches();
  }

  static String message(Match match) {
    return "`%s` loads all rows that match, in order, and the first one is used."
        .formatted(Calls.nameOf(match.node()));
  }
}
