package dev.perflint.facts;

import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import java.util.List;
import java.util.regex.Pattern;

/** Code that only administrators may run, as annotations of access say, a library's or not. */
public final class Administrators {
  /** Ends the label of what only they may ask for; ranking knows the word. */
  public static final String LABEL = " for administrators";

  private static final Pattern OF_ACCESS =
      Pattern.compile(
          "PreAuthorize|Secured|RolesAllowed|\\w*(?:Access|Admin|Permission|Role|Auth|Superuser)\\w*");

  private static final Pattern ADMIN =
      Pattern.compile("admin|super_?user", Pattern.CASE_INSENSITIVE);

  /** Of those who are named beside them, administrators are the fewest. */
  private static final Pattern OTHERS =
      Pattern.compile("hasAny|isAuthenticated|\\bor\\b|\\|\\|", Pattern.CASE_INSENSITIVE);

  private Administrators() {}

  /** Whether a method or type says so. */
  public static boolean areMeant(NodeWithAnnotations<?> declared) {
    return declared.getAnnotations().stream().anyMatch(Administrators::areMeant);
  }

  private static boolean areMeant(AnnotationExpr annotation) {
    if (!OF_ACCESS.matcher(annotation.getName().getIdentifier()).matches()) {
      return false;
    }
    String text = annotation.toString();
    List<StringLiteralExpr> roles = annotation.findAll(StringLiteralExpr.class);
    return ADMIN.matcher(text).find()
        && !OTHERS.matcher(text).find()
        && roles.stream().allMatch(role -> ADMIN.matcher(role.asString()).find());
  }
}
