package dev.perflint.facts;

import com.github.javaparser.ast.expr.AnnotationExpr;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import java.util.Map;

/** Whether Spring is told to look at annotations of caches; without that they do nothing. */
public final class Caching {
  private static final String ENABLED = "caching";

  private Caching() {}

  /** Whether some file tells it. */
  public static Truth anywhere() {
    return Truth.open(new Question.Said(ENABLED));
  }

  /** What the file says to that: {@code @EnableCaching}. */
  public static Map<String, Truth> of(FileContext file) {
    return Annotations.anyOfTypes(file, Caching::enables) ? Map.of(ENABLED, Truth.SURE) : Map.of();
  }

  private static boolean enables(AnnotationExpr annotation) {
    return annotation.getName().getIdentifier().equals("EnableCaching");
  }
}
