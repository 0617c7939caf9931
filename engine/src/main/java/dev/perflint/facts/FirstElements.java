package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.source.Site;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The calls of a file from whose result some place takes the first element, directly or through a
 * local variable. They are found from those places, of which there are far fewer than calls.
 */
public final class FirstElements {
  private static final List<String> TAKING =
      List.of("get", "getFirst", "findFirst", "findAny", "next");

  private static final Set<String> ON_THE_WAY =
      Set.of("stream", "iterator", "map", "filter", "listIterator");

  private final Set<Node> sources = Collections.newSetFromMap(new IdentityHashMap<>());

  private FirstElements(FileContext file) {
    for (String name : TAKING) {
      for (Site taking : file.unit().sites().calls(name)) {
        source(taking.as(MethodCallExpr.class)).ifPresent(sources::add);
      }
    }
  }

  /** Those of this file. */
  public static FirstElements of(FileContext file) {
    return file.once(FirstElements.class, FirstElements::new);
  }

  /** Whether the first element of what a call gives is taken somewhere; maybe others are, too. */
  public boolean areTakenFrom(Node call) {
    return sources.contains(call);
  }

  /** Whether a call gives the first of the elements that it is called on. */
  public static boolean isTaking(MethodCallExpr call) {
    boolean first =
        call.getArguments().isEmpty()
            || call.getArguments().size() == 1 && call.getArgument(0).toString().equals("0");
    return first && TAKING.contains(call.getNameAsString());
  }

  /** Whether a call stands between elements and the call that takes one. */
  public static boolean isOnTheWay(MethodCallExpr call) {
    return ON_THE_WAY.contains(call.getNameAsString());
  }

  private static Optional<MethodCallExpr> source(MethodCallExpr taking) {
    Expression at = isTaking(taking) ? taking.getScope().orElse(null) : null;
    while (at instanceof MethodCallExpr step && isOnTheWay(step)) {
      at = step.getScope().orElse(null);
    }
    if (at instanceof NameExpr name) {
      at = Lifetimes.local(name).flatMap(VariableDeclarator::getInitializer).orElse(null);
    }
    return at instanceof MethodCallExpr call ? Optional.of(call) : Optional.empty();
  }
}
