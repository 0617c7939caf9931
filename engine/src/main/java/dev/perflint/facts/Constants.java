package dev.perflint.facts;

import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Values that an expression has whenever it is reached, as texts that can be compared: {@code
 * true}, {@code null}, {@code 0}, {@code "name"}, {@code .NAME} for what is named like a constant
 * and {@code {}} for what holds nothing.
 */
public final class Constants {
  /** Anything. */
  public static final String UNKNOWN = "";

  private static final String NULL = "null";
  private static final String NOTHING = "{}";
  private static final String BLANK = "\"\"";

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?");
  private static final Pattern WRITTEN_NUMBER = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)[lLdDfF]?");
  private static final Pattern NAMED = Pattern.compile("[A-Z][A-Z0-9_]+");

  /** Factories of what holds nothing. */
  private static final Set<String> EMPTY =
      Set.of("empty", "emptyList", "emptySet", "emptyMap", "emptySortedSet", "absent");

  /** Of what holds as many elements as they have arguments. */
  private static final Set<String> FACTORIES = Set.of("Collections", "List", "Set", "Map");

  private static final Set<String> BOOLEANS = Set.of("true", "false");

  private Constants() {}

  /** {@link #UNKNOWN} for what may be different each time. */
  static String of(Expression value) {
    if (value instanceof EnclosedExpr enclosed) {
      return of(enclosed.getInner());
    }
    if (value instanceof CastExpr cast) {
      return of(cast.getExpression());
    }
    if (value.isNullLiteralExpr()) {
      return NULL;
    }
    if (value instanceof BooleanLiteralExpr truth) {
      return Boolean.toString(truth.getValue());
    }
    if (value.isStringLiteralExpr()) {
      return '"' + value.asStringLiteralExpr().getValue().strip() + '"';
    }
    if (value.isIntegerLiteralExpr() || value.isLongLiteralExpr() || value.isDoubleLiteralExpr()) {
      return number(value.asLiteralStringValueExpr().getValue());
    }
    if (value instanceof UnaryExpr minus && minus.getOperator() == UnaryExpr.Operator.MINUS) {
      String number = of(minus.getExpression());
      return NUMBER.matcher(number).matches() && !number.startsWith("-") ? '-' + number : UNKNOWN;
    }
    return value instanceof MethodCallExpr call ? made(call) : named(value);
  }

  private static String number(String written) {
    var digits = WRITTEN_NUMBER.matcher(written.replace("_", ""));
    return digits.matches() ? digits.group(1) : UNKNOWN;
  }

  private static String made(MethodCallExpr call) {
    if (!call.getArguments().isEmpty() || call.getScope().isEmpty()) {
      return UNKNOWN;
    }
    String name = call.getNameAsString();
    boolean factory = name.equals("of") && FACTORIES.contains(call.getScope().get().toString());
    return factory || EMPTY.contains(name) && isType(call.getScope().get()) ? NOTHING : UNKNOWN;
  }

  private static boolean isType(Expression scope) {
    String name =
        scope instanceof FieldAccessExpr nested
            ? nested.getNameAsString()
            : scope instanceof NameExpr simple ? simple.getNameAsString() : "x";
    return Character.isUpperCase(name.charAt(0));
  }

  private static String named(Expression value) {
    String name =
        value instanceof FieldAccessExpr access && isType(access.getScope())
            ? access.getNameAsString()
            : value instanceof NameExpr simple ? simple.getNameAsString() : UNKNOWN;
    if (name.equals("TRUE") || name.equals("FALSE")) {
      return value instanceof FieldAccessExpr ? name.toLowerCase(Locale.ROOT) : UNKNOWN;
    }
    return NAMED.matcher(name).matches() ? '.' + name : UNKNOWN;
  }

  /** Whether two constants cannot be the same; of what is only named one cannot know. */
  static boolean differ(String one, String other) {
    if (one.equals(other)) {
      return false;
    }
    if (one.equals(NULL) || other.equals(NULL)) {
      return true;
    }
    return areNumbers(one, other)
        ? Double.parseDouble(one) != Double.parseDouble(other)
        : kind(one) == kind(other);
  }

  private static char kind(String constant) {
    return BOOLEANS.contains(constant) ? 'b' : constant.charAt(0);
  }

  static boolean areNumbers(String one, String other) {
    return NUMBER.matcher(one).matches() && NUMBER.matcher(other).matches();
  }

  /** Whether it is null or empty. */
  static boolean isNothing(String constant) {
    return constant.equals(NULL) || constant.equals(NOTHING) || constant.equals(BLANK);
  }
}
