package dev.perflint.facts;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Code that brings the data of an older release up to date, once for each installation. */
public final class Migrations {
  /** How the classes of its steps are called, whatever runs them. */
  private static final List<String> STEPS =
      List.of("Migration", "Migrations", "Upgrader", "ChangeSet");

  /** The same with those that run the steps or help them. */
  private static final List<String> PARTS =
      List.of("Migration", "Migrator", "ChangeSet", "Upgrade", "Upgrader");

  private static final Set<String> PACKAGES =
      Set.of("migration", "migrations", "upgrade", "upgrades", "upgrader", "upgraders");

  private Migrations() {}

  /** Whether a class, or one around it, is a step, by its name. */
  public static boolean isNamed(String qualifiedType) {
    return mentions(qualifiedType, STEPS)
        && anyPart(qualifiedType, part -> STEPS.stream().anyMatch(part::endsWith));
  }

  /** Whether a class belongs to one, by its name or that of its package. */
  public static boolean isAbout(String qualifiedType) {
    return (mentions(qualifiedType, PACKAGES) || mentions(qualifiedType, PARTS))
        && anyPart(
            qualifiedType,
            part -> PACKAGES.contains(part) || PARTS.stream().anyMatch(part::endsWith));
  }

  /** Asked for each method that overrides one; hardly any name has such a word. */
  private static boolean mentions(String qualifiedType, Collection<String> words) {
    for (String word : words) {
      if (qualifiedType.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean anyPart(String qualifiedType, Predicate<String> holds) {
    for (String part : qualifiedType.split("[.$]")) {
      if (holds.test(part)) {
        return true;
      }
    }
    return false;
  }
}
