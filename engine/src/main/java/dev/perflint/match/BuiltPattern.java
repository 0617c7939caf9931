package dev.perflint.match;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.facts.BuilderChain;
import dev.perflint.facts.Calls;
import dev.perflint.facts.FileContext;
import dev.perflint.knowledge.Knowledge;
import dev.perflint.knowledge.KnownMember;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The ends of chains like {@code S3Client.builder().region(home).build()}: what stands between is
 * not looked at, so that nothing has to be known of the builder's type.
 */
record BuiltPattern(Predicate<KnownMember> wanted) implements Selector {
  @Override
  public Set<Trigger> triggers(Knowledge knowledge) {
    Set<Trigger> triggers = new LinkedHashSet<>();
    for (KnownMember member : knowledge.members(Roles.OPENS_BUILDER)) {
      if (wanted.test(member)) {
        triggers.add(new Trigger(MethodCallExpr.class, member.endOfChain()));
      }
    }
    return triggers;
  }

  @Override
  public List<Found> find(FileContext file, Site site) {
    String end = Calls.nameOf(site.node());
    for (Calls.Known opener : BuilderChain.endingAt(file, site).openers(Roles.OPENS_BUILDER)) {
      KnownMember member = opener.member();
      Truth truth = opener.truth();
      if (wanted.test(member) && member.endOfChain().equals(end) && truth.mayBeReported()) {
        return List.of(new Found(new Match(file, site, Optional.of(member)), truth));
      }
    }
    return List.of();
  }
}
