package dev.perflint.rules.timeouts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.GrpcServices;
import dev.perflint.facts.Handling;
import dev.perflint.facts.HandlingReader;
import dev.perflint.facts.LimitsElsewhere;
import dev.perflint.facts.ValueOrigins;
import dev.perflint.match.Match;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.List;
import java.util.Set;

/**
 * The stubs that gRPC generates, which no project has in its sources, by the names that it gives.
 */
final class Stubs {
  private static final String GRPC = "Grpc";
  private static final String DEADLINE = "withDeadline";
  private static final Set<String> MAKERS =
      Set.of("newStub", "newBlockingStub", "newFutureStub", "newBlockingV2Stub");
  private static final Set<String> KINDS = Set.of("BlockingStub", "FutureStub", "BlockingV2Stub");
  private static final Set<String> FOR_ALL_CALLS =
      Set.of("intercept", "withInterceptors", "defaultServiceConfig");
  private static final Set<String> LOCAL =
      Set.of("getChannel", "getCallOptions", "toString", "hashCode", "equals", "getClass");

  private Stubs() {}

  /** {@code PricesGrpc.newBlockingStub(channel)}: what its calls return is the answer itself. */
  static Truth isMadeBlocking(FileContext file, Site site) {
    MethodCallExpr call = site.as(MethodCallExpr.class);
    return Truth.of(call.getNameAsString().equals("newBlockingStub") && isMaker(call));
  }

  private static boolean isMaker(MethodCallExpr call) {
    return MAKERS.contains(call.getNameAsString())
        && call.getScope()
            .filter(Expression::isNameExpr)
            .filter(type -> type.asNameExpr().getNameAsString().endsWith(GRPC))
            .isPresent();
  }

  /** Some call on it sends a request, and this file alone gets hold of the stub. */
  static boolean isAsked(Match match) {
    Handling handled = HandlingReader.of((Expression) match.node(), match.file());
    return !handled.leaves()
        && !handled.lost()
        && handled.on().stream().anyMatch(call -> isRequest(call, match));
  }

  private static boolean isRequest(Expression on, Match match) {
    if (!(on instanceof MethodCallExpr call)
        || call.getNameAsString().startsWith("with")
        || LOCAL.contains(call.getNameAsString())) {
      return false;
    }
    return call.getScope().filter(scope -> isStub(scope, match, 0)).isPresent() && !isStream(call);
  }

  /** The receiver is the stub and not an answer of it. */
  private static boolean isStub(Expression scope, Match match, int steps) {
    if (scope instanceof MethodCallExpr call) {
      return call == match.node()
          || call.getNameAsString().startsWith("with")
              && call.getScope().filter(inner -> isStub(inner, match, steps)).isPresent();
    }
    return scope.isNameExpr() || scope.isFieldAccessExpr();
  }

  /** An iterator over answers may go on for as long as the server likes. */
  private static boolean isStream(MethodCallExpr call) {
    return call.getParentNode().orElse(null) instanceof VariableDeclarator variable
            && variable.getTypeAsString().startsWith("Iterator")
        || call.getParentNode().orElse(null) instanceof MethodCallExpr next
            && next.getNameAsString().equals("forEachRemaining");
  }

  /** This file sets deadlines somewhere, or something that acts on all calls of a channel. */
  static boolean setsDeadlines(Match match) {
    String text = match.file().unit().source().text();
    return text.contains("." + DEADLINE)
        || FOR_ALL_CALLS.stream().anyMatch(name -> text.contains("." + name + "("));
  }

  /** An interceptor or service configuration in another file does. */
  static Truth isLimitedElsewhere(Match match) {
    return LimitsElsewhere.onClients("grpc");
  }

  /** In the handler of a gRPC server, calls have the deadline of the one that is served. */
  static Truth inheritsDeadline(Match match) {
    Truth truth = Truth.NO;
    for (Frame type : match.site().frame().types()) {
      truth =
          truth
              .or(match.file().roles().typeIsA(type, "io.grpc.BindableService"))
              .or(Truth.of(GrpcServices.isNamed(type.node())));
    }
    return truth;
  }

  /** {@code withDeadlineAfter} on a stub, or on the options that stubs are made with. */
  static Truth setsDeadline(FileContext file, Site site) {
    MethodCallExpr call = site.as(MethodCallExpr.class);
    boolean named =
        call.getNameAsString().equals("withDeadlineAfter")
            || call.getNameAsString().equals(DEADLINE);
    if (!named || call.getScope().isEmpty()) {
      return Truth.NO;
    }
    Expression root = call.getScope().get();
    while (root instanceof MethodCallExpr inner
        && !isMaker(inner)
        && inner.getScope().isPresent()) {
      root = inner.getScope().get();
    }
    if (root instanceof MethodCallExpr maker) {
      return Truth.of(isMaker(maker));
    }
    TypeRef type = file.typeOf(root, site.scope());
    if (namesOf(type).stream().anyMatch(Stubs::isStubName)) {
      return Truth.LIKELY;
    }
    return file.types().resolver().isA(type, "io.grpc.CallOptions");
  }

  private static List<String> namesOf(TypeRef type) {
    if (type instanceof TypeRef.Named single) {
      return List.of(single.name());
    }
    return type instanceof TypeRef.OneOf several ? List.copyOf(several.names()) : List.of();
  }

  private static boolean isStubName(String name) {
    int dot = name.lastIndexOf('.');
    boolean generated = dot > 0 && name.substring(0, dot).endsWith(GRPC);
    return generated
        && (KINDS.stream().anyMatch(name::endsWith) || name.substring(dot).endsWith("Stub"));
  }

  /** The result outlives the call: in a field, or as a bean. */
  static boolean isShared(Match match) {
    Node at = match.node();
    while (at.getParentNode().orElse(null) instanceof MethodCallExpr next
        && next.getScope().orElse(null) == at
        && next.getNameAsString().startsWith("with")) {
      at = next;
    }
    Node parent = at.getParentNode().orElse(null);
    if (parent instanceof VariableDeclarator variable) {
      return isField(variable)
          || match.file().lifetimes().uses(variable).stream().anyMatch(use -> isKept(use, match));
    }
    return isKept(at, match);
  }

  private static boolean isField(VariableDeclarator variable) {
    return variable.getParentNode().filter(FieldDeclaration.class::isInstance).isPresent();
  }

  private static boolean isKept(Node value, Match match) {
    Node parent = value.getParentNode().orElse(null);
    if (parent instanceof AssignExpr assign && assign.getValue() == value) {
      return assign.getTarget().isFieldAccessExpr()
          || assign.getTarget() instanceof NameExpr name
              && ValueOrigins.variable(name, match.site()).isEmpty()
              && match.site().scope().local(name.getNameAsString()).isEmpty();
    }
    return parent instanceof ReturnStmt && match.file().roles().makesBean(match.site().frame());
  }
}
