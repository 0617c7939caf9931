package dev.perflint.rules.timeouts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import dev.perflint.facts.Handling;
import dev.perflint.facts.Literals;
import dev.perflint.match.Match;
import dev.perflint.source.Scope;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which URLs lead over the network: those that start with {@code http}, and those whose connection
 * is taken for one of HTTP. All others may be files and resources.
 */
final class RemoteUrls {
  private static final String HTTP_CONNECTION = "java.net.HttpURLConnection";
  private static final Pattern HTTP = Pattern.compile("(?i)https?://");
  private static final Pattern OWN_MACHINE =
      Pattern.compile("(?i)https?://(localhost|127\\.0\\.0\\.1|\\[::1])([:/?]|$)");

  private static final int MOST_STEPS = 6;

  private RemoteUrls() {}

  /** Whether the URL that is opened starts with {@code http}. */
  static boolean isRemote(Match match) {
    return match.node() instanceof MethodCallExpr call
        && call.getScope().filter(url -> isHttp(url, match.site(), 0)).isPresent();
  }

  /** The same, or somebody casts the connection. */
  static boolean isHttp(Match match, Handling handled) {
    if (isRemote(match)) {
      return true;
    }
    boolean cast =
        match.node().getParentNode().orElse(null) instanceof CastExpr around
            && isHttpConnection(around, match);
    return cast
        || handled.on().stream()
            .anyMatch(
                on ->
                    on instanceof MethodCallExpr call
                        && call.getScope()
                            .filter(receiver -> isHttpConnection(receiver, match))
                            .isPresent());
  }

  /**
   * All that the method around calls by its text is on {@code localhost}: a set-up of developers. A
   * text in a variable may be one of several.
   */
  static boolean isOwnMachine(Match match) {
    List<StringLiteralExpr> urls =
        Bodies.around(match.node()).findAll(StringLiteralExpr.class).stream()
            .filter(text -> HTTP.matcher(text.asString()).lookingAt())
            .toList();
    return !urls.isEmpty()
        && urls.stream()
            .allMatch(url -> OWN_MACHINE.matcher(url.asString()).lookingAt() && isGiven(url));
  }

  /** To a call or a creation, maybe with something behind it. */
  private static boolean isGiven(Expression text) {
    Node at = text.getParentNode().orElse(null);
    while (at instanceof BinaryExpr || at instanceof EnclosedExpr) {
      at = at.getParentNode().orElse(null);
    }
    return at instanceof MethodCallExpr || at instanceof ObjectCreationExpr;
  }

  private static boolean isHttpConnection(Expression value, Match match) {
    Site site = match.file().siteOf(value, match.site());
    TypeRef type = match.file().typeOf(value, site.scope());
    return match.file().types().resolver().isA(type, HTTP_CONNECTION).equals(Truth.SURE);
  }

  private static boolean isHttp(Expression value, Site site, int steps) {
    if (steps > MOST_STEPS) {
      return false;
    }
    if (value instanceof NameExpr name) {
      Optional<Scope> local = site.scope().local(name.getNameAsString());
      Optional<Expression> init =
          local.isPresent()
              ? local
                  .filter(found -> found.declaration() instanceof VariableDeclarator)
                  .flatMap(found -> ((VariableDeclarator) found.declaration()).getInitializer())
              : Literals.constantField(name.getNameAsString(), site.scope());
      return init.filter(text -> isHttp(text, site, steps + 1)).isPresent();
    }
    if (value instanceof ObjectCreationExpr creation) {
      return first(creation.getArguments(), site, steps);
    }
    if (value instanceof BinaryExpr sum) {
      return isHttp(sum.getLeft(), site, steps + 1);
    }
    if (value instanceof MethodCallExpr call) {
      // URI.create(text), String.format(text, ...); text.trim(), uri.toURL()
      return first(call.getArguments(), site, steps)
          || call.getScope().filter(scope -> isHttp(scope, site, steps + 1)).isPresent();
    }
    return Literals.text(value, site.scope())
        .map(text -> text.toLowerCase(Locale.ROOT))
        .filter(text -> text.startsWith("http://") || text.startsWith("https://"))
        .isPresent();
  }

  private static boolean first(List<Expression> arguments, Site site, int steps) {
    return !arguments.isEmpty() && isHttp(arguments.get(0), site, steps + 1);
  }
}
