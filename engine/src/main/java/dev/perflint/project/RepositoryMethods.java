package dev.perflint.project;

import java.util.Set;

/** Methods of a repository that reach no database. */
final class RepositoryMethods {
  private static final Set<String> HARMLESS =
      Set.of(
          "equals",
          "hashCode",
          "toString",
          "getClass",
          "getReferenceById",
          "getOne",
          "getById",
          "flush");

  private RepositoryMethods() {}

  static boolean isHarmless(String name) {
    return HARMLESS.contains(name);
  }
}
