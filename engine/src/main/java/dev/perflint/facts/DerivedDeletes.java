package dev.perflint.facts;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Methods of Spring Data's JPA repositories that delete what their name says: the query behind them
 * loads the rows, and each is removed by a statement of its own.
 */
public final class DerivedDeletes {
  private static final Pattern NAME = Pattern.compile("(delete|remove)[A-Z]?\\w*?By[A-Z]\\w*");

  /** What every repository inherits. */
  private static final Set<String> INHERITED = Set.of("deleteById", "deleteAllById");

  private static final String JPA = "org.springframework.data.jpa.";

  private DerivedDeletes() {}

  /** Whether a method may be one by its name. */
  public static boolean isName(String method) {
    return NAME.matcher(method).matches()
        && !INHERITED.contains(method)
        && !method.endsWith("InBatch");
  }

  /** Whether a method without a body is one: nobody has written a query for it. */
  static boolean isName(MethodDeclaration method) {
    return method.getBody().isEmpty() && isName(method.getNameAsString());
  }

  /** The same, in a file that speaks of JPA: other stores delete with one command. */
  public static boolean is(MethodDeclaration method, FileContext file) {
    return isName(method)
        && method.getAnnotations().stream().noneMatch(DerivedDeletes::saysHow)
        && file.unit().source().text().contains(JPA);
  }

  private static boolean saysHow(AnnotationExpr annotation) {
    String name = annotation.getName().getIdentifier();
    return name.endsWith("Query") || name.equals("Modifying") || name.equals("Procedure");
  }
}
