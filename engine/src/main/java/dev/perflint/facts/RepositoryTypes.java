package dev.perflint.facts;

import dev.perflint.knowledge.Knowledge;
import dev.perflint.knowledge.Roles;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import dev.perflint.types.TypeResolver;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Interfaces of which each call runs a query: by supertype (Spring Data) or annotation (MyBatis).
 */
public final class RepositoryTypes {
  /**
   * How an annotation with a role stands among a type's supertypes, so that one question covers both: {@code
   * @org.apache.ibatis.annotations.Mapper}.
   */
  public static final String ANNOTATION_MARK = Knowledge.ANNOTATION_MARK;

  /** Of JPA: what it has read it keeps, and what it is to write it collects. */
  public static final String JPA_REPOSITORY =
      "org.springframework.data.jpa.repository.JpaRepository";

  private static final Set<String> HARMLESS =
      Set.of(
          "equals",
          "hashCode",
          "toString",
          "getClass",
          "getReferenceById",
          "flush",
          "getHandle",
          "become",
          "close");

  /** Of JPA's repositories these make a reference, too; all others read a row by them. */
  private static final Set<String> REFERENCES = Set.of("getOne", "getById");

  private static final Pattern TYPE_NAME =
      Pattern.compile("[\\w.]+\\.[A-Z]\\w*(Repository|Mapper|Dao|DAO)");

  private static final Pattern METHOD_NAME =
      Pattern.compile(
          "(select|insert|update|delete|find|save|count|exists)([A-Z]\\w*)?|(get|list|query|remove)(By|All)\\w*");

  /** The own package and {@code java.lang}; star imports would add theirs. */
  private static final int WITHOUT_STARS = 2;

  private RepositoryTypes() {}

  /** Whether a value of this type is a repository. */
  public static Truth is(TypeRef type, TypeResolver resolver, Knowledge knowledge) {
    if (type instanceof TypeRef.Unknown || type instanceof TypeRef.ArrayOf) {
      return Truth.NO;
    }
    return resolver.isA(type, knowledge.typesAndAnnotations(Roles.REPOSITORY));
  }

  /** What makes a repository of a type that has it among its supertypes, as an annotation does. */
  public static Optional<String> mark(Knowledge knowledge) {
    return knowledge.annotations(Roles.REPOSITORY).stream()
        .findFirst()
        .map(ANNOTATION_MARK::concat);
  }

  /**
   * Whether a type that nobody declares looks like one: the module with the mappers, or the file
   * beside a changed one, is not always scanned along. Where the type is known its declaration
   * speaks, not its name.
   */
  public static Truth isByName(TypeRef type, String method) {
    return written(type)
        .filter(name -> TYPE_NAME.matcher(name).matches())
        .filter(name -> METHOD_NAME.matcher(method).matches())
        .filter(name -> !REFERENCES.contains(method) || !name.endsWith("Repository"))
        .map(name -> Truth.open(new Question.IsForeign(type)))
        .orElse(Truth.NO);
  }

  /** A name that an import brings, or else the own package. */
  private static Optional<String> written(TypeRef type) {
    if (type instanceof TypeRef.Named named) {
      return Optional.of(named.name());
    }
    return type instanceof TypeRef.OneOf several && several.names().size() <= WITHOUT_STARS
        ? Optional.of(several.names().get(0))
        : Optional.empty();
  }

  /** Whether a call of this method on a value of this type runs a query. */
  public static Truth asks(
      TypeRef type, String method, TypeResolver resolver, Knowledge knowledge) {
    Truth repository = is(type, resolver, knowledge);
    return repository.isNo()
        ? repository
        : repository.and(isHarmless(type, method, resolver).not());
  }

  /**
   * Whether this method of a repository runs no query: every object has it, or it only makes a
   * reference.
   */
  public static Truth isHarmless(TypeRef repository, String method, TypeResolver resolver) {
    return REFERENCES.contains(method)
        ? resolver
            .isA(repository, JPA_REPOSITORY)
            .and(Truth.open(new Question.IsForeign(repository)).not())
        : Truth.of(HARMLESS.contains(method));
  }
}
