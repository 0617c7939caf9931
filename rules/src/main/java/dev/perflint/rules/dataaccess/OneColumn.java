package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import dev.perflint.facts.Calls;
import dev.perflint.facts.EntityTraits;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.RepositoryTypes;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lists of rows that are made lists of one of their columns, {@code rows.stream().map(Row::getId)}.
 */
final class OneColumn {
  private static final Set<String> READS = Set.of("find", "get", "read", "query", "search", "list");

  private OneColumn() {}

  /** Asked for every call of a file, so names come first. */
  static Truth mayBeRead(FileContext file, Site site) {
    MethodCallExpr call = site.as(MethodCallExpr.class);
    String name = call.getNameAsString();
    boolean reads = READS.stream().anyMatch(name::startsWith) && call.getScope().isPresent();
    return reads && columns(call, file).isPresent()
        ? file.types().resolver().isA(file.calls().owner(site), RepositoryTypes.JPA_REPOSITORY)
        : Truth.NO;
  }

  static Truth isAllThatIsUsed(Match match) {
    return has(match, EntityTraits.ENTITY);
  }

  static Truth isOfWideRows(Match match) {
    return has(match, EntityTraits.WIDE);
  }

  private static Truth has(Match match, String trait) {
    return columns((MethodCallExpr) match.node(), match.file())
        .map(columns -> match.file().typeNamed(row(columns), match.site().frame()))
        .map(type -> Truth.open(new Question.EntityHas(type, trait)))
        .orElse(Truth.NO);
  }

  private static String row(MethodReferenceExpr column) {
    return column.getScope().toString();
  }

  /** The one getter that each use of the rows asks; none where something else becomes of them. */
  private static Optional<MethodReferenceExpr> columns(MethodCallExpr read, FileContext file) {
    List<Expression> uses = new ArrayList<>();
    if (read.getParentNode().orElse(null) instanceof VariableDeclarator variable
        && variable.getParentNode().filter(Expression.class::isInstance).isPresent()) {
      uses.addAll(file.lifetimes().uses(variable));
    } else {
      uses.add(read);
    }
    Optional<MethodReferenceExpr> column = Optional.empty();
    for (Expression use : uses) {
      if (!isCounted(use)) {
        Optional<MethodReferenceExpr> mapped = mapped(use);
        // Nodes that read alike are equal.
        boolean other = column.isPresent() && !column.equals(mapped);
        if (mapped.isEmpty() || other) {
          return Optional.empty();
        }
        column = mapped;
      }
    }
    return column;
  }

  private static boolean isCounted(Expression rows) {
    return Calls.callOn(rows)
        .filter(
            call ->
                call.getNameAsString().equals("isEmpty") || call.getNameAsString().equals("size"))
        .isPresent();
  }

  private static Optional<MethodReferenceExpr> mapped(Expression rows) {
    return Calls.callOn(rows)
        .filter(call -> call.getNameAsString().equals("stream"))
        .flatMap(Calls::callOn)
        .filter(call -> call.getNameAsString().equals("map") && call.getArguments().size() == 1)
        .map(call -> call.getArgument(0))
        .filter(MethodReferenceExpr.class::isInstance)
        .map(MethodReferenceExpr.class::cast)
        .filter(getter -> getter.getScope().isTypeExpr())
        .filter(getter -> getter.getIdentifier().startsWith("get"));
  }

  static String message(Match match) {
    String column =
        columns((MethodCallExpr) match.node(), match.file())
            .map(MethodReferenceExpr::toString)
            .orElse("");
    return "`%s` reads whole rows, of which `%s` is used.".formatted(match.callee(), column);
  }
}
