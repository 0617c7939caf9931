package dev.perflint.project;

import dev.perflint.facts.Surroundings;
import dev.perflint.model.Excerpt;
import dev.perflint.model.Fix;
import dev.perflint.model.Location;
import dev.perflint.model.Notice;
import dev.perflint.model.Region;
import dev.perflint.model.RuleId;
import dev.perflint.model.Step;
import dev.perflint.source.Suppression;
import dev.perflint.types.TypeRef;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives types other names wherever plain data mentions them: in references, and in what begins with
 * the name of a type, such as the ids of methods and the keys of fields. What mentions none stays
 * the same object.
 */
final class Renaming {
  /** In these is no type's name, and there are many. */
  private static final Set<Class<?>> LEFT =
      Set.of(
          Region.class,
          Location.class,
          Excerpt.class,
          Suppression.class,
          Notice.class,
          Step.class,
          Fix.class,
          RuleId.class);

  private static final Map<Class<?>, Optional<Shape>> SHAPES = new ConcurrentHashMap<>();

  private final Map<String, String> names;
  private final Set<String> open;

  /**
   * @param names the other name by the one that is written
   * @param open names that may mean several types: a reference to such a one says nothing
   */
  Renaming(Map<String, String> names, Set<String> open) {
    this.names = Map.copyOf(names);
    this.open = Set.copyOf(open);
  }

  /**
   * @param <T> of records, or what they are made of
   */
  @SuppressWarnings("unchecked")
  <T> T in(T value) {
    return (T) renamed(value);
  }

  private Object renamed(Object value) {
    if (value instanceof String text) {
      return name(text);
    }
    if (value instanceof List<?> list) {
      return list(list);
    }
    if (value instanceof Optional<?> one) {
      return one.isEmpty() ? one : keep(one, one.get());
    }
    if (value instanceof TypeRef.Named named && open.contains(named.name())
        || value instanceof TypeRef.OneOf oneOf
            && oneOf.names().stream().anyMatch(open::contains)) {
      return TypeRef.UNKNOWN;
    }
    return value instanceof Record && value != Surroundings.PLAIN
        ? shape(value.getClass()).map(shape -> shape.renamed(value, this)).orElse(value)
        : value;
  }

  private Object keep(Optional<?> one, Object inside) {
    Object other = renamed(inside);
    return other == inside ? one : Optional.of(other);
  }

  private List<?> list(List<?> list) {
    List<Object> others = null;
    for (int i = 0; i < list.size(); i++) {
      Object element = list.get(i);
      Object other = renamed(element);
      if (other != element && others == null) {
        others = new ArrayList<>(list);
      }
      if (others != null) {
        others.set(i, other);
      }
    }
    return others == null ? list : others;
  }

  /** Of {@code Type}, {@code Type#member} or {@code Type|Other#member}. */
  private String name(String text) {
    if (text.indexOf('.') < 0) {
      return text; // most are plain words
    }
    int hash = text.indexOf('#');
    String type = hash < 0 ? text : text.substring(0, hash);
    String other = type.indexOf('|') < 0 ? names.get(type) : several(type);
    return other == null ? text : hash < 0 ? other : other + text.substring(hash);
  }

  private String several(String types) {
    StringJoiner others = new StringJoiner("|");
    for (String type : types.split("\\|")) {
      others.add(names.getOrDefault(type, type));
    }
    return others.toString();
  }

  private static Optional<Shape> shape(Class<?> type) {
    Optional<Shape> known = SHAPES.get(type);
    return known != null ? known : SHAPES.computeIfAbsent(type, Renaming::shapeOf);
  }

  private static Optional<Shape> shapeOf(Class<?> type) {
    return LEFT.contains(type) ? Optional.empty() : Optional.of(new Shape(type));
  }

  /** How to take a record apart and to make another one. */
  private static final class Shape {
    private final List<Method> parts = new ArrayList<>();
    private final Constructor<?> maker;

    Shape(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      for (RecordComponent component : components) {
        component.getAccessor().setAccessible(true);
        parts.add(component.getAccessor());
      }
      try {
        maker =
            type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
        maker.setAccessible(true);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("each record has one", e);
      }
    }

    Object renamed(Object whole, Renaming renaming) {
      try {
        Object[] others = new Object[parts.size()];
        boolean same = true;
        for (int i = 0; i < others.length; i++) {
          Object part = parts.get(i).invoke(whole);
          others[i] = renaming.renamed(part);
          same &= others[i] == part;
        }
        return same ? whole : maker.newInstance(others);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("records are plain data", e);
      }
    }
  }
}
