package dev.perflint.facts;

import java.util.List;

/** Code that brings the data of an older release up to date, once for each installation. */
public final class Migrations {
  private static final List<String> ENDINGS =
      List.of("Migration", "Migrations", "Upgrader", "ChangeSet");

  private Migrations() {}

  /** By the name that such classes have, whatever runs them, or the class around. */
  public static boolean isNamed(String qualifiedType) {
    for (String part : qualifiedType.split("[.$]")) {
      for (String ending : ENDINGS) {
        if (part.endsWith(ending)) {
          return true;
        }
      }
    }
    return false;
  }
}
