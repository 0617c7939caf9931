package dev.perflint.match;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.perflint.facts.FileContext;
import dev.perflint.knowledge.Knowledge;
import dev.perflint.knowledge.KnownMember;
import dev.perflint.knowledge.MemberPattern;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Patterns over calls, creations and method references of named members. */
final class MemberPatterns {
  private MemberPatterns() {}

  private static void addTriggers(MemberPattern member, Set<Trigger> into) {
    if (member.isConstructor()) {
      into.add(new Trigger(ObjectCreationExpr.class, member.simpleTypeName()));
    } else {
      into.add(new Trigger(MethodCallExpr.class, member.name()));
      into.add(new Trigger(MethodReferenceExpr.class, member.name()));
    }
  }

  /** Beside other patterns these are asked about nodes that those want. */
  private static boolean calls(Site site) {
    return site.node() instanceof MethodCallExpr
        || site.node() instanceof MethodReferenceExpr
        || site.node() instanceof ObjectCreationExpr;
  }

  /** Members that the rule itself names. */
  record Named(List<MemberPattern> members) implements Selector {
    @Override
    public Set<Trigger> triggers(Knowledge knowledge) {
      Set<Trigger> triggers = new LinkedHashSet<>();
      members.forEach(member -> addTriggers(member, triggers));
      return triggers;
    }

    @Override
    public List<Found> find(FileContext file, Site site) {
      if (!calls(site)) {
        return List.of();
      }
      Truth truth = Truth.NO;
      for (MemberPattern member : members) {
        truth = truth.or(file.calls().means(site, member));
      }
      return truth.mayBeReported()
          ? List.of(new Found(new Match(file, site, Optional.empty()), truth))
          : List.of();
    }
  }

  /** Members that the library knowledge gives a role. */
  record OfRole(String role, Predicate<KnownMember> wanted) implements Selector {
    @Override
    public Set<Trigger> triggers(Knowledge knowledge) {
      Set<Trigger> triggers = new LinkedHashSet<>();
      for (KnownMember member : knowledge.members(role)) {
        if (wanted.test(member)) {
          addTriggers(member.member(), triggers);
        }
      }
      return triggers;
    }

    @Override
    public List<Found> find(FileContext file, Site site) {
      if (!calls(site)) {
        return List.of();
      }
      KnownMember best = null;
      Truth truth = Truth.NO;
      for (var known : file.calls().known(site, role)) {
        if (wanted.test(known.member())) {
          boolean better =
              best == null
                  || known.truth().equals(Truth.SURE) && !truth.equals(Truth.SURE)
                  || !truth.equals(Truth.SURE) && makesWhatIsDeclared(known.member(), file, site);
          best = better ? known.member() : best;
          truth = truth.or(known.truth());
        }
      }
      return truth.mayBeReported() && best != null
          ? List.of(new Found(new Match(file, site, Optional.of(best)), truth))
          : List.of();
    }

    /** Of what only the merge can tell apart, the variable's type says which one is meant. */
    private static boolean makesWhatIsDeclared(KnownMember member, FileContext file, Site site) {
      return site.node().getParentNode().orElse(null) instanceof VariableDeclarator variable
          && variable.getType() instanceof ClassOrInterfaceType type
          && file.names().resolve(type, site.frame()) instanceof TypeRef.Named declared
          && declared.name().equals(member.makes().orElse(member.member().type()));
    }
  }
}
