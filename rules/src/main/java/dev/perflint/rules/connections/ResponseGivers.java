package dev.perflint.rules.connections;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.ValueOrigins;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.Optional;
import java.util.Set;

/** Methods that hand out a response of an HTTP client, as the variable says that is given it. */
final class ResponseGivers {
  private static final Set<String> RESPONSES =
      Set.of(
          "org.apache.http.client.methods.CloseableHttpResponse",
          "org.apache.hc.client5.http.impl.classic.CloseableHttpResponse",
          "okhttp3.Response");

  private ResponseGivers() {}

  /** A call of which no library says what it gives, right into a variable of such a type. */
  static Truth givesResponse(FileContext file, Site site) {
    Optional<VariableDeclarator> held = held(site);
    if (held.isEmpty() || !held.get().getTypeAsString().endsWith("Response")) {
      return Truth.NO;
    }
    boolean response =
        file.typeOf(held.get().getType(), site.frame()) instanceof TypeRef.Named named
            && RESPONSES.contains(named.name());
    return Truth.of(
        response
            && !file.isOfLibrary(file.calls().owner(site))
            && !file.calls().plays(site, Roles.TAKES).isShown());
  }

  private static Optional<VariableDeclarator> held(Site site) {
    MethodCallExpr call = site.as(MethodCallExpr.class);
    Node parent = call.getParentNode().orElse(null);
    if (parent instanceof VariableDeclarator variable) {
      return Optional.of(variable);
    }
    return parent instanceof AssignExpr assign
            && assign.getValue() == call
            && assign.getTarget() instanceof NameExpr name
        ? ValueOrigins.variable(name, site)
        : Optional.empty();
  }
}
