package dev.perflint.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * Methods that a library calls. At least one of annotation and supertype is there.
 *
 * <ul>
 *   <li>Annotation alone: every method that carries it; with names, the methods of that name in
 *       classes that carry it, with {@link #EACH} all their public ones.
 *   <li>Supertype: the named methods of its subtypes; without names, every public method of a
 *       subtype that overrides a method of a class or interface above it.
 *   <li>Both: as for the supertype, where the subtype carries the annotation.
 * </ul>
 *
 * @param annotation qualified name
 * @param supertype qualified name
 * @param methods names
 * @param takes qualified names of types, one of which the method is handed; empty where that does
 *     not matter
 * @param label how a person calls such an entry; where there is none, the method's name will do
 * @param virtualIf the configuration property with which virtual threads run it
 */
public record EntryPoint(
    EntryKind kind,
    Optional<String> annotation,
    Optional<String> supertype,
    List<String> methods,
    List<String> takes,
    Optional<EntryLabel> label,
    Optional<String> virtualIf,
    String library) {
  /** Stands for the names of all public methods of a class that carries the annotation. */
  public static final String EACH = "*";

  /** Whether each public method of a class that carries the annotation is one. */
  public boolean marksClasses() {
    return supertype.isEmpty() && methods.contains(EACH);
  }

  /** Whether each method that carries the annotation is one. */
  public boolean marksMethods() {
    return supertype.isEmpty() && methods.isEmpty();
  }

  public EntryPoint {
    methods = List.copyOf(methods);
    takes = List.copyOf(takes);
    if (annotation.isEmpty() && supertype.isEmpty()) {
      throw new IllegalArgumentException("an entry point needs an annotation or a supertype");
    }
  }
}
