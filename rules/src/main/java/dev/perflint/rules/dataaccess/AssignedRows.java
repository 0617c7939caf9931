package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.facts.AssignedKeys;
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

/** New rows whose keys the application draws, and that are saved as if they might be old. */
final class AssignedRows {
  private static final String SAYING = "org.springframework.data.domain.Persistable";

  private static final Set<String> OF_MANY = Set.of("saveAll", "saveAllAndFlush");

  private static final Set<String> OF_ONE = Set.of("save", "saveAndFlush");

  private AssignedRows() {}

  static Truth maySave(FileContext file, Site site) {
    MethodCallExpr call = site.as(MethodCallExpr.class);
    String name = call.getNameAsString();
    return call.getArguments().size() == 1 && (OF_ONE.contains(name) || OF_MANY.contains(name))
        ? file.types().resolver().isA(file.calls().owner(site), RepositoryTypes.JPA_REPOSITORY)
        : Truth.NO;
  }

  /** What is saved is made here, with a key that no row has. */
  static Truth areInserted(Match match) {
    Optional<TypeRef> type = type(match);
    if (type.isEmpty()) {
      return Truth.NO;
    }
    Truth drawn = Truth.open(new Question.EntityHas(type.get(), AssignedKeys.RANDOM_KEY));
    if (!OF_MANY.contains(match.callee())) {
      for (String property : drawnHere(match)) {
        drawn =
            drawn.or(
                Truth.open(new Question.EntityHas(type.get(), AssignedKeys.assigned(property))));
      }
    }
    return drawn;
  }

  private static Optional<TypeRef> type(Match match) {
    Expression saved = match.argument(0).orElseThrow();
    return OF_MANY.contains(match.callee())
        ? NewRows.madeMany(saved, match)
        : NewRows.made(saved, match);
  }

  /** {@code row.setId(UUID.randomUUID())} and {@code Row.builder().id(UUID.randomUUID())}. */
  private static List<String> drawnHere(Match match) {
    Expression saved = match.argument(0).orElseThrow();
    List<String> properties = new ArrayList<>();
    for (MethodCallExpr call : NewRows.callsOn(saved, match)) {
      if (call.getNameAsString().startsWith("set") && draws(call)) {
        properties.add(call.getNameAsString().substring("set".length()));
      }
    }
    Expression at = origin(saved);
    while (at instanceof MethodCallExpr link) {
      if (draws(link)) {
        properties.add(link.getNameAsString());
      }
      at = link.getScope().orElse(null);
    }
    return properties;
  }

  private static Expression origin(Expression saved) {
    return saved instanceof NameExpr name
        ? Lifetimes.local(name).flatMap(variable -> variable.getInitializer()).orElse(saved)
        : saved;
  }

  private static boolean draws(MethodCallExpr setter) {
    return setter.getArguments().size() == 1 && AssignedKeys.isRandom(setter.getArgument(0));
  }

  /** It has a version, or implements the interface that asks for it. */
  static Truth saySo(Match match) {
    return type(match)
        .map(
            type ->
                Truth.open(new Question.EntityHas(type, AssignedKeys.VERSIONED))
                    .or(match.file().types().resolver().isA(type, SAYING)))
        .orElse(Truth.NO);
  }

  static String message(Match match) {
    String name = type(match).map(NewRows::name).orElse("entity");
    String which = OF_MANY.contains(match.callee()) ? "each new " : "the new ";
    return "`%s` looks for %s%s before it inserts it, since it has a key already."
        .formatted(match.callee(), which, name);
  }
}
