package dev.perflint.types;

import java.util.List;
import java.util.Map;

/**
 * One library type of a {@link TypeTable}.
 *
 * @param name qualified, dots for nested types
 * @param typeParameters names, e.g. {@code K, V}
 * @param bounds the first bound other than {@code java.lang.Object} of each type parameter that has
 *     one; it stands in for a parameter whose argument is not known, and may name type parameters
 *     itself: {@code T} of {@code <T extends Comparable<T>>} maps to {@code Comparable<T>}
 * @param supertypes superclass and interfaces as written, in terms of the type parameters; {@code
 *     java.lang.Object} is left out
 * @param members declared here, not the inherited ones; public and protected
 * @param since first JDK feature release that has it, 8 for "8 or earlier"; 0 where not recorded
 */
public record ApiType(
    String name,
    Kind kind,
    boolean isFinal,
    List<String> typeParameters,
    Map<String, TypeRef> bounds,
    List<TypeRef> supertypes,
    List<ApiMember> members,
    int since) {

  /** What kind of declaration. */
  public enum Kind {
    CLASS,
    INTERFACE,
    ENUM,
    RECORD,
    ANNOTATION
  }

  public ApiType {
    typeParameters = List.copyOf(typeParameters);
    bounds = Map.copyOf(bounds);
    supertypes = List.copyOf(supertypes);
    members = List.copyOf(members);
  }

  /** A type without bounded type parameters. */
  public ApiType(
      String name,
      Kind kind,
      boolean isFinal,
      List<String> typeParameters,
      List<TypeRef> supertypes,
      List<ApiMember> members,
      int since) {
    this(name, kind, isFinal, typeParameters, Map.of(), supertypes, members, since);
  }
}
