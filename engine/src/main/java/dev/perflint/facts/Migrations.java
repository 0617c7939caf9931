package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

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

  /** Of Mongock and what came before it, on a class and on a step. */
  private static final List<String> ANNOTATIONS =
      List.of(
          "com.github.cloudyrock.mongock.ChangeLog",
          "com.github.cloudyrock.mongock.ChangeSet",
          "com.github.mongobee.changeset.ChangeLog",
          "com.github.mongobee.changeset.ChangeSet",
          "io.changock.migration.api.annotations.ChangeLog",
          "io.changock.migration.api.annotations.ChangeSet",
          "io.mongock.api.annotations.ChangeUnit");

  /**
   * A step, or what runs all of them. What a business upgrades or migrates, a membership or a
   * process, has a name of its own.
   */
  private static final Pattern METHOD =
      Pattern.compile(
          "(?:migrate|upgrade)(?:(?:To|From)?V?\\d\\w*|(?:Database|Db|DB|Schema|Tables?)\\w*|Data|All)?");

  private Migrations() {}

  /** Whether code belongs to one: by its class, by what stands on it, or by its method's name. */
  public static boolean isAround(FileContext file, Frame frame) {
    return isAbout(file.typeNameAround(frame)) || isMarked(file, frame) || isInStep(file, frame);
  }

  /** Whether a step, or the class of one, says so by an annotation. */
  public static boolean isMarked(FileContext file, Frame frame) {
    for (Frame at = frame; at != null; at = at.parent()) {
      if (at.node() instanceof NodeWithAnnotations<?> on
          && !on.getAnnotations().isEmpty()
          && Annotations.find(on, ANNOTATIONS, file.names(), frame).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** In such a method, or in a private one of its class that only such methods call. */
  private static boolean isInStep(FileContext file, Frame frame) {
    Optional<CallableDeclaration<?>> callable = MethodRoles.callable(frame);
    return callable.isPresent()
        && (isStep(callable.get())
            || callable.get() instanceof MethodDeclaration m && isOfSteps(file, m));
  }

  private static boolean isStep(CallableDeclaration<?> method) {
    return METHOD.matcher(method.getNameAsString()).matches();
  }

  private static boolean isOfSteps(FileContext file, MethodDeclaration method) {
    if (!method.isPrivate()
        || !(method.getParentNode().orElse(null) instanceof TypeDeclaration<?> type)) {
      return false;
    }
    // From the index: to search the type for each of its private methods takes far longer.
    List<Node> calls =
        file.unit().sites().calls(method.getNameAsString()).stream()
            .map(Site::node)
            .filter(type::isAncestorOf)
            .toList();
    return !calls.isEmpty()
        && calls.stream()
            .allMatch(
                call ->
                    call.findAncestor(MethodDeclaration.class)
                        .filter(Migrations::isStep)
                        .isPresent());
  }

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
