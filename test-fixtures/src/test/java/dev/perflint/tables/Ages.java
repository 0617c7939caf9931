package dev.perflint.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** The first JDK release that has a type or member. */
final class Ages {
  static final int OLDEST = 8;
  static final int NEWEST = 25;

  /** Knows of no age. */
  static final Ages NONE = new Ages();

  private final Map<String, Integer> first = new HashMap<>();
  private final Map<String, Integer> firstPreview = new HashMap<>();

  private Ages() {}

  /**
   * Looks types up in each release, with their inherited members: what {@code ByteBuffer} overrides
   * since 9 could be called since 8.
   *
   * @param types by qualified name, whether visible today
   */
  static Ages ofJdk(Map<String, Boolean> types) {
    Ages ages = new Ages();
    for (int release = OLDEST; release <= NEWEST; release++) {
      int current = release;
      Javac.ask(
          List.of("--release", "" + release),
          javac -> {
            types.forEach((name, isVisible) -> ages.see(name, isVisible, current, javac));
            return ages;
          });
    }
    return ages;
  }

  private void see(String name, boolean isVisible, int release, ProcessingEnvironment javac) {
    TypeElement type = javac.getElementUtils().getTypeElement(name);
    if (type == null || isVisible && !ElementReader.isVisible(type)) {
      return;
    }
    TypeRefs refs = new TypeRefs(javac.getTypeUtils());
    note(key(type), release, Previews.isPreview(type));
    for (Element member : javac.getElementUtils().getAllMembers(type)) {
      boolean isOwn = member.getEnclosingElement().equals(type);
      if (ElementReader.isVisible(member)
          && (isOwn || member.getKind() != ElementKind.CONSTRUCTOR)) {
        note(refs.key(type, member), release, Previews.isPreview(member));
      }
    }
  }

  private void note(String key, int release, boolean isPreview) {
    (isPreview ? firstPreview : first).putIfAbsent(key, release);
  }

  static String key(TypeElement type) {
    return type.getQualifiedName().toString();
  }

  /**
   * @return the first release in which it is no preview, else the first in which it is, else 0
   */
  int of(String key) {
    return first.getOrDefault(key, firstPreview.getOrDefault(key, 0));
  }
}
