package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.expr.Expression;
import dev.perflint.facts.Calls;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.Loop;
import dev.perflint.facts.RepositoryTypes;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.List;

/** Calls on interfaces of which each method runs a query. */
final class Repositories {
  private static final List<String> PAGES =
      List.of(
          "org.springframework.data.domain.Pageable",
          "io.micronaut.data.model.Pageable",
          "io.quarkus.panache.common.Page");

  private Repositories() {}

  /**
   * Whether the receiver is a repository; asked only inside loops, since every call of a file comes
   * through here.
   */
  static Truth isCall(FileContext file, Site site) {
    return file.loops().around(site).isEmpty()
        ? Truth.NO
        : RepositoryTypes.is(file.calls().owner(site), file.types().resolver(), file.knowledge());
  }

  static boolean isHarmless(Match match) {
    return RepositoryTypes.isHarmless(match.callee());
  }

  static Truth takesPage(Match match) {
    Truth truth = Truth.NO;
    for (Expression argument : match.arguments()) {
      for (String page : PAGES) {
        TypeRef type = match.file().typeOf(argument, match.site().scope());
        truth =
            truth.or(
                type instanceof TypeRef.Unknown
                    ? Truth.NO
                    : match.file().types().resolver().isA(type, page));
      }
    }
    return truth;
  }

  /** The repository as the code calls it. */
  static String name(Match match) {
    TypeRef owner = match.file().calls().owner(match.site());
    String name =
        owner instanceof TypeRef.Named named
            ? named.name()
            : owner instanceof TypeRef.OneOf oneOf ? oneOf.names().get(0) : "the repository";
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The loop that makes the round trips many. */
  static String loop(Match match) {
    for (Loop loop : match.loops()) {
      if (loop.isPerElement() && loop.isUnbounded()) {
        return loop.text();
      }
    }
    throw new IllegalStateException(
        "a match inside a loop without a loop: " + Calls.nameOf(match.node()));
  }
}
