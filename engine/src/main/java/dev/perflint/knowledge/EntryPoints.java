package dev.perflint.knowledge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Entry points by what a declaration shows at a glance: each method of each file is held against
 * all of them, and nearly all could be none.
 */
public final class EntryPoints {
  private final Map<String, List<EntryPoint>> byAnnotation = new HashMap<>();
  private final Map<String, List<EntryPoint>> byMethod = new HashMap<>();
  private final List<EntryPoint> overriding = new ArrayList<>();
  private final List<EntryPoint> ofClasses = new ArrayList<>();
  private final Set<String> annotations = new LinkedHashSet<>();
  private final Map<EntryPoint, Integer> order = new IdentityHashMap<>();

  private EntryPoints(List<EntryPoint> all) {
    for (EntryPoint entry : all) {
      order.put(entry, order.size());
      if (entry.marksMethods()) {
        String annotation = entry.annotation().orElseThrow();
        annotations.add(annotation);
        add(annotation.substring(annotation.lastIndexOf('.') + 1), entry, byAnnotation);
      } else if (entry.methods().isEmpty()) {
        overriding.add(entry);
      } else if (entry.marksClasses()) {
        ofClasses.add(entry);
      } else {
        entry.methods().forEach(method -> add(method, entry, byMethod));
      }
    }
  }

  private static void add(String name, EntryPoint entry, Map<String, List<EntryPoint>> to) {
    to.computeIfAbsent(name, any -> new ArrayList<>(1)).add(entry);
  }

  /** Those of all libraries. */
  public static EntryPoints of(Knowledge knowledge) {
    return knowledge.derived(EntryPoints.class, all -> new EntryPoints(all.entryPoints()));
  }

  /** Annotations, by qualified name, each of which alone makes a method an entry point. */
  public Set<String> annotations() {
    return Collections.unmodifiableSet(annotations);
  }

  /** Those of supertypes with a method of that name. */
  public List<EntryPoint> ofMethod(String name) {
    return byMethod.getOrDefault(name, List.of());
  }

  /**
   * Those that a method may be, in the order of {@link Knowledge#entryPoints}.
   *
   * @param annotations on the method, by simple name
   * @param overrides whether it is a public method that overrides another
   * @param offered whether it is a public method of a class with annotations
   */
  public List<EntryPoint> of(
      String name, List<String> annotations, boolean overrides, boolean offered) {
    List<EntryPoint> named = ofMethod(name);
    if (annotations.isEmpty() && !overrides && !offered) {
      return named;
    }
    List<EntryPoint> found = new ArrayList<>(named);
    for (String annotation : new LinkedHashSet<>(annotations)) {
      found.addAll(byAnnotation.getOrDefault(annotation, List.of()));
    }
    if (overrides) {
      found.addAll(overriding);
    }
    if (offered) {
      found.addAll(ofClasses);
    }
    found.sort(Comparator.comparing(order::get));
    return found;
  }
}
