package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.Loop;
import dev.perflint.facts.RemoteCalls;
import dev.perflint.match.Match;
import dev.perflint.rule.Rule;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Requests that go out once for each element of a loop. */
final class RemoteWork {
  /** Words for somebody who is asked. */
  private static final Set<String> PLACES =
      Set.of(
          "address",
          "agent",
          "broker",
          "callback",
          "client",
          "cluster",
          "endpoint",
          "env",
          "environment",
          "host",
          "hostname",
          "hook",
          "instance",
          "ip",
          "listener",
          "machine",
          "node",
          "peer",
          "port",
          "proxy",
          "region",
          "replica",
          "server",
          "subscriber",
          "uri",
          "url",
          "webhook",
          "worker");

  private static final Set<String> TRIES = Set.of("attempt", "retry", "retries", "trial", "tries");

  private static final Set<String> PAGES = Set.of("page", "cursor");

  /** Between the words of a name in camel case, and at all that is no letter. */
  private static final Pattern WORD_ENDS =
      Pattern.compile("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  private RemoteWork() {}

  /** Asked for every call of a file, so the cheap answers come first. */
  static Truth mayCall(FileContext file, Site site) {
    return file.loops().maybePerElement(site).isEmpty()
        ? Truth.NO
        : RemoteCalls.isUnlisted(file, site).or(RemoteCalls.through(file, site));
  }

  /**
   * Each element is, or says, whom to ask: n servers are asked once each, which no batch can spare.
   */
  static boolean asksAnother(Match match) {
    for (Loop loop : match.maybeElementLoops()) {
      if (namesPlace(loop.text())
          || element(loop, match).filter(e -> isPlace(e, match)).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** An executor does, or the stream is a parallel one. */
  static boolean runsElsewhere(Match match) {
    return match.surroundings().later()
        || match.maybeElementLoops().stream()
            .anyMatch(
                loop ->
                    loop.node() instanceof MethodCallExpr
                        && loop.node()
                            .findFirst(MethodCallExpr.class, RemoteWork::makesParallel)
                            .isPresent());
  }

  private static boolean makesParallel(MethodCallExpr call) {
    return call.getNameAsString().equals("parallel")
        || call.getNameAsString().equals("parallelStream");
  }

  /** {@code while (attempt < mostAttempts)}, wherever success leaves it. */
  static boolean triesAgain(Match match) {
    return match.maybeElementLoops().stream().anyMatch(loop -> names(loop.text(), TRIES));
  }

  /** {@code while (page <= answer.getTotalPages())}: a page has many elements. */
  static boolean countsPages(Match match) {
    return match.maybeElementLoops().stream()
        .filter(loop -> loop.node() instanceof ForStmt || loop.node() instanceof WhileStmt)
        .anyMatch(loop -> names(loop.text(), PAGES));
  }

  private static boolean isPlace(Element element, Match match) {
    return namesPlace(element.name())
        || namesPlace(element.type())
        || isRoot(element.name(), match.node())
        || element
            .body()
            .findFirst(
                MethodCallExpr.class,
                call ->
                    namesPlace(call.getNameAsString())
                        && call.getScope()
                            .filter(scope -> isVariable(scope, element.name()))
                            .isPresent())
            .isPresent();
  }

  /** The element itself is called. */
  private static boolean isRoot(String element, Node call) {
    Node at = call;
    while (at instanceof MethodCallExpr link && link.getScope().isPresent()) {
      at = link.getScope().get();
    }
    return at != call && isVariable(at, element);
  }

  private static boolean isVariable(Node expression, String name) {
    return expression instanceof NameExpr variable && variable.getNameAsString().equals(name);
  }

  /** What a loop calls its element. */
  private record Element(String name, String type, Node body) {}

  private static Optional<Element> element(Loop loop, Match match) {
    if (loop.node() instanceof ForEachStmt each) {
      VariableDeclarator variable = each.getVariableDeclarator();
      return Optional.of(
          new Element(variable.getNameAsString(), variable.getTypeAsString(), each.getBody()));
    }
    if (loop.node() instanceof MethodCallExpr call) {
      for (Expression argument : call.getArguments()) {
        if (argument instanceof LambdaExpr lambda
            && lambda.isAncestorOf(match.node())
            && !lambda.getParameters().isEmpty()) {
          Parameter last = lambda.getParameters().getLast().orElseThrow();
          return Optional.of(
              new Element(last.getNameAsString(), last.getTypeAsString(), lambda.getBody()));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean namesPlace(String text) {
    return names(text, PLACES);
  }

  /** Whether one of the words in a name, or in code, is one of those; also in the plural. */
  private static boolean names(String text, Set<String> words) {
    return Arrays.stream(WORD_ENDS.split(text))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .anyMatch(
            word ->
                words.contains(word)
                    || word.endsWith("s") && words.contains(word.substring(0, word.length() - 1))
                    || word.endsWith("es") && words.contains(word.substring(0, word.length() - 2)));
  }

  static String message(Match match) {
    String loop = match.elementLoop().map(Loop::text).orElse("");
    String way = match.known().isPresent() ? "" : Rule.VIA;
    return "`%s` waits for a remote answer%s for each element: %s."
        .formatted(match.callee(), way, loop);
  }
}
