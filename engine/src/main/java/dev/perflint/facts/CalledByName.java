package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import dev.perflint.types.Truth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which methods the code of one file has called by their names: by reflection, or by a library that
 * reads them from annotations, as {@code @PreAuthorize("@rights.mayRead(#id)")} or {@code
 * fallbackMethod = "empty"}. Read widely: what is no method only makes one of that name count as
 * used.
 */
public final class CalledByName {
  private static final String NAMED = "calls by name ";

  private static final Set<String> REFLECTING =
      Set.of(
          "findMethod",
          "findStatic",
          "findVirtual",
          "getDeclaredMethod",
          "getMethod",
          "invokeExactMethod",
          "invokeMethod",
          "invokeStaticMethod");

  /** Annotations that have nobody call what carries them. */
  private static final Set<String> SILENT =
      Set.of(
          "CheckForNull",
          "Deprecated",
          "NonNull",
          "Nonnull",
          "NotNull",
          "Nullable",
          "Override",
          "SafeVarargs",
          "SneakyThrows",
          "SuppressFBWarnings",
          "SuppressWarnings",
          "Transactional",
          "VisibleForTesting");

  private static final Pattern CALL = Pattern.compile("(\\p{javaJavaIdentifierStart}\\w*)\\s*\\(");

  private CalledByName() {}

  /** What the file says, each under a key that {@link #method} reads. */
  public static Map<String, Truth> of(FileContext file) {
    Map<String, Truth> says = new TreeMap<>();
    for (LiteralStringValueExpr text : file.unit().sites().texts()) {
      if (isReflecting(text)) {
        says.put(NAMED + text.getValue(), Truth.SURE);
      } else if (isInAnnotation(text)) {
        Matcher call = CALL.matcher(text.getValue());
        while (call.find()) {
          says.put(NAMED + call.group(1), Truth.SURE);
        }
        if (namesMethod(text)) {
          says.put(NAMED + text.getValue(), Truth.SURE);
        }
      }
    }
    return says;
  }

  /** The name of a method that is called so. */
  public static Optional<String> method(String said) {
    return said.startsWith(NAMED) ? Optional.of(said.substring(NAMED.length())) : Optional.empty();
  }

  /**
   * Whether an annotation on a method, or on one of its parameters, may make somebody call it whom
   * the code does not show. {@code @Override} is none: its supertype says who calls it.
   */
  public static boolean isMarked(CallableDeclaration<?> method) {
    if (isMarkedItself(method)) {
      return true;
    }
    for (Parameter parameter : method.getParameters()) {
      if (isMarkedItself(parameter)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an annotation on it tells others more than the compiler. */
  static boolean isMarkedItself(NodeWithAnnotations<?> declared) {
    // Asked for all methods and parameters of a project, and most have none.
    if (declared.getAnnotations().isEmpty()) {
      return false;
    }
    boolean value = declared instanceof Parameter;
    return declared.getAnnotations().stream()
        .map(annotation -> annotation.getName().getIdentifier())
        .anyMatch(name -> !SILENT.contains(name) && !(value && name.equals("Value")));
  }

  private static boolean isReflecting(LiteralStringValueExpr text) {
    return text.getParentNode().orElse(null) instanceof MethodCallExpr call
        && REFLECTING.contains(call.getNameAsString())
        && call.getArguments().stream().anyMatch(argument -> argument == text);
  }

  private static boolean isInAnnotation(Node text) {
    Node at = text.getParentNode().orElse(null);
    while (at instanceof Expression || at instanceof MemberValuePair) {
      if (at instanceof AnnotationExpr) {
        return true;
      }
      at = at.getParentNode().orElse(null);
    }
    return false;
  }

  private static boolean namesMethod(LiteralStringValueExpr text) {
    return text.getParentNode().orElse(null) instanceof MemberValuePair pair
        && (pair.getNameAsString().endsWith("ethod")
            || pair.getNameAsString().startsWith("fallback"));
  }
}
