package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import dev.perflint.facts.Calls;
import dev.perflint.facts.EntityTraits;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.Lifetimes;
import dev.perflint.facts.RepositoryTypes;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rows that are found by their key and then only set as what another row refers to. */
final class SetReferences {
  private static final List<String> CONTEXTS =
      List.of("jakarta.persistence.EntityManager", "javax.persistence.EntityManager");

  /** What takes the row that refers, and reads no more than the keys of what it refers to. */
  private static final Set<String> STORING =
      Set.of(
          "add",
          "create",
          "insert",
          "merge",
          "persist",
          "save",
          "saveAll",
          "saveAndFlush",
          "store");

  private SetReferences() {}

  static Truth mayFind(FileContext file, Site site) {
    MethodCallExpr call = site.as(MethodCallExpr.class);
    int arguments = call.getArguments().size();
    return switch (call.getNameAsString()) {
      case "findById" ->
          arguments == 1
              ? file.types()
                  .resolver()
                  .isA(file.calls().owner(site), RepositoryTypes.JPA_REPOSITORY)
              : Truth.NO;
      case "find" ->
          arguments == 2 && call.getArgument(0).isClassExpr()
              ? file.types().resolver().isA(file.calls().owner(site), CONTEXTS)
              : Truth.NO;
      default -> Truth.NO;
    };
  }

  static Truth areAllThatBecomesOfIt(Match match) {
    List<MethodCallExpr> setters = setters(match);
    Truth truth = Truth.of(!setters.isEmpty());
    for (MethodCallExpr setter : setters) {
      truth = truth.and(isReference(setter, match));
    }
    return truth;
  }

  /** The calls that are handed the row; none where something else becomes of it, too. */
  private static List<MethodCallExpr> setters(Match match) {
    Optional<Expression> row = row((MethodCallExpr) match.node());
    if (row.isEmpty()) {
      return List.of();
    }
    Optional<VariableDeclarator> holder =
        row.get().getParentNode().orElse(null) instanceof VariableDeclarator variable
            ? Optional.of(variable)
            : Optional.empty();
    List<? extends Expression> uses =
        holder.isPresent() ? match.file().lifetimes().uses(holder.get()) : List.of(row.get());
    List<MethodCallExpr> setters = new ArrayList<>();
    for (Expression use : uses) {
      Optional<MethodCallExpr> setter = setterGiven(use);
      if (setter.isEmpty()) {
        return List.of();
      }
      setters.add(setter.get());
    }
    return setters;
  }

  /** The row itself, out of the optional, where nobody says what is wrong when there is none. */
  private static Optional<Expression> row(MethodCallExpr find) {
    if (find.getNameAsString().equals("find")) {
      return Optional.of(find);
    }
    if (!(find.getParentNode().orElse(null) instanceof MethodCallExpr next)
        || next.getScope().orElse(null) != find) {
      return Optional.empty();
    }
    boolean plain =
        switch (next.getNameAsString()) {
          case "get", "orElseThrow" -> next.getArguments().isEmpty();
          case "orElse" -> next.getArguments().stream().anyMatch(Expression::isNullLiteralExpr);
          default -> false;
        };
    return plain ? Optional.of(next) : Optional.empty();
  }

  private static Optional<MethodCallExpr> setterGiven(Expression row) {
    return Calls.callGiven(row)
        .filter(call -> call.getArguments().size() == 1)
        .filter(call -> call.getNameAsString().startsWith("set"))
        .filter(call -> call.getNameAsString().length() > "set".length());
  }

  private static Truth isReference(MethodCallExpr setter, Match match) {
    String property = setter.getNameAsString().substring("set".length());
    return referring(setter, match)
        .filter(entity -> !isReadLater(entity, property, match))
        .map(entity -> typeOf(entity, match))
        .map(type -> Truth.open(new Question.EntityHas(type, EntityTraits.refersBy(property))))
        .orElse(Truth.NO);
  }

  /** The local variable that holds the row that refers, or where it is made. */
  private static Optional<Node> referring(MethodCallExpr setter, Match match) {
    Expression at = setter.getScope().orElse(null);
    while (at instanceof MethodCallExpr link && link.getNameAsString().startsWith("set")) {
      at = link.getScope().orElse(null);
    }
    if (at instanceof ObjectCreationExpr creation) {
      Expression made = chainEnd(creation);
      return Lifetimes.holder(made).map(Node.class::cast).or(() -> Optional.of(made));
    }
    return at instanceof NameExpr name
        ? Lifetimes.local(name).map(Node.class::cast)
        : Optional.empty();
  }

  private static Expression chainEnd(Expression start) {
    Expression end = start;
    while (end.getParentNode().orElse(null) instanceof MethodCallExpr next
        && next.getScope().orElse(null) == end) {
      end = next;
    }
    return end;
  }

  private static TypeRef typeOf(Node entity, Match match) {
    if (entity instanceof VariableDeclarator variable
        && !variable.getTypeAsString().equals("var")) {
      return match.file().typeOf(variable.getType(), match.site().frame());
    }
    Expression at =
        entity instanceof VariableDeclarator variable
            ? variable.getInitializer().orElse(null)
            : (Expression) entity;
    while (at instanceof MethodCallExpr link && link.getNameAsString().startsWith("set")) {
      at = link.getScope().orElse(null);
    }
    return at == null
        ? TypeRef.UNKNOWN
        : match.file().typeOf(at, match.file().siteOf(at, match.site()).scope());
  }

  /** Whoever is handed the row that refers, or returns it, may want what it refers to. */
  private static boolean isReadLater(Node entity, String property, Match match) {
    if (entity instanceof Expression made) {
      return !isStored(made);
    }
    VariableDeclarator variable = (VariableDeclarator) entity;
    return match.file().lifetimes().uses(variable).stream()
        .anyMatch(use -> !isSilent(use, property) && !isStored(use));
  }

  /** A call of another property. */
  private static boolean isSilent(NameExpr use, String property) {
    return use.getParentNode().orElse(null) instanceof MethodCallExpr call
        && call.getScope().orElse(null) == use
        && !call.getNameAsString().equals("get" + property)
        && (call.getNameAsString().startsWith("set")
            || call.getNameAsString().startsWith("get")
            || call.getNameAsString().startsWith("is"));
  }

  private static boolean isStored(Expression row) {
    return Calls.callGiven(row)
        .filter(call -> STORING.contains(call.getNameAsString()))
        .filter(call -> call.getParentNode().filter(ExpressionStmt.class::isInstance).isPresent())
        .isPresent();
  }

  static String message(Match match) {
    String setter =
        setters(match).stream()
            .findFirst()
            .map(MethodCallExpr::getNameAsString)
            .orElse("a reference");
    return "`%s` reads a row of which `%s` needs the key alone, which is at hand."
        .formatted(match.callee(), setter);
  }
}
