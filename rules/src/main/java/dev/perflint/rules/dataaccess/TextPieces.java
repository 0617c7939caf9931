package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.Literals;
import dev.perflint.facts.ValueOrigins;
import dev.perflint.source.Site;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A text as the code puts it together, piece by piece in the order of the source: with {@code +},
 * {@code +=}, a builder or a format. What stands behind a condition is a piece like all others.
 */
final class TextPieces {
  /**
   * One of them.
   *
   * @param text where the file shows it
   * @param value else
   */
  record Piece(Optional<String> text, Expression value) {}

  private static final Set<String> BUILDERS = Set.of("StringBuilder", "StringBuffer");
  private static final int MOST = 200;
  private static final int DEEPEST = 60;

  private final FileContext file;
  private final Site near;
  private final List<Piece> pieces = new ArrayList<>();
  private final Set<VariableDeclarator> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private TextPieces(FileContext file, Site near) {
    this.file = file;
    this.near = near;
  }

  /** Of what a call is given. */
  static List<Piece> of(Expression text, FileContext file, Site near) {
    TextPieces made = new TextPieces(file, near);
    made.add(text, 0);
    return made.pieces;
  }

  private void add(Expression part, int depth) {
    Optional<String> constant = Literals.text(part, near.scope());
    if (constant.isPresent() || depth > DEEPEST || pieces.size() > MOST) {
      pieces.add(new Piece(constant, part));
    } else if (part.isEnclosedExpr()) {
      add(part.asEnclosedExpr().getInner(), depth + 1);
    } else if (part instanceof BinaryExpr sum && sum.getOperator() == BinaryExpr.Operator.PLUS) {
      add(sum.getLeft(), depth + 1);
      add(sum.getRight(), depth + 1);
    } else if (part instanceof MethodCallExpr call) {
      addCall(call, depth);
    } else if (part instanceof ObjectCreationExpr made && isBuilder(made)) {
      made.getArguments().forEach(argument -> add(argument, depth + 1));
    } else if (part instanceof NameExpr name) {
      addVariable(name, depth);
    } else {
      pieces.add(new Piece(constant, part));
    }
  }

  private void addCall(MethodCallExpr call, int depth) {
    Optional<Expression> scope = call.getScope();
    if (call.getNameAsString().equals("format")
        && scope.filter(s -> s.toString().equals("String")).isPresent()
        && !call.getArguments().isEmpty()) {
      addFormat(call.getArgument(0), call.getArguments().subList(1, call.getArguments().size()));
    } else if (call.getNameAsString().equals("formatted") && scope.isPresent()) {
      addFormat(scope.get(), call.getArguments());
    } else if (call.getNameAsString().equals("toString")
        && call.getArguments().isEmpty()
        && scope.filter(this::isBuilt).isPresent()) {
      add(scope.get(), depth + 1);
    } else if (call.getNameAsString().equals("append")
        && call.getArguments().size() == 1
        && scope.isPresent()) {
      add(scope.get(), depth + 1);
      add(call.getArgument(0), depth + 1);
    } else {
      pieces.add(new Piece(Optional.empty(), call));
    }
  }

  /** Whether the expression is a builder of texts, or a chain that begins with one. */
  private boolean isBuilt(Expression expression) {
    Expression at = expression;
    while (at instanceof MethodCallExpr call && call.getNameAsString().equals("append")) {
      at = call.getScope().orElse(null);
    }
    return at instanceof ObjectCreationExpr made && isBuilder(made)
        || at instanceof NameExpr name
            && variable(name)
                .map(VariableDeclarator::getTypeAsString)
                .filter(type -> BUILDERS.contains(type) || type.equals("var"))
                .isPresent();
  }

  private static boolean isBuilder(ObjectCreationExpr made) {
    return BUILDERS.contains(made.getType().getNameAsString());
  }

  /** Only formats without positions and widths, in which each percent sign takes one argument. */
  private void addFormat(Expression format, List<Expression> arguments) {
    Optional<String> text = Literals.text(format, near.scope());
    int next = 0;
    int from = 0;
    for (int at = text.map(t -> t.indexOf('%')).orElse(-1); at >= 0; ) {
      String pattern = text.get();
      char kind = at + 1 < pattern.length() ? pattern.charAt(at + 1) : ' ';
      if (kind == '%') {
        pieces.add(new Piece(Optional.of(pattern.substring(from, at + 1)), format));
      } else if ((kind == 's' || kind == 'd') && next < arguments.size()) {
        pieces.add(new Piece(Optional.of(pattern.substring(from, at)), format));
        pieces.add(new Piece(Optional.empty(), arguments.get(next++)));
      } else {
        return;
      }
      from = at + 2;
      at = pattern.indexOf('%', from);
    }
  }

  private void addVariable(NameExpr name, int depth) {
    Optional<VariableDeclarator> variable = variable(name);
    if (variable.isEmpty() || !isText(variable.get()) || !seen.add(variable.get())) {
      pieces.add(new Piece(Optional.empty(), name));
      return;
    }
    variable.get().getInitializer().ifPresent(first -> add(first, depth + 1));
    for (NameExpr use : file.lifetimes().uses(variable.get())) {
      if (isBefore(use)) {
        addGiven(use, depth);
      }
    }
  }

  /** A number, a row or whatever else is no text is a piece of its own. */
  private static boolean isText(VariableDeclarator variable) {
    String type = variable.getTypeAsString();
    return type.equals("String") || type.equals("var") || BUILDERS.contains(type);
  }

  /** What is added there, when the use adds something. */
  private void addGiven(NameExpr use, int depth) {
    if (use.getParentNode().orElse(null) instanceof AssignExpr given && given.getTarget() == use) {
      add(given.getValue(), depth + 1);
    }
    Expression at = use;
    while (at.getParentNode().orElse(null) instanceof MethodCallExpr call
        && call.getScope().orElse(null) == at
        && call.getNameAsString().equals("append")
        && call.getArguments().size() == 1) {
      add(call.getArgument(0), depth + 1);
      at = call;
    }
  }

  private boolean isBefore(NameExpr use) {
    return near.node() instanceof NodeWithSimpleName<?> call
        && file.unit().start(use) < file.unit().start(call.getName());
  }

  private Optional<VariableDeclarator> variable(NameExpr name) {
    return ValueOrigins.variable(name, file.siteOf(name, near));
  }
}
