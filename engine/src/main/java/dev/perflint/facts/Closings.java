package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import java.util.List;
import java.util.Optional;

/**
 * Whether somebody closes a new object: on which paths is another question. What a private method
 * takes or returns is looked for there.
 */
public final class Closings {
  /** Of a client, what holds its connections: {@code client.getConnectionManager().shutdown()}. */
  private static final String MANAGER = "getConnectionManager";

  /** Of a client's builder: the client closes what it is given, unless told that it is shared. */
  private static final String GIVES_POOL = "setConnectionManager";

  private static final int MOST_HOPS = 3;

  private final FileContext file;
  private final PrivateCalls privateCalls;

  private Closings(FileContext file) {
    this.file = file;
    this.privateCalls = new PrivateCalls(file);
  }

  /** Those of this file. */
  public static Closings of(FileContext file) {
    return file.once(Closings.class, Closings::new);
  }

  /** Whether the object that an expression makes, or gets, is closed by whoever has it here. */
  public boolean isClosed(Expression made) {
    return isClosed(made, 0);
  }

  private boolean isClosed(Expression made, int hops) {
    Optional<NameExpr> builder = builderThatGets(made);
    if (builder.isPresent()) {
      return isClosedByClient(builder.get(), hops);
    }
    Expression value = built(made);
    Node parent = value.getParentNode().orElse(null);
    while (parent instanceof Expression outer && (outer.isCastExpr() || outer.isEnclosedExpr())) {
      value = outer;
      parent = outer.getParentNode().orElse(null);
    }
    if (parent instanceof TryStmt) {
      return true;
    }
    if (parent instanceof ReturnStmt) {
      return areClosed(privateCalls.callersOf(parent), hops);
    }
    if (parent instanceof MethodCallExpr call) {
      return isClosedBy(call, value, hops);
    }
    return Lifetimes.holder(value).filter(variable -> isClosed(variable, hops)).isPresent();
  }

  /** Of a pool, the variable of the builder that gets it in a statement of its own. */
  private static Optional<NameExpr> builderThatGets(Expression pool) {
    if (!(pool.getParentNode().orElse(null) instanceof MethodCallExpr gives)
        || !gives.getNameAsString().equals(GIVES_POOL)
        || built(gives) != gives) {
      return Optional.empty();
    }
    return TimeLimits.root(gives).toNameExpr();
  }

  /** The client of a builder that comes from elsewhere is somebody else's to close. */
  private boolean isClosedByClient(NameExpr builder, int hops) {
    Optional<MethodDeclaration> method = builder.findAncestor(MethodDeclaration.class);
    String name = builder.getNameAsString();
    return method.isPresent()
        && (method.get().getParameterByName(name).isPresent()
            || method.get().findAll(MethodCallExpr.class).stream()
                .filter(call -> call.getNameAsString().equals("build"))
                .filter(call -> call.getScope().filter(scope -> isNamed(scope, name)).isPresent())
                .anyMatch(client -> isClosed(client, hops)));
  }

  private static boolean isNamed(Expression scope, String name) {
    return scope instanceof NameExpr variable && variable.getNameAsString().equals(name);
  }

  /** What a builder makes of it; itself where no builder gets it. */
  private static Expression built(Expression part) {
    Expression end = part;
    while (end.getParentNode().orElse(null) instanceof MethodCallExpr call) {
      end = call;
    }
    boolean made = end instanceof MethodCallExpr call && call.getNameAsString().equals("build");
    return made ? end : part;
  }

  boolean isClosed(VariableDeclarator variable) {
    return isClosed(variable, 0);
  }

  private boolean isClosed(VariableDeclarator variable, int hops) {
    if (variable.getParentNode().filter(VariableDeclarationExpr.class::isInstance).stream()
        .anyMatch(declared -> declared.getParentNode().orElse(null) instanceof TryStmt)) {
      return true;
    }
    return file.lifetimes().uses(variable).stream().anyMatch(use -> closes(use, hops));
  }

  private boolean areClosed(List<MethodCallExpr> callers, int hops) {
    return hops < MOST_HOPS
        && !callers.isEmpty()
        && callers.stream().allMatch(caller -> isClosed(caller, hops + 1));
  }

  private boolean closes(NameExpr use, int hops) {
    Node parent = use.getParentNode().orElse(null);
    if (parent instanceof ReturnStmt) {
      return areClosed(privateCalls.callersOf(parent), hops);
    }
    if (!(parent instanceof MethodCallExpr call)) {
      return false;
    }
    if (Lifetimes.CLOSERS.contains(call.getNameAsString())) {
      return true;
    }
    if (call.getNameAsString().equals(GIVES_POOL) && hops < MOST_HOPS) {
      return isClosed(use, hops + 1);
    }
    if (call.getScope().orElse(null) == use) {
      return call.getNameAsString().equals(MANAGER)
          && call.getParentNode().orElse(null) instanceof MethodCallExpr next
          && Lifetimes.CLOSERS.contains(next.getNameAsString());
    }
    return isClosedBy(call, use, hops);
  }

  private boolean isClosedBy(MethodCallExpr call, Expression argument, int hops) {
    int index = call.getArguments().indexOf(argument);
    Optional<MethodDeclaration> method = privateCalls.target(call);
    return hops < MOST_HOPS
        && index >= 0
        && method.isPresent()
        && method
            .get()
            .findAll(
                NameExpr.class,
                name ->
                    name.getNameAsString()
                        .equals(method.get().getParameter(index).getNameAsString()))
            .stream()
            .anyMatch(name -> closes(name, hops + 1));
  }
}
