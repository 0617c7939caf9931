package dev.perflint.facts;

import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which beans the code of one file asks a container for, beside its fields and parameters. Read
 * from the names of methods: what is no container after all only makes a bean count as used.
 */
public final class BeanRequests {
  private static final String TYPE = "asks for a ";
  private static final String NAME = "asks for the bean ";

  private static final Set<String> ASKING =
      Set.of(
          "getBean",
          "getBeanProvider",
          "getBeansOfType",
          "getInstance",
          "getProvider",
          "lookup",
          "select");

  private BeanRequests() {}

  /** What the file says, each under a key that {@link #type} or {@link #name} reads. */
  public static Map<String, Truth> of(FileContext file) {
    Map<String, Truth> says = new TreeMap<>();
    for (String name : ASKING) {
      for (Site site : file.unit().sites().calls(name)) {
        if (site.node() instanceof MethodCallExpr call) {
          call.getArguments().forEach(argument -> add(argument, site, file, says));
        }
      }
    }
    return says;
  }

  private static void add(
      Expression argument, Site site, FileContext file, Map<String, Truth> into) {
    if (argument instanceof StringLiteralExpr text) {
      into.put(NAME + text.asString(), Truth.SURE);
    } else if (argument instanceof ClassExpr literal) {
      TypeRef type = file.typeOf(literal.getType(), site.frame());
      if (type instanceof TypeRef.Named named) {
        into.put(TYPE + named.name(), Truth.SURE);
      } else if (type instanceof TypeRef.OneOf oneOf) {
        oneOf.names().forEach(name -> into.put(TYPE + name, Truth.SURE));
      }
    }
  }

  /** The qualified name of a type that is asked for. */
  public static Optional<String> type(String said) {
    return after(TYPE, said);
  }

  /** The name of a bean that is asked for. */
  public static Optional<String> name(String said) {
    return after(NAME, said);
  }

  private static Optional<String> after(String prefix, String said) {
    return said.startsWith(prefix)
        ? Optional.of(said.substring(prefix.length()))
        : Optional.empty();
  }
}
