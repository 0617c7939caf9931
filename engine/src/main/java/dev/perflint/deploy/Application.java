package dev.perflint.deploy;

import dev.perflint.knowledge.EntryKind;
import dev.perflint.knowledge.LibraryVersions;
import dev.perflint.model.Certainty;
import dev.perflint.settings.FileSettings;
import java.util.List;
import java.util.function.Predicate;

/**
 * What surrounds the configuration files of one module: the modules that it needs and that need it,
 * with their files and their code.
 */
public interface Application {
  /** The files of the module itself, by path; of one without code those of images only. */
  List<FileSettings> own();

  /** These, and those of the modules around, whatever profile they serve. */
  List<FileSettings> all();

  /** The files of the modules that depend on this one. */
  List<FileSettings> outer();

  /** The files of the whole project that run containers beside each other. */
  List<FileSettings> composed();

  /** Whether settings also come from where no file shows them, such as a configuration server. */
  boolean isOpaque();

  /** Whether one of these artifacts is among what the build files name. */
  boolean dependsOn(List<String> artifacts);

  /** The versions that the build files of the whole project name. */
  LibraryVersions versions();

  /**
   * Whether one of these texts stands in the code, test code left aside.
   *
   * @param words that some condition of the rules has declared: only those were looked for
   */
  boolean mentions(List<String> words);

  /**
   * Whether some file of the code has one of these texts, and each that does the other one, too.
   */
  boolean mentionsInEach(List<String> where, String other);

  /**
   * The calls of these members in the code, test code left aside.
   *
   * @param members {@code com.acme.Type#name}, of the type or a subtype
   */
  List<CodeUse> calls(List<String> members);

  /**
   * How many methods are entry points of that kind.
   *
   * @param labels which of them count, as their annotation gives it, e.g. {@code @Scheduled}
   */
  int entries(EntryKind kind, Predicate<String> labels);

  /** Whether the code has an entry point of that kind. */
  Certainty serves(EntryKind kind);

  /**
   * The same of the module, what it needs and what needs it: what else these need, such as all the
   * servers of a distribution, runs elsewhere.
   */
  Certainty servesItself(EntryKind kind);

  /**
   * Whether most of the types with entry points of that kind have a trait.
   *
   * @param trait one of {@code dev.perflint.facts.TypeTraits}
   */
  boolean servesMostlyIn(EntryKind kind, String trait);

  /** Whether the project declares types in a package, or in one below it. */
  boolean isOwnPackage(String name);
}
