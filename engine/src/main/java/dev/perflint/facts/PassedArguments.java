package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import dev.perflint.source.Scope;
import dev.perflint.source.Site;
import dev.perflint.types.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where collections come from across calls: which parameter of its method a loop goes through or a
 * call hands on, and which arguments show how many elements they have.
 */
public final class PassedArguments {
  /** Factories of collections with as many elements as arguments. */
  private static final Set<String> FACTORIES = Set.of("of", "asList", "singleton", "singletonList");

  private static final int DEEPEST = 6;

  private final FileContext file;

  private PassedArguments(FileContext file) {
    this.file = file;
  }

  /** The one of this file. */
  public static PassedArguments of(FileContext file) {
    return file.once(PassedArguments.class, PassedArguments::new);
  }

  /** One for each argument; empty when nothing is known of any. */
  public List<Passed> of(Site call) {
    List<Expression> arguments = Calls.arguments(call.node());
    List<Passed> passed = new ArrayList<>(arguments.size());
    boolean known = false;
    for (Expression argument : arguments) {
      Passed one = passed(argument, call);
      known |= !one.equals(Passed.UNKNOWN);
      passed.add(one);
    }
    return known ? passed : List.of();
  }

  private Passed passed(Expression argument, Site call) {
    String constant = Constants.of(argument);
    if (!constant.equals(Constants.UNKNOWN)) {
      return Passed.constant(constant);
    }
    int size = size(argument, call.scope());
    if (size > 0) {
      return Passed.size(size);
    }
    Optional<Few> few = FewElements.of(file).in(argument, call);
    if (few.isPresent()) {
      // Of the one that is handed over, a part may be gone through.
      return Passed.size((int) few.get().or(Few.OF_ONE).elements());
    }
    int whole = argument instanceof NameExpr name ? named(name, call) : Passed.NONE;
    return whole != Passed.NONE
        ? Passed.parameter(whole, true)
        : Passed.parameter(parameter(argument, call, 0), false);
  }

  /** The parameter of its method that a name means; {@link Passed#NONE}. */
  public int named(NameExpr name, Site near) {
    return Variable.meantBy(name, near.scope())
        .map(Variable::declaration)
        .filter(Parameter.class::isInstance)
        .map(declared -> position((Parameter) declared, near))
        .orElse(Passed.NONE);
  }

  /** The parameter, or part of it, whose elements a loop goes through; {@link Passed#NONE}. */
  public int goneThroughBy(Node loop) {
    Optional<Site> site = file.unit().sites().at(loop);
    Optional<Expression> source = source(loop);
    return site.isPresent() && source.isPresent()
        ? parameter(source.get(), site.get(), 0)
        : Passed.NONE;
  }

  /** Of a function that a collector runs only the call around it would tell; nobody asks that. */
  private static Optional<Expression> source(Node loop) {
    return loop instanceof MethodCallExpr call ? call.getScope() : LoopSource.of(loop);
  }

  private int parameter(Expression value, Site near, int depth) {
    if (depth > DEEPEST) {
      return Passed.NONE;
    }
    if (value.isEnclosedExpr()) {
      return parameter(value.asEnclosedExpr().getInner(), near, depth);
    }
    if (value.isCastExpr()) {
      return parameter(value.asCastExpr().getExpression(), near, depth);
    }
    if (value instanceof ObjectCreationExpr copy && copy.getArguments().size() == 1) {
      return parameter(copy.getArgument(0), near, depth + 1);
    }
    if (value instanceof FieldAccessExpr access) {
      return parameter(access.getScope(), near, depth + 1);
    }
    if (value instanceof MethodCallExpr call && isOtherForm(call)) {
      return parameter(call.getArgument(0), near, depth + 1);
    }
    if (value instanceof MethodCallExpr call && call.getScope().isPresent() && passesOn(call)) {
      return parameter(call.getScope().get(), near, depth + 1);
    }
    return Variable.meantBy(value, near.scope())
        .filter(variable -> !variable.isField())
        .map(variable -> parameter(variable, near, depth))
        .orElse(Passed.NONE);
  }

  private int parameter(Variable variable, Site near, int depth) {
    if (variable.declaration() instanceof Parameter declared) {
      return position(declared, near);
    }
    // What it is assigned later is most often a default for null, unless it begins as nothing.
    return variable
        .initializer()
        .filter(value -> !isBlank(value))
        .or(() -> iterable(variable.declaration()))
        .or(() -> onlyAssigned(variable))
        .map(from -> parameter(from, near, depth + 1))
        .orElse(Passed.NONE);
  }

  private Optional<Expression> onlyAssigned(Variable variable) {
    List<Expression> values = AssignedValues.of(variable, file);
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  private static boolean isBlank(Expression value) {
    return value.isNullLiteralExpr()
        || value instanceof ObjectCreationExpr made && made.getArguments().isEmpty();
  }

  /** {@code mapper.convertValue(message, Order.class)}: the same thing as an object. */
  private static boolean isOtherForm(MethodCallExpr call) {
    return call.getArguments().size() == 2
        && call.getArgument(1) instanceof ClassExpr form
        && !form.getType().isArrayType();
  }

  /** What an element comes from. */
  private static Optional<Expression> iterable(Node declared) {
    return declared
        .getParentNode()
        .flatMap(Node::getParentNode)
        .filter(ForEachStmt.class::isInstance)
        .map(each -> ((ForEachStmt) each).getIterable());
  }

  /** A part of an object or all of its elements. */
  private static boolean passesOn(MethodCallExpr call) {
    // What flatMap adds may come from anywhere.
    return call.getArguments().isEmpty()
        || call.getNameAsString().equals("get") && call.getArguments().size() == 1
        || ChainSteps.keepsSize(call.getNameAsString())
            && !call.getNameAsString().equals("flatMap");
  }

  /** Its position; {@link Passed#NONE} for parameters of lambdas and in functions run elsewhere. */
  private int position(Parameter parameter, Site near) {
    if (!(parameter.getParentNode().orElse(null) instanceof CallableDeclaration<?> method)) {
      return Passed.NONE;
    }
    for (Node at = near.node(); at != null && at != method; at = parent(at)) {
      if (at instanceof LambdaExpr && file.handlers().of(at).isPresent()) {
        return Passed.NONE;
      }
    }
    // Not by indexOf, which compares trees.
    for (int i = 0; i < method.getParameters().size(); i++) {
      if (method.getParameter(i) == parameter) {
        return i;
      }
    }
    return Passed.NONE;
  }

  private static Node parent(Node node) {
    return node.getParentNode().orElse(null);
  }

  private int size(Expression argument, Scope scope) {
    if (!(argument instanceof MethodCallExpr call) || call.getScope().isEmpty()) {
      return 0;
    }
    String name = call.getNameAsString();
    int count = call.getArguments().size();
    if (name.equals("singletonMap")) {
      return 1;
    }
    if (!FACTORIES.contains(name) || !namesType(call, scope) || count == 0) {
      return 0;
    }
    return count == 1 && mayBeMany(call.getArgument(0), name, scope) ? 0 : count;
  }

  /** An array as the only argument may stand for its elements, and of a type unknown so may all. */
  private boolean mayBeMany(Expression only, String name, Scope scope) {
    return !name.startsWith("singleton")
        && !(only.isLiteralExpr() || file.typeOf(only, scope) instanceof TypeRef.Named);
  }

  private static boolean namesType(MethodCallExpr call, Scope scope) {
    Expression owner = call.getScope().get();
    return owner instanceof FieldAccessExpr qualified
        ? Character.isUpperCase(qualified.getNameAsString().charAt(0))
        : owner.isNameExpr() && Variable.meantBy(owner, scope).isEmpty();
  }
}
