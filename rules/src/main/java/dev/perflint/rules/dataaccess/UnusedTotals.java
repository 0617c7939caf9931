package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.Lifetimes;
import dev.perflint.facts.RepositoryTypes;
import dev.perflint.facts.Variable;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Counts of rows that come with a page, or alone, and that nobody needs. */
final class UnusedTotals {
  private static final List<String> PAGE = List.of("org.springframework.data.domain.Page");

  /** Of MyBatis' mappers the way to ask for one row is another. */
  private static final List<String> REPOSITORY =
      List.of("org.springframework.data.repository.Repository");

  /** What a slice and a list can be asked as well. */
  private static final Set<String> OF_ROWS =
      Set.of(
          "getContent",
          "hasContent",
          "getNumberOfElements",
          "hasNext",
          "nextPageable",
          "stream",
          "iterator",
          "forEach",
          "isEmpty",
          "toList",
          "toSet");

  private UnusedTotals() {}

  /** A page that a repository gives and that this method uses itself. */
  static Truth isPage(FileContext file, Site site) {
    MethodCallExpr call = site.as(MethodCallExpr.class);
    if (call.getArguments().isEmpty() || call.getScope().isEmpty() || uses(call, file).isEmpty()) {
      return Truth.NO;
    }
    // Two overloads of one argument, of which the one with an order gives a list.
    boolean inherited = call.getNameAsString().equals("findAll") && call.getArguments().size() == 1;
    Truth page =
        inherited
            ? Truth.of(Repositories.takesPage(new Match(file, site, Optional.empty())))
            : file.types().resolver().isA(file.typeOf(call, site.scope()), PAGE);
    return page.isNo()
        ? page
        : page.and(
            RepositoryTypes.is(
                file.calls().owner(site), file.types().resolver(), file.knowledge()));
  }

  static boolean areOnlyRowsUsed(Match match) {
    return uses((Expression) match.node(), match.file()).stream().allMatch(UnusedTotals::isOfRows);
  }

  private static boolean isOfRows(Expression page) {
    Node parent = page.getParentNode().orElse(null);
    return parent instanceof MethodCallExpr call
            && call.getScope().orElse(null) == page
            && OF_ROWS.contains(call.getNameAsString())
        || parent instanceof ForEachStmt loop && loop.getIterable() == page;
  }

  static Truth isCount(FileContext file, Site site) {
    MethodCallExpr call = site.as(MethodCallExpr.class);
    return call.getNameAsString().startsWith("count") && call.getScope().isPresent()
        ? file.types().resolver().isA(file.calls().owner(site), REPOSITORY)
        : Truth.NO;
  }

  static boolean isYesOrNo(Match match) {
    Expression count = (Expression) match.node();
    if (isCompared(count)) {
      return true;
    }
    List<Expression> uses = uses(count, match.file());
    return !uses.isEmpty() && uses.stream().allMatch(UnusedTotals::isCompared);
  }

  /** With nothing, or with one so that it comes to the same. */
  private static boolean isCompared(Expression count) {
    if (!(count.getParentNode().orElse(null) instanceof BinaryExpr test)) {
      return false;
    }
    boolean left = test.getLeft() == count;
    String number = (left ? test.getRight() : test.getLeft()).toString();
    BinaryExpr.Operator operator = test.getOperator();
    return switch (operator) {
      case EQUALS, NOT_EQUALS -> isZero(number);
      case GREATER, LESS_EQUALS -> left && isZero(number) || !left && isOne(number);
      case LESS, GREATER_EQUALS -> left && isOne(number) || !left && isZero(number);
      default -> false;
    };
  }

  private static boolean isZero(String number) {
    return number.equals("0") || number.equals("0L") || number.equals("0l");
  }

  private static boolean isOne(String number) {
    return number.equals("1") || number.equals("1L") || number.equals("1l");
  }

  /** The call itself as a receiver or in a loop's head, or the uses of the local that holds it. */
  private static List<Expression> uses(Expression call, FileContext file) {
    Node parent = call.getParentNode().orElse(null);
    if (parent instanceof MethodCallExpr || parent instanceof ForEachStmt) {
      return isOfRows(call) ? List.of(call) : List.of();
    }
    Optional<VariableDeclarator> local = Optional.empty();
    if (parent instanceof VariableDeclarator variable) {
      local = Lifetimes.holder(call).filter(variable::equals);
    } else if (parent instanceof AssignExpr given && given.getTarget() instanceof NameExpr name) {
      local = Lifetimes.local(name);
    }
    return local.map(file.lifetimes()::uses).orElse(List.of()).stream()
        .filter(use -> !Variable.isTarget(use))
        .map(Expression.class::cast)
        .toList();
  }

  static String message(Match match) {
    String name = match.callee();
    String repository = Repositories.name(match);
    return name.startsWith("count")
        ? "`%s` of %s counts all rows that match, to know whether there is one."
            .formatted(name, repository)
        : "`%s` of %s also counts all rows that match, and only the rows are used."
            .formatted(name, repository);
  }
}
