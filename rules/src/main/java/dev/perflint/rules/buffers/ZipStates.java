package dev.perflint.rules.buffers;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.ValueUses;
import dev.perflint.match.Match;
import dev.perflint.types.TypeRef;
import java.util.List;
import java.util.Set;

/** What becomes of a deflater or an inflater, which hold memory outside of the heap. */
final class ZipStates {
  private static final Set<String> ENDS = Set.of("end", "close");
  private static final Set<String> WORKS = Set.of("setInput", "deflate", "inflate");

  /** These end what they have made themselves, and leave alone what they are given. */
  private static final Set<String> STREAMS =
      Set.of(
          "java.util.zip.DeflaterOutputStream",
          "java.util.zip.DeflaterInputStream",
          "java.util.zip.InflaterInputStream",
          "java.util.zip.InflaterOutputStream");

  private ZipStates() {}

  /** What goes out of sight may be ended there, or kept for the next use. */
  static boolean areNeverEnded(Match match) {
    return match.node() instanceof ObjectCreationExpr made
        && made.getAnonymousClassBody().isEmpty()
        && uses(made, match).stream().anyMatch(ZipStates::isWork)
        && uses(made, match).stream().allMatch(use -> isOnlyUsed(use, match));
  }

  private static List<ValueUses.Use> uses(ObjectCreationExpr made, Match match) {
    ValueUses.Way way = new ValueUses.Way(site -> false, other -> false, false);
    return match.file().once(ZipStates.class, made, () -> ValueUses.of(match.file(), made, way));
  }

  /** One that packs nothing is made to try its settings, which happens once in a while. */
  private static boolean isWork(ValueUses.Use use) {
    return use.kind() == ValueUses.Kind.ARGUMENT
        || use.kind() == ValueUses.Kind.RECEIVER
            && WORKS.contains(((MethodCallExpr) use.node()).getNameAsString());
  }

  /** A class that is started from a command line ends with its process, whoever else calls it. */
  static boolean isInTool(Match match) {
    return match
        .node()
        .findAncestor(
            ClassOrInterfaceDeclaration.class,
            type -> type.getMethodsByName("main").stream().anyMatch(ZipStates::isStart))
        .isPresent();
  }

  private static boolean isStart(MethodDeclaration method) {
    return method.isStatic() && method.isPublic() && method.getParameters().size() == 1;
  }

  private static boolean isOnlyUsed(ValueUses.Use use, Match match) {
    return switch (use.kind()) {
      case RECEIVER -> !ENDS.contains(((MethodCallExpr) use.node()).getNameAsString());
      case ARGUMENT -> isStream(use.node(), match);
      default -> false;
    };
  }

  private static boolean isStream(Node node, Match match) {
    FileContext file = match.file();
    return node instanceof ObjectCreationExpr stream
        && stream.getAnonymousClassBody().isEmpty()
        && file.typeOf(stream, file.siteOf(stream, match.site()).scope())
            instanceof TypeRef.Named named
        && STREAMS.contains(named.name());
  }

  static String message(Match match) {
    String made =
        "Nothing ends the %s that %s makes".formatted(match.typeName(), match.methodName());
    boolean inStream =
        uses((ObjectCreationExpr) match.node(), match).stream()
            .anyMatch(use -> use.kind() == ValueUses.Kind.ARGUMENT);
    return inStream
        ? made + ": the stream that is given it leaves it alone when it is closed."
        : made + ": its memory outside of the heap stays until the collector runs.";
  }
}
