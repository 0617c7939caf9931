package dev.perflint.tables;

import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/** Which elements of a JDK can be used with {@code --enable-preview} only. */
final class Previews {
  private static final String JAVAC_CODE = "com.sun.tools.javac.code.";

  private Previews() {}

  static boolean isPreview(Element element) {
    for (Element e = element; e != null; e = e.getEnclosingElement()) {
      if (hasPreviewFlag(e) || isRemovedBeforeItIsFinal(e)) {
        return true;
      }
    }
    return false;
  }

  /** The public model does not tell, so the module's surefire exports javac's own to the tests. */
  private static boolean hasPreviewFlag(Element element) {
    try {
      long mask = Class.forName(JAVAC_CODE + "Flags").getField("PREVIEW_API").getLong(null);
      Class<?> symbol = Class.forName(JAVAC_CODE + "Symbol");
      return ((long) symbol.getMethod("flags").invoke(element) & mask) != 0;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("run with --add-exports jdk.compiler/" + JAVAC_CODE, e);
    }
  }

  /**
   * Release 13, which had no such flag yet, marked the methods that came with text blocks as
   * deprecated for removal.
   */
  private static boolean isRemovedBeforeItIsFinal(Element element) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      if (annotation.getAnnotationType().toString().equals("java.lang.Deprecated")) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> value :
            annotation.getElementValues().entrySet()) {
          if (value.getKey().getSimpleName().contentEquals("forRemoval")) {
            return (boolean) value.getValue().getValue();
          }
        }
      }
    }
    return false;
  }
}
