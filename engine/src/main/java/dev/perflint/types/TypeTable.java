package dev.perflint.types;

import java.util.List;
import java.util.Optional;

/** Types of which the members are known: the JDK's, a library's, a given classpath's. */
public interface TypeTable {
  /**
   * @param qualifiedName with dots for nested types
   * @return empty when this table says nothing of the type
   */
  Optional<ApiType> find(String qualifiedName);

  /** Whether this table knows the type. */
  default boolean has(String qualifiedName) {
    return find(qualifiedName).isPresent();
  }

  /**
   * What a type extends and implements, for which a table may need no members.
   *
   * @return empty when this table says nothing of the type
   */
  default Optional<List<TypeRef>> supertypes(String qualifiedName) {
    return find(qualifiedName).map(ApiType::supertypes);
  }

  /** The same, and where it says nothing what another one says. */
  default TypeTable or(TypeTable other) {
    return name -> {
      Optional<ApiType> here = find(name);
      return here.isPresent() ? here : other.find(name);
    };
  }
}
