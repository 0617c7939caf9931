package dev.perflint.facts;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Methods of Spring Data's JPA repositories that delete what their name says: the query behind them
 * loads the rows, and each is removed by a statement of its own.
 */
public final class DerivedDeletes {
  private static final Pattern NAME = Pattern.compile("(delete|remove)[A-Z]?\\w*?By[A-Z]\\w*");

  /** What every repository inherits. */
  private static final Set<String> INHERITED = Set.of("deleteById", "deleteAllById");

  private static final Pattern CONDITION =
      Pattern.compile("[a-z]\\w*?By([A-Z]\\w*?)(?:OrderBy\\w*)?");

  private static final Pattern COMPARED =
      Pattern.compile(
          ".*(?:In|Not|Null|True|False|Before|After|Between|Than|ThanEqual|Like|Containing"
              + "|(?:Starting|Ending)With|Regex|Contains|Matches|IgnoreCase)");

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

  /**
   * The properties whose values the name wants to be equal, as it is written there; none where it
   * has alternatives, of which each may hold for other rows.
   */
  public static List<String> equalProperties(String method) {
    Matcher name = CONDITION.matcher(method);
    if (!name.matches() || name.group(1).contains("Or")) {
      return List.of();
    }
    List<String> properties = new ArrayList<>(1);
    for (String part : name.group(1).split("And(?=[A-Z])")) {
      if (!COMPARED.matcher(part).matches()) {
        properties.add(part);
      }
    }
    return properties;
  }

  private static boolean saysHow(AnnotationExpr annotation) {
    String name = annotation.getName().getIdentifier();
    return name.endsWith("Query") || name.equals("Modifying") || name.equals("Procedure");
  }
}
