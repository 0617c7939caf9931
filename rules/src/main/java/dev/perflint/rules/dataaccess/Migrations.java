package dev.perflint.rules.dataaccess;

import dev.perflint.match.Match;
import java.util.List;
import java.util.Set;

/** Code that brings the data of an older release up to date, once for each installation. */
final class Migrations {
  private static final Set<String> PACKAGES =
      Set.of("migration", "migrations", "upgrade", "upgrades", "upgrader", "upgraders");

  private static final List<String> ENDINGS =
      List.of("Migration", "Migrator", "ChangeSet", "Upgrade", "Upgrader");

  private Migrations() {}

  /** By the names that such packages and classes have, whatever runs them. */
  static boolean isIn(Match match) {
    for (String part : match.file().typeNameAround(match.site().frame()).split("[.$]")) {
      if (PACKAGES.contains(part) || ENDINGS.stream().anyMatch(part::endsWith)) {
        return true;
      }
    }
    return false;
  }
}
