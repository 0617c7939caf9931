package dev.perflint.rules.dataaccess;

import dev.perflint.facts.Calls;
import dev.perflint.facts.DerivedDeletes;
import dev.perflint.facts.EntityTraits;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.Loop;
import dev.perflint.facts.RepositoryTypes;
import dev.perflint.facts.UniqueProperties;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.regex.Pattern;

/** Calls of repository methods that load what they delete. */
final class RowDeletes {
  /** What a name says of more than one row. */
  private static final Pattern OF_MANY =
      Pattern.compile(
          "(delete|remove)All\\w*By.*|.*(In|Before|After|Between|Than|ThanEqual|Like|Containing|(Starting|Ending)With)"
              + "((And|Or)[A-Z]\\w*)?");

  private RowDeletes() {}

  static Truth isCall(FileContext file, Site site) {
    String name = Calls.nameOf(site.node());
    if (!DerivedDeletes.isName(name)) {
      return Truth.NO;
    }
    TypeRef owner = file.calls().owner(site);
    return RepositoryTypes.is(owner, file.types().resolver(), file.knowledge())
        .and(
            Truth.open(
                new Question.Does(file.calls().method(site, owner, name), Roles.DELETES_BY_NAME)));
  }

  static boolean isOfMany(Match match) {
    return OF_MANY.matcher(match.callee()).matches();
  }

  /** One of the properties that have to be equal stands in one row only. */
  static Truth isOfOne(Match match) {
    TypeRef repository = match.file().calls().owner(match.site());
    Truth unique = Truth.NO;
    for (String property : DerivedDeletes.equalProperties(match.callee())) {
      String trait = UniqueProperties.trait(property);
      unique = unique.or(Truth.open(new Question.EntityHas(repository, trait)));
    }
    return unique;
  }

  /** The entity wants to be loaded: other rows go with it, or code runs. */
  static Truth removesMore(Match match) {
    TypeRef repository = match.file().calls().owner(match.site());
    return Truth.open(new Question.EntityHas(repository, EntityTraits.REMOVES_MORE));
  }

  static String message(Match match) {
    String often =
        match.elementLoop().map(Loop::text).map(text -> ", and that in the " + text).orElse("");
    return "`%s` of %s loads the rows and deletes them one by one%s."
        .formatted(match.callee(), Repositories.name(match), often);
  }
}
