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

  private static final Set<String> HARMLESS =
      Set.of(
          "equals",
          "hashCode",
          "toString",
          "getClass",
          "getReferenceById",
          "getOne",
          "getById",
          "flush",
          "getHandle",
          "become",
          "close");

  private static final Pattern TYPE_NAME =
      Pattern.compile("[\\w.]+\\.[A-Z]\\w*(Repository|Mapper|Dao|DAO)");

  private static final Pattern METHOD_NAME =
      Pattern.compile(
          "(select|insert|update|delete|find|save|count|exists)([A-Z]\\w*)?|(get|list|query|remove)(By|All)\\w*");

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
   * Whether an imported type that nobody declares looks like one: the module with the mappers is
   * not always scanned along. Where the type is known its declaration speaks, not its name.
   */
  public static Truth isByName(TypeRef type, String method) {
    return type instanceof TypeRef.Named named
            && TYPE_NAME.matcher(named.name()).matches()
            && METHOD_NAME.matcher(method).matches()
        ? Truth.open(new Question.IsForeign(type))
        : Truth.NO;
  }

  /** Methods that every object has, or that only make a reference. */
  public static boolean isHarmless(String method) {
    return HARMLESS.contains(method);
  }
}
