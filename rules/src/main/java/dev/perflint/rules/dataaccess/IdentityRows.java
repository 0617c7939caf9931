package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.facts.EntityTraits;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.Loop;
import dev.perflint.facts.RepositoryTypes;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Inserts of entities that get their keys from the table, many in a row. */
final class IdentityRows {
  private static final Set<String> OF_MANY = Set.of("saveAll", "saveAllAndFlush");

  private static final List<String> CONTEXTS =
      List.of("jakarta.persistence.EntityManager", "javax.persistence.EntityManager");

  private IdentityRows() {}

  /** Saves a collection. */
  static Truth isOfMany(FileContext file, Site site) {
    MethodCallExpr call = site.as(MethodCallExpr.class);
    return OF_MANY.contains(call.getNameAsString()) && call.getArguments().size() == 1
        ? isRepository(file, site)
        : Truth.NO;
  }

  /** Saves one entity, which a loop may do for many. */
  static Truth isOfOne(FileContext file, Site site) {
    MethodCallExpr call = site.as(MethodCallExpr.class);
    if (call.getArguments().size() != 1) {
      return Truth.NO;
    }
    return switch (call.getNameAsString()) {
      case "save" -> isRepository(file, site);
      case "persist" -> file.types().resolver().isA(file.calls().owner(site), CONTEXTS);
      default -> Truth.NO;
    };
  }

  private static Truth isRepository(FileContext file, Site site) {
    return RepositoryTypes.is(file.calls().owner(site), file.types().resolver(), file.knowledge());
  }

  /** What is saved is made here, and the table gives it its key. */
  static Truth areInserted(Match match) {
    return type(match)
        .map(type -> Truth.open(new Question.EntityHas(type, EntityTraits.IDENTITY_KEY)))
        .orElse(Truth.NO);
  }

  private static Optional<TypeRef> type(Match match) {
    Expression saved = match.argument(0).orElseThrow();
    return OF_MANY.contains(match.callee())
        ? NewRows.madeMany(saved, match)
        : NewRows.made(saved, match);
  }

  static String message(Match match) {
    String name = type(match).map(NewRows::name).orElse("");
    String often =
        match
            .elementLoop()
            .filter(loop -> !OF_MANY.contains(match.callee()))
            .map(Loop::text)
            .map(text -> " for each element: " + text)
            .orElse(" for each");
    return "`%s` inserts each %s by itself, since the table gives it its key: one round trip%s."
        .formatted(match.callee(), name, often);
  }
}
