package dev.perflint.types;

import java.util.List;
import java.util.Map;

/**
 * One method, constructor or field of an {@link ApiType}.
 *
 * @param name {@code <init>} for a constructor
 * @param typeParameters the method's own, e.g. {@code R} of {@code <R> Stream<R> map(...)}
 * @param bounds as in {@link ApiType#bounds}, of the method's own type parameters
 * @param parameters types in order; a varargs parameter is an array
 * @param type return type ({@code void} as a named type), the field's type, the constructed type
 * @param since as in {@link ApiType#since}
 */
public record ApiMember(
    Kind kind,
    String name,
    boolean isStatic,
    boolean isAbstract,
    boolean isVarargs,
    List<String> typeParameters,
    Map<String, TypeRef> bounds,
    List<TypeRef> parameters,
    TypeRef type,
    int since) {

  /** What kind of member. */
  public enum Kind {
    METHOD,
    CONSTRUCTOR,
    FIELD
  }

  public ApiMember {
    typeParameters = List.copyOf(typeParameters);
    bounds = Map.copyOf(bounds);
    parameters = List.copyOf(parameters);
  }

  /** A member without bounded type parameters. */
  public ApiMember(
      Kind kind,
      String name,
      boolean isStatic,
      boolean isAbstract,
      boolean isVarargs,
      List<String> typeParameters,
      List<TypeRef> parameters,
      TypeRef type,
      int since) {
    this(
        kind,
        name,
        isStatic,
        isAbstract,
        isVarargs,
        typeParameters,
        Map.of(),
        parameters,
        type,
        since);
  }

  /** Whether a call with so many arguments may mean this member. */
  public boolean accepts(int arity) {
    return isVarargs ? arity >= parameters.size() - 1 : arity == parameters.size();
  }
}
