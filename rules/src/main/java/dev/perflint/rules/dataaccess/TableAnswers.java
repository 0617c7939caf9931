package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import dev.perflint.facts.Lifetimes;
import dev.perflint.facts.NameIndex;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads of whole tables whose rows are handed to whoever asks. */
final class TableAnswers {
  /** Operations that make less of the rows than there are. */
  private static final Set<String> OF_FEWER =
      Set.of(
          "filter",
          "limit",
          "findFirst",
          "findAny",
          "anyMatch",
          "allMatch",
          "noneMatch",
          "count",
          "size",
          "isEmpty",
          "get",
          "reduce",
          "max",
          "min",
          "sum",
          "subList",
          "contains");

  private TableAnswers() {}

  /** The method returns them, each as it is or as something made of it. */
  static boolean areReturned(Match match) {
    Expression read = (Expression) match.node();
    return isReturned(read)
        || Lifetimes.holder(read).map(match.file().lifetimes()::uses).orElse(List.of()).stream()
            .anyMatch(TableAnswers::isReturned);
  }

  private static boolean isReturned(Expression rows) {
    Node at = rows;
    while (at.getParentNode().orElse(null) instanceof Expression outer) {
      boolean fewer =
          outer instanceof MethodCallExpr call
              && call.getScope().orElse(null) == at
              && OF_FEWER.contains(call.getNameAsString());
      boolean through =
          outer.isMethodCallExpr()
              || outer.isCastExpr()
              || outer.isEnclosedExpr()
              || outer.isObjectCreationExpr();
      if (fewer || !through) {
        return false;
      }
      at = outer;
    }
    return at.getParentNode().filter(ReturnStmt.class::isInstance).isPresent();
  }

  /** The same repository gives pages to another method of the file. */
  static boolean arePagedElsewhere(Match match) {
    return repository(match)
        .map(name -> NameIndex.of(match.file()).uses(name))
        .orElse(List.of())
        .stream()
        .anyMatch(use -> isPaged(use, match));
  }

  private static boolean isPaged(Expression repository, Match match) {
    if (!(repository.getParentNode().orElse(null) instanceof MethodCallExpr call)
        || call.getScope().orElse(null) != repository
        || call.getArguments().isEmpty()) {
      return false;
    }
    Site site = match.file().siteOf(call, match.site());
    return Repositories.takesPage(new Match(match.file(), site, Optional.empty()));
  }

  private static Optional<String> repository(Match match) {
    Expression receiver = ((MethodCallExpr) match.node()).getScope().orElse(null);
    if (receiver instanceof NameExpr name) {
      return Optional.of(name.getNameAsString());
    }
    return receiver instanceof FieldAccessExpr own && own.getScope().isThisExpr()
        ? Optional.of(own.getNameAsString())
        : Optional.empty();
  }

  static String message(Match match) {
    return "`%s` of %s answers with the whole table, which is read in pages elsewhere."
        .formatted(match.callee(), Repositories.name(match));
  }
}
