package dev.perflint.facts;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.perflint.source.Exits;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Code that only administrators may run, as annotations of access say, a library's or not, or a
 * check with which a method begins.
 */
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
      Pattern.compile("hasAny|isAuthenticated", Pattern.CASE_INSENSITIVE);

  /** Between those of whom any may. */
  private static final Pattern OR = Pattern.compile("\\bor\\b|\\|\\|", Pattern.CASE_INSENSITIVE);

  /** {@code checkAdminRight(...)}, {@code requireSuperuser()}, {@code isAdmin(request)}. */
  private static final Pattern CHECK =
      Pattern.compile(
          "(?:check|require|assert|verify|ensure|is|has)\\w*(?:Admin|Super_?[uU]ser)\\w*");

  private static final Pattern REFUSAL =
      Pattern.compile("FORBIDDEN|UNAUTHORIZED|[dD]enied|[eE]rror|forbidden|unauthorized|[fF]ail");

  private static final int FIRST = 4;

  private Administrators() {}

  /** Whether a method or type says so. */
  public static boolean areMeant(NodeWithAnnotations<?> declared) {
    for (AnnotationExpr annotation : declared.getAnnotations()) {
      if (areMeant(annotation)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the first statements of a method leaves it, or refuses, for all others. */
  public static boolean areAskedFor(MethodDeclaration method) {
    return method.getBody().filter(body -> beginsWithCheck(body, Exits::always)).isPresent();
  }

  /**
   * The same of what is no entry point: others may get what is theirs there, so they have to be
   * sent away.
   */
  public static boolean refuseOthers(MethodDeclaration method) {
    return method
        .getBody()
        .filter(body -> beginsWithCheck(body, Administrators::refuses))
        .isPresent();
  }

  private static boolean refuses(Statement branch) {
    Statement last =
        branch instanceof BlockStmt block && !block.isEmpty()
            ? block.getStatement(block.getStatements().size() - 1)
            : branch;
    return last instanceof ThrowStmt
        || last instanceof ReturnStmt left
            && left.getExpression()
                .filter(given -> !REFUSAL.matcher(given.toString()).find())
                .isEmpty();
  }

  private static boolean beginsWithCheck(BlockStmt body, Predicate<Statement> leaves) {
    // Of each method of a project, hence without a stream.
    for (int i = 0; i < Math.min(FIRST, body.getStatements().size()); i++) {
      Statement statement = body.getStatement(i);
      if (isCheck(statement, leaves)
          || statement instanceof TryStmt attempt
              && beginsWithCheck(attempt.getTryBlock(), leaves)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCheck(Statement statement, Predicate<Statement> leaves) {
    if (statement instanceof ExpressionStmt call) {
      return call.getExpression() instanceof MethodCallExpr check && isCheck(check);
    }
    return statement instanceof IfStmt choice
        && choice.getCondition() instanceof UnaryExpr not
        && not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT
        && isCheck(not.getExpression())
        && leaves.test(choice.getThenStmt());
  }

  private static boolean isCheck(Expression condition) {
    return condition instanceof MethodCallExpr call
        && CHECK.matcher(call.getNameAsString()).matches();
  }

  private static boolean areMeant(AnnotationExpr annotation) {
    String name = annotation.getName().getIdentifier();
    if (name.equals("Override") || !OF_ACCESS.matcher(name).matches()) {
      return false;
    }
    String text = annotation.toString();
    List<StringLiteralExpr> roles = annotation.findAll(StringLiteralExpr.class);
    return OR.splitAsStream(text).allMatch(one -> ADMIN.matcher(one).find())
        && !OTHERS.matcher(text).find()
        && roles.stream().allMatch(role -> ADMIN.matcher(role.asString()).find());
  }
}
