package dev.perflint.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The index of one file: sites by node class and by node, in the order of the walk. */
public final class Sites {
  private final Map<Class<?>, List<Site>> byClass = new IdentityHashMap<>();
  private final Map<Node, Site> byNode = new IdentityHashMap<>();
  private final List<Site> types = new ArrayList<>();
  private final List<LiteralStringValueExpr> texts = new ArrayList<>();
  private final List<Expression> names = new ArrayList<>();
  private final Map<LambdaExpr, Scope> lambdaBodies = new IdentityHashMap<>();
  private @Nullable Map<String, List<Site>> callsByName;

  void add(Site site) {
    byClass.computeIfAbsent(site.node().getClass(), c -> new ArrayList<>()).add(site);
    byNode.put(site.node(), site);
  }

  /** All sites whose node has exactly this class. */
  public List<Site> of(Class<? extends Node> type) {
    return byClass.getOrDefault(type, List.of());
  }

  /** The calls of methods of that name, whatever they are called on. */
  public List<Site> calls(String name) {
    if (callsByName == null) {
      callsByName = new HashMap<>();
      for (Site site : of(MethodCallExpr.class)) {
        String called = site.as(MethodCallExpr.class).getNameAsString();
        callsByName.computeIfAbsent(called, n -> new ArrayList<>(2)).add(site);
      }
    }
    return callsByName.getOrDefault(name, List.of());
  }

  void addText(LiteralStringValueExpr text) {
    texts.add(text);
  }

  /** The strings and text blocks that stand in code, in annotations of declarations, too. */
  public List<LiteralStringValueExpr> texts() {
    return texts;
  }

  void addName(Expression name) {
    names.add(name);
  }

  /** Each {@code NameExpr} and {@code FieldAccessExpr}, in the order of the walk. */
  public List<Expression> names() {
    return names;
  }

  /** The site of an indexed node. */
  public Optional<Site> at(Node node) {
    return Optional.ofNullable(byNode.get(node));
  }

  /** The scope of a lambda's body, with its parameters. */
  public Optional<Scope> insideOf(LambdaExpr lambda) {
    return Optional.ofNullable(lambdaBodies.get(lambda));
  }

  void addLambdaBody(LambdaExpr lambda, Scope scope) {
    lambdaBodies.put(lambda, scope);
  }

  /**
   * The bodies of all types, anonymous ones too: each site's frame is the {@link Frame.Kind#TYPE}
   * frame.
   */
  public List<Site> types() {
    return types;
  }

  void addType(Site body) {
    types.add(body);
  }
}
