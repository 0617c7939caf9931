package dev.perflint.facts;

import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which types of the project the code of one file names to others who may make them, by {@code
 * Type.class} or by name; and whether it has servlets answer at all.
 */
public final class NamedTypes {
  /** What a file says that registers some servlet. */
  public static final String REGISTERS = "registers servlets";

  private static final String NAMED = "names the type ";
  private static final List<String> REGISTERING =
      List.of("addServlet", "addServletWithMapping", "registerServlet", "serve", "serveRegex");
  private static final String REGISTRATION = "ServletRegistrationBean";

  private NamedTypes() {}

  /** What the file says, each under a key; {@link #type} reads those of types. */
  public static Map<String, Truth> of(FileContext file) {
    Map<String, Truth> says = new TreeMap<>();
    for (Site site : file.unit().sites().of(ClassExpr.class)) {
      if (site.node() instanceof ClassExpr literal && !isOfLogger(literal)) {
        TypeRef type = file.typeOf(literal.getType(), site.frame());
        if (type instanceof TypeRef.Named named && !file.isOfLibrary(type)) {
          says.put(NAMED + named.name(), Truth.SURE);
        } else if (type instanceof TypeRef.OneOf oneOf) {
          oneOf.names().forEach(name -> says.put(NAMED + name, Truth.SURE));
        }
      }
    }
    if (registers(file)) {
      says.put(REGISTERS, Truth.SURE);
      for (LiteralStringValueExpr text : file.unit().sites().texts()) {
        if (text.getValue().matches("[\\w.]+\\.\\p{Lu}\\w*")) {
          says.put(NAMED + text.getValue(), Truth.SURE);
        }
      }
    }
    return says;
  }

  /** The qualified name of a type that is named. */
  public static Optional<String> type(String said) {
    return said.startsWith(NAMED) ? Optional.of(said.substring(NAMED.length())) : Optional.empty();
  }

  private static boolean registers(FileContext file) {
    return REGISTERING.stream().anyMatch(name -> !file.unit().sites().calls(name).isEmpty())
        || file.unit().sites().of(ObjectCreationExpr.class).stream()
            .anyMatch(
                site ->
                    site.node() instanceof ObjectCreationExpr made
                        && made.getType().getNameAsString().endsWith(REGISTRATION));
  }

  private static boolean isOfLogger(ClassExpr literal) {
    return literal.getParentNode().orElse(null) instanceof MethodCallExpr call
        && call.getNameAsString().startsWith("getLog");
  }
}
