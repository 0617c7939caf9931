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

  private static final int MOST_HOPS = 3;

  private final FileContext file;
  private final PrivateCalls privateCalls;

  private Closings(FileContext file) {
    this.file = file;
    this.privateCalls = new PrivateCalls(file);
  }

  /** Those of this file. */
  public static Closings of(FileContext file) {
    return file.once(Closings.class, () -> new Closings(file));
  }

  /** Whether the object that an expression makes, or gets, is closed by whoever has it here. */
  public boolean isClosed(Expression made) {
    return isClosed(made, 0);
  }

  private boolean isClosed(Expression made, int hops) {
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
