package dev.perflint.rules.connections;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.perflint.facts.Calls;
import dev.perflint.facts.MethodRoles;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.source.Scope;
import dev.perflint.types.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The chain of calls that builds a client, also through the local variable that holds the builder.
 */
final class ClientChains {
  /** Below that, a client is a thin wrapper over something shared. */
  private static final double COSTLY_NANOS = 50_000;

  private ClientChains() {}

  static boolean isCostly(Match match) {
    return match
        .known()
        .flatMap(known -> known.cost())
        .filter(cost -> cost.nanos() >= COSTLY_NANOS)
        .isPresent();
  }

  /** Whether the builder was made from an existing client, whose pool and threads it keeps. */
  static Truth isDerived(Match match) {
    Truth truth = Truth.NO;
    for (Expression link : links(match)) {
      if (link instanceof MethodCallExpr call && call != match.node()) {
        truth =
            truth.or(
                match.file().calls().plays(match.file().siteOf(call, match.site()), Roles.DERIVES));
      }
    }
    return truth;
  }

  /**
   * Whether a parameter of the method decides how the client is built: it differs from call to call
   * then.
   */
  static boolean takesParameters(Match match) {
    Optional<CallableDeclaration<?>> method = MethodRoles.callable(match.site().frame());
    if (method.isEmpty()) {
      return false;
    }
    List<String> parameters =
        method.get().getParameters().stream().map(p -> p.getNameAsString()).toList();
    for (Expression argument : arguments(links(match))) {
      if (mentions(argument, parameters) || mentionsIndirectly(argument, parameters, match)) {
        return true;
      }
    }
    return false;
  }

  private static List<Expression> arguments(List<Expression> calls) {
    List<Expression> arguments = new ArrayList<>();
    for (Expression call : calls) {
      arguments.addAll(Calls.arguments(call));
    }
    return arguments;
  }

  private static boolean mentions(Expression expression, List<String> parameters) {
    return expression
        .findFirst(NameExpr.class, name -> parameters.contains(name.getNameAsString()))
        .isPresent();
  }

  /** A local variable was made from a parameter, or was told one. */
  private static boolean mentionsIndirectly(
      Expression argument, List<String> parameters, Match match) {
    for (NameExpr name : argument.findAll(NameExpr.class)) {
      List<Expression> calls = new ArrayList<>();
      addBuilderCalls(name, match, calls);
      if (arguments(calls).stream().anyMatch(a -> a != argument && mentions(a, parameters))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The calls of the chain, the last first; where a local variable holds the builder, its calls
   * too.
   */
  private static List<Expression> links(Match match) {
    List<Expression> links = new ArrayList<>();
    Expression at = (Expression) match.node();
    while (true) {
      links.add(at);
      Optional<Expression> before =
          at instanceof MethodCallExpr call ? call.getScope() : Optional.empty();
      if (before.isEmpty()) {
        return links;
      }
      at = before.get();
      if (at instanceof NameExpr name) {
        addBuilderCalls(name, match, links);
        return links;
      }
    }
  }

  private static void addBuilderCalls(NameExpr name, Match match, List<Expression> links) {
    Optional<Scope> local = match.site().scope().local(name.getNameAsString());
    if (local.isPresent() && local.get().declaration() instanceof VariableDeclarator variable) {
      variable.getInitializer().ifPresent(init -> addCalls(init, links));
      for (NameExpr use : match.file().lifetimes().uses(variable)) {
        use.getParentNode()
            .filter(MethodCallExpr.class::isInstance)
            .ifPresent(call -> links.add((MethodCallExpr) call));
      }
    } else if (local.isEmpty()) {
      addAssigned(name.getNameAsString(), match, links);
    }
  }

  private static void addCalls(Expression value, List<Expression> links) {
    value.walk(MethodCallExpr.class, links::add);
    value.walk(ObjectCreationExpr.class, links::add);
  }

  /** A field that holds the builder may have been set up in this method. */
  private static void addAssigned(String field, Match match, List<Expression> links) {
    MethodRoles.callable(match.site().frame())
        .ifPresent(
            method ->
                method.walk(
                    AssignExpr.class,
                    assign -> {
                      String target = assign.getTarget().toString();
                      if (target.equals(field) || target.equals("this." + field)) {
                        addCalls(assign.getValue(), links);
                      }
                    }));
  }
}
