package dev.perflint.project;

import java.util.List;

/** What changes what is stored, by how libraries and repositories call it. */
final class RowChanges {
  private static final List<String> VERBS =
      List.of(
          "save",
          "insert",
          "update",
          "delete",
          "remove",
          "persist",
          "merge",
          "upsert",
          "replace",
          "store",
          "batchUpdate",
          "executeUpdate",
          "executeBatch");

  private RowChanges() {}

  /** Whether the name of a call that goes to a database begins with such a verb. */
  static boolean isNamed(String name) {
    for (String verb : VERBS) {
      if (name.startsWith(verb)
          && (name.length() == verb.length()
              || !Character.isLowerCase(name.charAt(verb.length())))) {
        return true;
      }
    }
    return false;
  }
}
