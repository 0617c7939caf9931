package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.facts.Calls;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.RepositoryTypes;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads of whole tables, and what becomes of the rows. */
final class TableReads {
  /** Of Spring Data and Panache, without arguments. */
  private static final Set<String> WHOLE = Set.of("findAll", "listAll", "streamAll");

  private static final Set<String> STREAMS = Set.of("stream", "parallelStream");

  /**
   * What keeps a part of what it is called on, and how a message says that. Not one row of a table:
   * whoever takes any that is there knows of no other, as with settings.
   */
  private static final Map<String, String> PARTS =
      Map.of(
          "filter", "the rows that a filter lets through are used",
          "anyMatch", "it is asked whether some row matches",
          "noneMatch", "it is asked whether some row matches",
          "limit", "the first rows are used",
          "count", "the number is used",
          "size", "the number is used",
          "isEmpty", "it is asked whether there is one");

  /** What a column can be asked; getters beside. */
  private static final Pattern COLUMN =
      Pattern.compile(
          "(get|is|has)[A-Z0-9_]\\w*|equals|equalsIgnoreCase|startsWith|endsWith|contains|compareTo|isBefore"
              + "|isAfter|isEmpty|isBlank|isPresent|intValue|longValue|toLowerCase|toUpperCase|name|now");

  private TableReads() {}

  static Truth isOfWholeTable(FileContext file, Site site) {
    MethodCallExpr call = site.as(MethodCallExpr.class);
    return WHOLE.contains(call.getNameAsString()) && call.getArguments().isEmpty()
        ? RepositoryTypes.is(file.calls().owner(site), file.types().resolver(), file.knowledge())
        : Truth.NO;
  }

  /** Every use of the rows takes a part of them. */
  static boolean isUsedInPart(Match match) {
    List<Expression> uses = uses(match);
    return !uses.isEmpty() && uses.stream().allMatch(use -> part(use).isPresent());
  }

  static String part(Match match) {
    return uses(match).stream().findFirst().flatMap(TableReads::part).map(PARTS::get).orElse("");
  }

  /** Where the rows are used: the read itself, or the uses of the variable that holds them. */
  private static List<Expression> uses(Match match) {
    Expression read = (Expression) match.node();
    return read.getParentNode().orElse(null) instanceof VariableDeclarator variable
            && variable.getParentNode().filter(p -> p instanceof Expression).isPresent()
        ? new ArrayList<>(match.file().lifetimes().uses(variable))
        : List.of(read);
  }

  /** The name of the operation that takes a part. */
  private static Optional<String> part(Expression rows) {
    return operation(rows).map(MethodCallExpr::getNameAsString).filter(PARTS::containsKey);
  }

  /** The first operation on the rows, behind a {@code stream()}. */
  private static Optional<MethodCallExpr> operation(Expression rows) {
    Optional<MethodCallExpr> next = Calls.callAround(rows).filter(c -> isOn(rows, c));
    return next.filter(call -> STREAMS.contains(call.getNameAsString())).isPresent()
        ? next.flatMap(call -> Calls.callAround(call).filter(c -> isOn(call, c)))
        : next;
  }

  private static boolean isOn(Expression receiver, MethodCallExpr call) {
    return call.getScope().filter(scope -> scope == receiver).isPresent();
  }

  /** The condition calls something that is no column of the row. */
  static boolean asksMore(Match match) {
    for (Expression use : uses(match)) {
      for (Expression condition :
          operation(use).map(MethodCallExpr::getArguments).map(List::copyOf).orElse(List.of())) {
        if (condition instanceof LambdaExpr lambda && asksMore(lambda)) {
          return true;
        }
        if (!condition.isLambdaExpr() && !condition.isLiteralExpr() && !isColumn(condition)) {
          return true;
        }
      }
    }
    return false;
  }

  static boolean asksMore(LambdaExpr condition) {
    return condition.findFirst(MethodCallExpr.class, call -> !isColumn(call)).isPresent()
        || condition.getBody().isBlockStmt()
            && condition.getBody().asBlockStmt().getStatements().size() > 1;
  }

  static boolean isColumn(Node asked) {
    if (asked instanceof MethodCallExpr call) {
      boolean own = call.getScope().isEmpty() || call.getScope().get().isThisExpr();
      return !own && COLUMN.matcher(call.getNameAsString()).matches();
    }
    return asked.toString().matches("[A-Z]\\w*::(get|is|has)\\w+") || asked instanceof NameExpr;
  }
}
