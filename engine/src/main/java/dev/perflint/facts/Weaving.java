package dev.perflint.facts;

import com.github.javaparser.ast.expr.AnnotationExpr;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import java.util.Map;

/**
 * Whether annotations are woven into the classes: then they hold for calls of an object's own
 * methods too, which never meet a proxy.
 */
public final class Weaving {
  private static final String WOVEN = "woven";

  private Weaving() {}

  /** Whether some file asks for it. */
  public static Truth anywhere() {
    return Truth.open(new Question.Said(WOVEN));
  }

  /** What the file says to that: {@code @EnableCaching(mode = AdviceMode.ASPECTJ)} and its like. */
  public static Map<String, Truth> of(FileContext file) {
    return Annotations.anyOfTypes(file, Weaving::asks) ? Map.of(WOVEN, Truth.SURE) : Map.of();
  }

  private static boolean asks(AnnotationExpr annotation) {
    String name = annotation.getName().getIdentifier();
    return name.startsWith("Enable")
        && (name.equals("EnableLoadTimeWeaving") || annotation.toString().contains("ASPECTJ"));
  }
}
