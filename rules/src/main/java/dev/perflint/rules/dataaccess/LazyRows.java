package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.facts.FetchPlans;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.LazyLoads;
import dev.perflint.facts.Loop;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.rule.Rule;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.Optional;
import java.util.regex.Pattern;

/** Loops over rows of which each is asked for what it refers to. */
final class LazyRows {
  private LazyRows() {}

  /** Asked for every call of a file, so loops come first. */
  static Truth areAsked(FileContext file, Site site) {
    if (file.loops().around(site).isEmpty()) {
      return Truth.NO;
    }
    LazyLoads lazy = LazyLoads.of(file);
    return lazy.loopOf(site).isPresent() ? getter(file, site).or(lazy.loadsInside(site)) : Truth.NO;
  }

  private static Truth getter(FileContext file, Site site) {
    return site.node() instanceof MethodCallExpr call
            && LazyLoads.of(file).loopOver(call.getScope().orElse(call), site).isPresent()
        ? LazyLoads.of(file).loads(call, site)
        : Truth.NO;
  }

  /** Rows that a query has given without what they refer to. */
  static Truth areBare(Match match) {
    LazyLoads lazy = LazyLoads.of(match.file());
    return lazy.loopOf(match.site())
        .map(loop -> loop.truth().and(lazy.goesThroughBareRows(loop, match.site())))
        .orElse(Truth.NO);
  }

  /** {@code findByOrderId(id)}: all rows refer to the same one, which is loaded once. */
  static boolean referToTheSame(Match match) {
    String getter = match.callee();
    Optional<Node> member = match.site().frame().member().map(Frame::node);
    if (!getter.startsWith("get") || getter.length() == "get".length() || member.isEmpty()) {
      return false;
    }
    Pattern byIt =
        Pattern.compile(
            "[a-z]\\w*By(?:[A-Z]\\w*And)?"
                + Pattern.quote(getter.substring("get".length()))
                + "(?:Id)?(?:(?:And|Order)[A-Z]\\w*)?");
    return member
        .get()
        .findFirst(MethodCallExpr.class, call -> byIt.matcher(call.getNameAsString()).matches())
        .isPresent();
  }

  /** The method around says what its query loads along. */
  static boolean areFetchedHere(Match match) {
    Optional<Node> member = match.site().frame().member().map(Frame::node);
    return member.filter(FetchPlans.of(match.file())::isIn).isPresent();
  }

  /**
   * What is handed a row writes it, or reads more for it: that is a query for each row, which no
   * fetch spares, and the rules of queries say so.
   */
  static Truth runsQuery(Match match) {
    FileContext file = match.file();
    TypeRef owner = file.calls().owner(match.site());
    boolean elsewhere =
        owner instanceof TypeRef.Unknown
            || owner instanceof TypeRef.ArrayOf
            || file.isOfLibrary(owner)
            || match.callee().equals("new");
    return elsewhere
        ? Truth.NO
        : Truth.open(
            new Question.Does(
                file.calls().method(match.site(), owner, match.callee()), Roles.QUERY));
  }

  static String message(Match match) {
    String loop = LazyLoads.of(match.file()).loopOf(match.site()).map(Loop::text).orElse("");
    return getter(match.file(), match.site()).mayBeReported()
        ? "`%s` loads what a row refers to, for each row by itself: %s."
            .formatted(match.callee(), loop)
        : "`%s` makes each row load what it refers to%s: %s."
            .formatted(match.callee(), Rule.VIA, loop);
  }
}
