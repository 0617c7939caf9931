package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a value is made: back through local variables, the parameters of private methods and what
 * private methods return. Empty where any of it may come from elsewhere.
 */
public final class Creations {
  private static final int MOST_HOPS = 6;

  private final FileContext file;
  private final PrivateCalls privateCalls;
  private final List<ObjectCreationExpr> found = new ArrayList<>();
  private boolean elsewhere;

  private Creations(FileContext file) {
    this.file = file;
    this.privateCalls = new PrivateCalls(file);
  }

  /** The creations that a value may be one of. */
  public static List<ObjectCreationExpr> of(Expression value, FileContext file) {
    Creations creations = new Creations(file);
    creations.follow(value, 0);
    return creations.elsewhere ? List.of() : List.copyOf(creations.found);
  }

  private void follow(Expression value, int hops) {
    if (hops > MOST_HOPS) {
      elsewhere = true;
    } else if (value instanceof ObjectCreationExpr creation) {
      found.add(creation);
    } else if (value instanceof CastExpr cast) {
      follow(cast.getExpression(), hops);
    } else if (value instanceof EnclosedExpr enclosed) {
      follow(enclosed.getInner(), hops);
    } else if (value instanceof NameExpr name) {
      named(name, hops);
    } else if (value instanceof MethodCallExpr call) {
      returned(call, hops);
    } else {
      elsewhere = true;
    }
  }

  private void named(NameExpr name, int hops) {
    Node declared = declared(name);
    if (declared instanceof VariableDeclarator variable
        && variable.getInitializer().isPresent()
        && VariableUses.of(variable).stream().noneMatch(Variable::isTarget)) {
      follow(variable.getInitializer().get(), hops + 1);
    } else if (declared instanceof Parameter parameter
        && parameter.getParentNode().orElse(null) instanceof MethodDeclaration method
        && !parameter.isVarArgs()
        && VariableUses.of(parameter).stream().noneMatch(Variable::isTarget)) {
      given(method, method.getParameters().indexOf(parameter), hops);
    } else {
      elsewhere = true;
    }
  }

  /** The one variable of that name in the method around; of several nobody says here which. */
  private static @Nullable Node declared(NameExpr name) {
    Node method = PrivateCalls.memberAround(name).orElse(null);
    if (method == null) {
      return null;
    }
    String wanted = name.getNameAsString();
    List<Node> all =
        new ArrayList<>(method.findAll(Parameter.class, p -> p.getNameAsString().equals(wanted)));
    all.addAll(method.findAll(VariableDeclarator.class, v -> v.getNameAsString().equals(wanted)));
    return all.size() == 1 ? all.get(0) : null;
  }

  /** What those who call a private method hand it. */
  private void given(MethodDeclaration method, int index, int hops) {
    boolean referenced =
        file.unit().sites(MethodReferenceExpr.class).stream()
            .anyMatch(
                site ->
                    site.as(MethodReferenceExpr.class)
                        .getIdentifier()
                        .equals(method.getNameAsString()));
    List<MethodCallExpr> calls =
        file.unit().sites().calls(method.getNameAsString()).stream()
            .map(site -> site.as(MethodCallExpr.class))
            .toList();
    if (!method.isPrivate() || referenced || calls.isEmpty()) {
      elsewhere = true;
    }
    for (MethodCallExpr call : calls) {
      Optional<MethodDeclaration> target = privateCalls.target(call);
      if (target.isEmpty()) {
        elsewhere = true;
      } else if (target.get() == method && !elsewhere) {
        follow(call.getArgument(index), hops + 1);
      }
    }
  }

  private void returned(MethodCallExpr call, int hops) {
    Optional<MethodDeclaration> target = privateCalls.target(call);
    List<ReturnStmt> returns =
        target.map(method -> method.findAll(ReturnStmt.class)).orElse(List.of());
    if (returns.isEmpty()) {
      elsewhere = true;
    }
    for (ReturnStmt statement : returns) {
      Expression result = statement.getExpression().orElse(null);
      if (result == null) {
        elsewhere = true;
      } else {
        follow(result, hops + 1);
      }
    }
  }
}
