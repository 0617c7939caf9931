package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.source.Site;
import dev.perflint.types.TypeRef;
import java.util.List;
import java.util.Set;

/**
 * Calls that a reader expects to fail now and then. Those that only look at something, count, log
 * or fill a collection are none, though any call may.
 */
final class Fallible {
  private static final Set<String> LOGGING =
      Set.of("trace", "debug", "info", "warn", "error", "log", "println", "printf", "fine");

  private static final List<String> PLAIN =
      List.of("get", "is", "has", "set", "with", "add", "to", "of", "create", "new", "build");

  private final FileContext file;

  Fallible(FileContext file) {
    this.file = file;
  }

  boolean mayFail(Node node) {
    if (!(node instanceof MethodCallExpr call)
        || LOGGING.contains(call.getNameAsString())
        || isPlain(call.getNameAsString())) {
      return false;
    }
    TypeRef owner = file.unit().sites().at(call).map(this::owner).orElse(TypeRef.UNKNOWN);
    return !(owner instanceof TypeRef.Named named && isQuiet(named.name()));
  }

  private TypeRef owner(Site site) {
    return file.calls().owner(site);
  }

  private static boolean isPlain(String name) {
    return PLAIN.stream()
        .anyMatch(
            word ->
                name.startsWith(word)
                    && (name.length() == word.length()
                        || !Character.isLowerCase(name.charAt(word.length()))));
  }

  /** Of strings, numbers, collections and times. */
  private static boolean isQuiet(String type) {
    return type.startsWith("java.lang.")
        || type.startsWith("java.time.")
        || type.startsWith("java.util.") && !type.startsWith("java.util.concurrent.");
  }
}
