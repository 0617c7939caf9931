package dev.perflint.match;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnionType;
import dev.perflint.facts.FileContext;
import dev.perflint.knowledge.MemberPattern;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/** The words that select sites. */
public final class Patterns {
  private Patterns() {}

  /**
   * Calls, creations and references of these members, e.g. {@code
   * "java.util.concurrent.Future#get()"}.
   */
  public static Pattern call(String... members) {
    return new MemberPatterns.Named(Arrays.stream(members).map(MemberPattern::parse).toList());
  }

  /** Calls, creations and references of the members that the library knowledge gives this role. */
  public static Pattern role(String role) {
    return new MemberPatterns.OfRole(role, member -> true);
  }

  /** The same, of one kind only. */
  public static Pattern role(String role, String kind) {
    return new MemberPatterns.OfRole(role, member -> member.kind().equals(kind));
  }

  /** Catch clauses that name this exception, alone or beside others. */
  public static Pattern catching(String exception) {
    return on(
        CatchClause.class,
        (file, site) -> names(site.as(CatchClause.class), exception, file, site));
  }

  /** What ends a chain of calls that begins with a builder of that kind. */
  public static Pattern built(String kind) {
    return new BuiltPattern(member -> member.kind().equals(kind));
  }

  private static Truth names(CatchClause clause, String exception, FileContext file, Site site) {
    Type type = clause.getParameter().getType();
    List<? extends Type> alternatives =
        type instanceof UnionType union ? union.getElements() : List.of(type);
    for (Type alternative : alternatives) {
      if (alternative instanceof ClassOrInterfaceType named
          && exception.endsWith("." + named.getNameAsString())
          && file.names().resolve(named, site.frame()).equals(TypeRef.named(exception))) {
        return Truth.SURE;
      }
    }
    return Truth.NO;
  }

  /** Every node of a class; for what the other words do not reach. */
  public static Pattern on(
      Class<? extends Node> nodeClass, BiFunction<FileContext, Site, Truth> test) {
    return new NodePattern(nodeClass, test);
  }

  /** The first of these that finds something. */
  public static Pattern anyOf(Pattern... options) {
    return new AlternativePattern(List.of(options));
  }
}
