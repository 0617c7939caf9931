package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.Literals;
import dev.perflint.facts.Variable;
import dev.perflint.match.Match;
import dev.perflint.source.Scope;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Values in the text of a statement, where a place for a parameter could be. */
final class WrittenValues {
  /** The words that statements about rows begin with. */
  private static final Pattern ABOUT_ROWS =
      Pattern.compile("\\s*(select|insert|update|delete|merge|from|with)\\b.*", flags());

  /** Questions about tables, which are asked once for each of them. */
  private static final Pattern ABOUT_TABLES =
      Pattern.compile(".*(information_schema|\\bpg_\\w|\\b(all|user|dba)_tab).*", flags());

  /** Before a value: a comparison, or the place among others in a list. */
  private static final Pattern BEFORE_VALUE =
      Pattern.compile(".*([=<>]|\\blike|\\bvalues\\s*\\((?:[^()]*,)?)\\s*", flags());

  /** The same in quotes, where all is a value. */
  private static final Pattern BEFORE_QUOTED =
      Pattern.compile(".*([=<>(,]|\\blike|\\bin\\s*\\([^()]*)\\s*'%?", flags());

  /** Before the name of a sequence or table that stands in quotes. */
  private static final Pattern BEFORE_NAME =
      Pattern.compile(".*\\b((next|curr|set)val|to_regclass)\\s*\\(\\s*'", flags());

  /** Before the name of a table, or the rest of it. */
  private static final Pattern BEFORE_TABLE =
      Pattern.compile(".*\\b(from|join|into|update)\\s+[\"`]?[\\w.]*", flags());

  private static final String GAP = "\u0000";

  private static final Set<String> UNVARIED = Set.of("boolean", "byte", "char");

  private WrittenValues() {}

  private static int flags() {
    return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  }

  static Truth areIn(Match match) {
    return written(match).map(value -> value.truth).orElse(Truth.NO);
  }

  static String message(Match match) {
    String value = written(match).map(written -> written.value.toString()).orElse("");
    return "`%s` gets a text with `%s` in it, so each value makes another statement."
        .formatted(match.callee(), value);
  }

  private record Written(Expression value, Truth truth) {}

  private static Optional<Written> written(Match match) {
    return match.file().once(WrittenValues.class, match.node(), () -> find(match));
  }

  private static Optional<Written> find(Match match) {
    Expression given = match.argument(0).orElse(null);
    if (given == null || Literals.text(given, match.site().scope()).isPresent()) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    for (TextPieces.Piece piece : TextPieces.of(given, match.file(), match.site())) {
      if (piece.text().isEmpty()
          && BEFORE_TABLE.matcher(text).matches()
          && varies(piece.value(), match)) {
        // Each table makes another statement anyway, and no place for a parameter holds its name.
        return Optional.empty();
      }
      if (piece.text().isEmpty() && ABOUT_ROWS.matcher(text).matches()) {
        Truth truth = isValue(piece.value(), text.toString(), match);
        if (!truth.isNo()) {
          return ABOUT_TABLES.matcher(text).matches()
              ? Optional.empty()
              : Optional.of(new Written(piece.value(), truth));
        }
      }
      text.append(piece.text().orElse(GAP));
    }
    return Optional.empty();
  }

  /** Only their names have neither a package nor a capital. */
  private static boolean isPrimitive(String type) {
    return type.indexOf('.') < 0 && Character.isLowerCase(type.charAt(0));
  }

  private static Truth isValue(Expression value, String before, Match match) {
    boolean quoted = BEFORE_QUOTED.matcher(before).matches();
    if (!quoted && !BEFORE_VALUE.matcher(before).matches()
        || BEFORE_NAME.matcher(before).matches()
        || !varies(value, match)) {
      return Truth.NO;
    }
    TypeRef type = match.file().typeOf(beforeText(value), match.site().scope());
    if (type instanceof TypeRef.Named named && isPrimitive(named.name())) {
      return Truth.of(!UNVARIED.contains(named.name()));
    }
    return quoted
        ? Truth.SURE
        : match.file().types().resolver().isA(type, List.of("java.lang.Number"));
  }

  /** A number that is made a text before it becomes part of one. */
  private static Expression beforeText(Expression value) {
    if (value instanceof MethodCallExpr call && call.getScope().isPresent()) {
      Expression scope = call.getScope().get();
      String name = call.getNameAsString();
      if (name.equals("toString") && call.getArguments().isEmpty()) {
        return scope;
      }
      if (name.equals("valueOf")
          && call.getArguments().size() == 1
          && scope.toString().equals("String")) {
        return call.getArgument(0);
      }
    }
    return value;
  }

  /** Whether it comes from the caller, from a row or from a computation. */
  private static boolean varies(Expression value, Match match) {
    Expression root = root(value);
    if (root instanceof MethodCallExpr call) {
      // A constant of an enum, by its name, is one of a few; of the others the arguments say.
      return call.getArguments().stream().anyMatch(argument -> varies(argument, match));
    }
    Scope scope = match.file().siteOf(root, match.site()).scope();
    return root instanceof NameExpr
        && Variable.meantBy(root, scope)
            .filter(variable -> !variable.isField() && !isConstant(variable, match.file(), scope))
            .isPresent();
  }

  /** What the chain of calls and fields starts from. */
  private static Expression root(Expression value) {
    Expression at = value;
    while (true) {
      if (at.isEnclosedExpr()) {
        at = at.asEnclosedExpr().getInner();
      } else if (at.isCastExpr()) {
        at = at.asCastExpr().getExpression();
      } else if (at instanceof UnaryExpr unary) {
        at = unary.getExpression();
      } else if (at instanceof FieldAccessExpr field) {
        at = field.getScope();
      } else if (at.isArrayAccessExpr()) {
        at = at.asArrayAccessExpr().getName();
      } else if (at instanceof MethodCallExpr call
          && call.getScope().isPresent()
          && call.getScope().filter(WrittenValues::isType).isEmpty()
          && !call.getNameAsString().equals("name")) {
        at = call.getScope().get();
      } else {
        return at;
      }
    }
  }

  private static boolean isType(Expression scope) {
    return scope instanceof NameExpr name
        && Character.isUpperCase(name.getNameAsString().charAt(0));
  }

  private static boolean isConstant(Variable variable, FileContext file, Scope scope) {
    if (!(variable.declaration() instanceof VariableDeclarator local)) {
      return false;
    }
    boolean constant =
        variable
            .initializer()
            .filter(
                value ->
                    value.isLiteralExpr()
                        || Literals.text(value, scope).isPresent()
                        || Literals.number(value, scope).isPresent())
            .isPresent();
    return constant
        && file.lifetimes().uses(local).stream()
            .noneMatch(use -> use.getParentNode().orElse(null) instanceof AssignExpr);
  }
}
