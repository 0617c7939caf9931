package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.Set;
import java.util.regex.Pattern;

/** Branches that refuse a request: they set a status of 400 or more and return. */
final class ErrorAnswers {
  private static final Set<String> NAMES =
      Set.of(
          "BAD_REQUEST",
          "UNAUTHORIZED",
          "FORBIDDEN",
          "NOT_FOUND",
          "METHOD_NOT_ALLOWED",
          "NOT_ACCEPTABLE",
          "REQUEST_TIMEOUT",
          "CONFLICT",
          "GONE",
          "LENGTH_REQUIRED",
          "PRECONDITION_FAILED",
          "REQUEST_ENTITY_TOO_LARGE",
          "PAYLOAD_TOO_LARGE",
          "UNSUPPORTED_MEDIA_TYPE",
          "UNPROCESSABLE_ENTITY",
          "TOO_MANY_REQUESTS",
          "INTERNAL_SERVER_ERROR",
          "NOT_IMPLEMENTED",
          "BAD_GATEWAY",
          "SERVICE_UNAVAILABLE",
          "GATEWAY_TIMEOUT");

  private static final Set<String> OWNERS =
      Set.of("HttpStatus", "HttpResponseStatus", "HttpServletResponse", "Status");

  private static final Set<String> SETTERS =
      Set.of("setStatus", "setStatusCode", "sendError", "status");

  private static final String SERVLETS = "SC_";
  private static final Pattern NUMBER = Pattern.compile("_\\d{3}$");

  private ErrorAnswers() {}

  static boolean are(Node branch) {
    if (branch instanceof ReturnStmt) {
      return sets(branch);
    }
    if (!(branch instanceof BlockStmt block)
        || !(block.getStatements().getLast().orElse(null) instanceof ReturnStmt)) {
      return false;
    }
    for (Statement statement : block.getStatements()) {
      if ((statement instanceof ExpressionStmt || statement instanceof ReturnStmt)
          && sets(statement)) {
        return true;
      }
    }
    return false;
  }

  private static boolean sets(Node statement) {
    return statement.findFirst(Expression.class, ErrorAnswers::isErrorOfCall).isPresent();
  }

  private static boolean isErrorOfCall(Expression status) {
    if (!(status.getParentNode().orElse(null) instanceof MethodCallExpr call)) {
      return false;
    }
    if (status instanceof IntegerLiteralExpr number) {
      String code = number.getValue();
      return SETTERS.contains(call.getNameAsString())
          && code.length() == 3
          && (code.charAt(0) == '4' || code.charAt(0) == '5');
    }
    if (status instanceof FieldAccessExpr constant) {
      String owner = constant.getScope().toString();
      return OWNERS.contains(owner.substring(owner.lastIndexOf('.') + 1))
          && isError(constant.getNameAsString());
    }
    return status instanceof NameExpr constant
        && constant.getNameAsString().startsWith(SERVLETS)
        && isError(constant.getNameAsString());
  }

  /** {@code SC_NOT_FOUND}, {@code NOT_FOUND}, {@code NOT_FOUND_404}. */
  private static boolean isError(String constant) {
    String name = NUMBER.matcher(constant).replaceFirst("");
    return NAMES.contains(name.startsWith(SERVLETS) ? name.substring(SERVLETS.length()) : name);
  }
}
