package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.perflint.source.Site;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is done with a value within its file: it is followed through variables, private methods and
 * those calls that pass it on, and each place that does something with it is listed. {@link
 * Lifetimes} says whether it dies; this says what happens to it until then.
 */
public final class ValueUses {
  /** What happens to the value at a place. */
  public enum Kind {
    /** A method of it is called: the node is the call. */
    RECEIVER,
    /** A call or creation, the node, is handed it. */
    ARGUMENT,
    /** An element or field of it is read or written. */
    ELEMENT,
    /** It is a resource of the try statement that is the node. */
    CLOSED,
    /** A private method returns it, to callers of which there are other uses. */
    RETURNED,
    /** It goes where it cannot be followed: returned, kept, or mixed with other values. */
    ESCAPES
  }

  /**
   * One of these places.
   *
   * @param value what stands there for the value: a name, a call that gives it
   * @param via the calls of private methods that it was handed to on the way, the first one first
   */
  public record Use(Kind kind, Node node, Expression value, List<MethodCallExpr> via) {}

  /**
   * How far a value is followed.
   *
   * @param passesOn calls and creations whose result stands for the value that they are called on
   *     or handed: a view of it, a wrapper
   * @param alike what else a variable may hold over time without making a difference
   * @param throughFields also through private fields, not only within methods
   */
  public record Way(Predicate<Site> passesOn, Predicate<Expression> alike, boolean throughFields) {}

  private static final int MOST_PLACES = 400;

  private final FileContext file;
  private final PrivateCalls privateCalls;
  private final Way way;
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Use> uses = new ArrayList<>();

  private ValueUses(FileContext file, Way way) {
    this.file = file;
    this.privateCalls = new PrivateCalls(file);
    this.way = way;
  }

  /** Everything that happens to the value of an expression, as far as that way leads. */
  public static List<Use> of(FileContext file, Expression made, Way way) {
    return new ValueUses(file, way).all(made);
  }

  /** The same of what a method or constructor is given. */
  static List<Use> of(FileContext file, Parameter given, Way way) {
    ValueUses uses = new ValueUses(file, way);
    uses.followAll(VariableUses.of(given), List.of());
    return uses.uses;
  }

  private List<Use> all(Expression made) {
    follow(made, List.of());
    return uses;
  }

  private void add(Kind kind, Node node, Expression value, List<MethodCallExpr> via) {
    uses.add(new Use(kind, node, value, via));
  }

  private void follow(Expression value, List<MethodCallExpr> via) {
    if (!seen.add(value)) {
      return;
    }
    Node parent = value.getParentNode().orElse(null);
    if (parent == null || seen.size() > MOST_PLACES) {
      add(Kind.ESCAPES, value, value, via);
    } else if (parent instanceof MethodCallExpr || parent instanceof ObjectCreationExpr) {
      called((Expression) parent, value, via);
    } else if (parent instanceof VariableDeclarator variable) {
      held(variable, value, via);
    } else if (parent instanceof AssignExpr assign) {
      assigned(assign, value, via);
    } else if (parent instanceof ReturnStmt || Calls.isLambdaResult(parent)) {
      returned(parent, value, via);
    } else if (parent instanceof ConditionalExpr choice && choice.getCondition() == value) {
      return;
    } else if (parent instanceof Expression outer
        && (outer.isEnclosedExpr() || outer.isCastExpr() || outer.isConditionalExpr())) {
      follow(outer, via);
    } else if (parent instanceof ArrayAccessExpr access && access.getName() == value
        || parent instanceof FieldAccessExpr
        || parent instanceof ForEachStmt) {
      add(Kind.ELEMENT, parent, value, via);
    } else if (parent instanceof TryStmt) {
      add(Kind.CLOSED, parent, value, via);
    } else if (!(parent instanceof Statement) && !isComparison(parent)) {
      add(Kind.ESCAPES, parent, value, via);
    }
  }

  private static boolean isComparison(Node parent) {
    return parent instanceof Expression test && (test.isBinaryExpr() || test.isInstanceOfExpr());
  }

  private void called(Expression call, Expression value, List<MethodCallExpr> via) {
    boolean receiver =
        call instanceof MethodCallExpr method && method.getScope().orElse(null) == value;
    boolean passedOn = file.unit().sites().at(call).filter(way.passesOn()).isPresent();
    if (passedOn) {
      follow(call, via);
    }
    if (receiver) {
      add(Kind.RECEIVER, call, value, via);
    } else if (!passedOn) {
      Optional<Parameter> parameter = parameter(call, value);
      if (parameter.isEmpty()) {
        add(Kind.ARGUMENT, call, value, via);
      } else {
        List<MethodCallExpr> longer = new ArrayList<>(via);
        longer.add((MethodCallExpr) call);
        followAll(VariableUses.of(parameter.get()), longer);
      }
    }
  }

  private Optional<Parameter> parameter(Expression call, Expression value) {
    if (!(call instanceof MethodCallExpr method)) {
      return Optional.empty();
    }
    Optional<MethodDeclaration> target = privateCalls.target(method);
    return target
        .map(helper -> helper.getParameter(method.getArguments().indexOf(value)))
        .filter(parameter -> !parameter.isVarArgs());
  }

  private void followAll(List<Expression> values, List<MethodCallExpr> via) {
    for (Expression use : values) {
      if (!Variable.isTarget(use)) {
        follow(use, via);
      }
    }
  }

  private void assigned(AssignExpr assign, Expression value, List<MethodCallExpr> via) {
    if (assign.getValue() != value) {
      add(Kind.ESCAPES, assign, value, via);
      return;
    }
    Optional<VariableDeclarator> variable = target(assign);
    if (variable.isPresent()) {
      held(variable.get(), value, via);
    } else {
      add(Kind.ESCAPES, assign, value, via);
    }
    follow(assign, via);
  }

  /**
   * What holds several values over time says nothing of this one; null is none. In a local variable
   * it is lost where it is put there, which may be long after the declaration.
   */
  private void held(VariableDeclarator variable, Expression value, List<MethodCallExpr> via) {
    boolean field = FieldKeys.declaration(variable).isPresent();
    boolean followed = !field || way.throughFields() && isPrivate(variable);
    List<Expression> all = followed ? VariableUses.of(variable) : List.of();
    if (!followed || holdsOther(variable, value, all)) {
      Node at = field ? variable : value.getParentNode().orElse(variable);
      add(Kind.ESCAPES, at, value, via);
    } else {
      resourceOf(variable).ifPresent(attempt -> add(Kind.CLOSED, attempt, value, via));
      followAll(all, via);
    }
  }

  private static Optional<TryStmt> resourceOf(VariableDeclarator variable) {
    return variable
        .getParentNode()
        .flatMap(Node::getParentNode)
        .filter(TryStmt.class::isInstance)
        .map(TryStmt.class::cast);
  }

  private static boolean isPrivate(VariableDeclarator variable) {
    return FieldKeys.declaration(variable).filter(FieldDeclaration::isPrivate).isPresent();
  }

  private boolean holdsOther(VariableDeclarator variable, Expression value, List<Expression> all) {
    boolean other = variable.getInitializer().filter(init -> isOther(init, value)).isPresent();
    for (Expression use : all) {
      other |=
          use.getParentNode().orElse(null) instanceof AssignExpr assign
              && assign.getTarget() == use
              && isOther(assign.getValue(), value);
    }
    return other;
  }

  private boolean isOther(Expression source, Expression value) {
    return source != value && !source.isNullLiteralExpr() && !way.alike().test(source);
  }

  private Optional<VariableDeclarator> target(AssignExpr assign) {
    return file.unit()
        .sites()
        .at(assign)
        .flatMap(site -> Variable.meantBy(assign.getTarget(), site.scope()))
        .map(Variable::declaration)
        .filter(VariableDeclarator.class::isInstance)
        .map(VariableDeclarator.class::cast);
  }

  /** What a private method returns goes to its callers. */
  private void returned(Node statement, Expression value, List<MethodCallExpr> via) {
    List<MethodCallExpr> callers = privateCalls.callersOf(statement);
    add(callers.isEmpty() ? Kind.ESCAPES : Kind.RETURNED, statement, value, via);
    callers.forEach(caller -> follow(caller, via));
  }
}
