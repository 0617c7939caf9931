package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.perflint.source.Scope;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeMembers;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a loop's shape: what it repeats over, how often, and whether success ends it. */
final class LoopShapes {
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Set<String> CONSTANT_FACTORIES =
      Set.of("of", "asList", "copyOf", "range", "rangeClosed");
  private static final Set<String> STEPPING =
      Set.of("hasNext", "next", "readLine", "hasMoreElements", "hasNextLine", "nextToken");
  private static final Set<String> CUTTING = Set.of("limit", "skip");
  private static final int SHOWN = 48;

  private final FileContext file;
  private final Chunks chunks;

  LoopShapes(FileContext file) {
    this.file = file;
    this.chunks = new Chunks(file);
  }

  Loop of(Statement loop, Site site) {
    if (loop instanceof ForEachStmt each) {
      Expression iterable = each.getIterable();
      return new Loop(
          loop,
          chunks.isOver(each, site)
              ? Loop.Kind.CHUNK
              : leavesOnSuccess(each.getBody()) ? Loop.Kind.RETRY : Loop.Kind.PER_ELEMENT,
          sizeOf(iterable, site),
          "loop over " + shortText(iterable),
          Truth.SURE);
    }
    if (loop instanceof ForStmt counted) {
      return counted(counted);
    }
    if (loop instanceof WhileStmt repeat) {
      return conditional(repeat, repeat.getCondition(), repeat.getBody());
    }
    DoStmt repeat = (DoStmt) loop;
    // A do-while that asks for the next page is a chunk loop; none has one element a turn for sure.
    Loop.Kind kind =
        lasts(repeat.getCondition(), repeat.getBody()) ? Loop.Kind.ENDLESS : Loop.Kind.CONDITION;
    return new Loop(repeat, kind, Loop.UNBOUNDED, "do-while loop", Truth.SURE);
  }

  private Loop counted(ForStmt loop) {
    if (loop.getCompare().isEmpty()) {
      return new Loop(loop, Loop.Kind.ENDLESS, Loop.UNBOUNDED, "endless loop", Truth.SURE);
    }
    Expression compare = loop.getCompare().get();
    double factor = constantBound(compare, loop).orElse(Loop.UNBOUNDED);
    String text = "loop while " + shortText(compare);
    if (leavesOnSuccess(loop.getBody())) {
      return new Loop(loop, Loop.Kind.RETRY, factor, text, Truth.SURE);
    }
    if (!usesCounter(loop) && mayEndEarly(loop.getBody())) {
      return new Loop(loop, Loop.Kind.CONDITION, factor, text, Truth.SURE);
    }
    boolean single =
        loop.getUpdate().isEmpty() || loop.getUpdate().stream().allMatch(LoopShapes::stepsByOne);
    return new Loop(
        loop, single ? Loop.Kind.PER_ELEMENT : Loop.Kind.CHUNK, factor, text, Truth.SURE);
  }

  /** A counter that the body never looks at only limits how often something else is tried. */
  private static boolean usesCounter(ForStmt loop) {
    Set<String> counters = new HashSet<>();
    for (Expression update : loop.getUpdate()) {
      update.findAll(NameExpr.class).forEach(name -> counters.add(name.getNameAsString()));
    }
    return loop.getBody()
        .findFirst(NameExpr.class, name -> counters.contains(name.getNameAsString()))
        .isPresent();
  }

  private static boolean mayEndEarly(Statement body) {
    return body.findFirst(BreakStmt.class).isPresent()
        || body.findFirst(ReturnStmt.class).isPresent();
  }

  private static boolean stepsByOne(Expression update) {
    return update instanceof UnaryExpr
        || update instanceof MethodCallExpr
        || update instanceof AssignExpr assign
            && assign.getOperator() == AssignExpr.Operator.ASSIGN;
  }

  private Loop conditional(Statement loop, Expression condition, Statement body) {
    String text = "loop while " + shortText(condition);
    if (condition.isBooleanLiteralExpr()) {
      Loop.Kind kind = leavesOnSuccess(body) ? Loop.Kind.RETRY : Loop.Kind.ENDLESS;
      return new Loop(loop, kind, Loop.UNBOUNDED, "endless loop", Truth.SURE);
    }
    if (leavesOnSuccess(body)) {
      return new Loop(loop, Loop.Kind.RETRY, Loop.UNBOUNDED, text, Truth.SURE);
    }
    boolean steps =
        condition
            .findFirst(MethodCallExpr.class, call -> STEPPING.contains(call.getNameAsString()))
            .isPresent();
    Loop.Kind kind =
        steps
            ? Loop.Kind.PER_ELEMENT
            : lasts(condition, body) ? Loop.Kind.ENDLESS : Loop.Kind.CONDITION;
    return new Loop(loop, kind, Loop.UNBOUNDED, text, Truth.SURE);
  }

  private static boolean lasts(Expression condition, Statement body) {
    return LastingLoops.asksForLife(condition) || LastingLoops.naps(body);
  }

  /** Whether a pass that reaches its end leaves the loop: a retry, not a repetition. */
  private static boolean leavesOnSuccess(Statement body) {
    Statement last = body;
    if (body instanceof BlockStmt block) {
      if (block.getStatements().isEmpty()) {
        return false;
      }
      last = block.getStatement(block.getStatements().size() - 1);
    }
    if (last instanceof TryStmt attempt) {
      return !attempt.getCatchClauses().isEmpty() && leavesOnSuccess(attempt.getTryBlock());
    }
    if (body instanceof BlockStmt block) {
      for (Statement statement : block.getStatements()) {
        if (statement instanceof TryStmt attempt
            && !attempt.getCatchClauses().isEmpty()
            && leavesOnSuccess(attempt.getTryBlock())) {
          return true;
        }
      }
    }
    return last.isReturnStmt() || last.isBreakStmt();
  }

  /** Whether a chain of stream operations goes over lists of elements. */
  boolean yieldsChunks(Expression source, Site site) {
    return chunks.areIn(source, site);
  }

  /** What a chain of stream operations starts from. */
  Expression streamSource(MethodCallExpr call) {
    Expression at = ChainSteps.runBy(call).getScope().orElse(call);
    while (at instanceof MethodCallExpr inner
        && inner.getScope().isPresent()
        && passesOn(inner.getNameAsString())) {
      at = inner.getScope().get();
    }
    return at;
  }

  /** The number of elements when the source shows it, else {@link Loop#UNBOUNDED}. */
  double sizeOf(Expression source, Site site) {
    return sizeOf(source, site, 0);
  }

  private double sizeOf(Expression source, Site site, int depth) {
    if (source instanceof MethodCallExpr call) {
      if (CONSTANT_FACTORIES.contains(call.getNameAsString()) && call.getScope().isPresent()) {
        return constantFactory(call);
      }
      if (call.getNameAsString().equals("values")
          && call.getArguments().isEmpty()
          && namesType(call, site)) {
        return 10;
      }
      return Loop.UNBOUNDED;
    }
    if (source.isArrayCreationExpr() && source.asArrayCreationExpr().getInitializer().isPresent()) {
      return Math.max(1, source.asArrayCreationExpr().getInitializer().get().getValues().size());
    }
    if (source.isArrayInitializerExpr()) {
      return Math.max(1, source.asArrayInitializerExpr().getValues().size());
    }
    if (source instanceof NameExpr name && depth == 0) {
      return initializer(name.getNameAsString(), site)
          .map(init -> sizeOf(init, site, 1))
          .orElse(Loop.UNBOUNDED);
    }
    return Loop.UNBOUNDED;
  }

  private static double constantFactory(MethodCallExpr call) {
    NodeList<Expression> arguments = call.getArguments();
    if (call.getNameAsString().startsWith("range")) {
      boolean constant = arguments.stream().allMatch(Expression::isIntegerLiteralExpr);
      return constant && arguments.size() == 2
          ? Math.max(1, number(arguments.get(1)) - number(arguments.get(0)))
          : Loop.UNBOUNDED;
    }
    // One argument that is no literal may be an array or a collection of any size.
    boolean spread = arguments.size() == 1 && !arguments.get(0).isLiteralExpr();
    return spread || call.getNameAsString().equals("copyOf")
        ? Loop.UNBOUNDED
        : Math.max(1, arguments.size());
  }

  private boolean namesType(MethodCallExpr call, Site site) {
    if (call.getScope().isEmpty()) {
      // The enum's own constants.
      return true;
    }
    return call.getScope().get() instanceof NameExpr name
        && Character.isUpperCase(name.getNameAsString().charAt(0))
        && file.types().variable(name.getNameAsString(), site.scope()).isEmpty();
  }

  /**
   * The initialiser of a final field or of a local variable; what a variable is assigned later
   * stays unseen.
   */
  private Optional<Expression> initializer(String name, Site site) {
    for (Scope at = site.scope(); at != null; at = at.outer().orElse(null)) {
      if (at.kind() == Scope.Kind.TYPE) {
        for (Node member : TypeMembers.of(at.declaration())) {
          if (member instanceof FieldDeclaration field && field.isFinal()) {
            for (VariableDeclarator variable : field.getVariables()) {
              if (variable.getNameAsString().equals(name)) {
                return variable.getInitializer();
              }
            }
          }
        }
      } else if (at.name().equals(name)) {
        return at.declaration() instanceof VariableDeclarator variable
            ? variable.getInitializer()
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Optional<Double> constantBound(Expression compare, ForStmt loop) {
    boolean counts = loop.getUpdate().stream().anyMatch(LoopShapes::isStep);
    if (!counts || !(compare instanceof BinaryExpr binary)) {
      return Optional.empty();
    }
    Site site = file.unit().sites().at(loop).orElseThrow();
    // A loop that counts down starts at its bound.
    boolean down =
        binary.getOperator() == BinaryExpr.Operator.GREATER
            || binary.getOperator() == BinaryExpr.Operator.GREATER_EQUALS;
    Expression right = down ? start(loop).orElse(loop.getCompare().get()) : binary.getRight();
    if (right instanceof NameExpr name) {
      right = initializer(name.getNameAsString(), site).orElse(right);
    }
    return right.isIntegerLiteralExpr()
        ? Optional.of(Math.max(1, number(right)))
        : Optional.empty();
  }

  private static boolean isStep(Expression update) {
    return update instanceof UnaryExpr
        || update instanceof AssignExpr assign
            && assign.getOperator() != AssignExpr.Operator.ASSIGN;
  }

  /** What the counter starts with. */
  private static Optional<Expression> start(ForStmt loop) {
    return loop.getInitialization().stream()
        .filter(Expression::isVariableDeclarationExpr)
        .flatMap(declared -> declared.asVariableDeclarationExpr().getVariables().stream())
        .findFirst()
        .flatMap(variable -> variable.getInitializer());
  }

  /** A literal that does not fit an int compiles nowhere, but is scanned all the same. */
  private static double number(Expression literal) {
    try {
      return literal.asIntegerLiteralExpr().asNumber().doubleValue();
    } catch (NumberFormatException e) {
      return Loop.UNBOUNDED;
    }
  }

  private static boolean passesOn(String call) {
    return ChainSteps.keepsSize(call) || CUTTING.contains(call);
  }

  String shortText(Expression expression) {
    String text = BLANKS.matcher(file.unit().text(expression).strip()).replaceAll(" ");
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 1) + "…";
  }
}
