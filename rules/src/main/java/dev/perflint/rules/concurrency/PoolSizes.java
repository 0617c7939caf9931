package dev.perflint.rules.concurrency;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import dev.perflint.facts.Calls;
import dev.perflint.facts.Literals;
import dev.perflint.facts.MemberNames;
import dev.perflint.facts.NameIndex;
import dev.perflint.match.Match;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The core size and the maximum that a pool is given where it is made. */
final class PoolSizes {
  private static final String DEFAULT_CORE = "1";

  /** The place of the queue among the arguments of a {@code ThreadPoolExecutor}. */
  private static final int QUEUE = 4;

  /**
   * @param core empty where nothing is written
   */
  private record Sizes(Optional<Expression> core, Expression most) {}

  private PoolSizes() {}

  /** Whether the maximum says something else than the core size. */
  static boolean differ(Match match) {
    return sizes(match).filter(sizes -> differ(sizes, match)).isPresent();
  }

  private static boolean differ(Sizes sizes, Match match) {
    OptionalLong most = Literals.number(sizes.most(), match.site().scope());
    if (sizes.core().isEmpty()) {
      return most.isEmpty() || most.getAsLong() > 1;
    }
    Expression written = sizes.core().get();
    if (bare(written).equals(bare(sizes.most()))) {
      return false;
    }
    if (isParameter(written, match) && isParameter(sizes.most(), match)) {
      // A factory: its callers may give it the same for both.
      return false;
    }
    if (isForeignConstant(written, match) && isForeignConstant(sizes.most(), match)) {
      // Inherited, or imported: two names may well stand for the same number.
      return false;
    }
    OptionalLong core = Literals.number(written, match.site().scope());
    // A pool without core threads starts one all the same.
    return core.isEmpty() || most.isEmpty() || most.getAsLong() > Math.max(1, core.getAsLong());
  }

  /** Tasks do not wait in a queue but start threads, up to a number that is no limit. */
  static boolean isEndless(Match match) {
    return match.argument(1).filter(most -> isGreatest(most, match)).isPresent()
        && match
            .argument(QUEUE)
            .filter(queue -> queue instanceof ObjectCreationExpr made && isHandOver(made))
            .isPresent();
  }

  private static boolean isGreatest(Expression most, Match match) {
    OptionalLong number = Literals.number(most, match.site().scope());
    return QueueSettings.isGreatest(most)
        || number.isPresent() && number.getAsLong() == Integer.MAX_VALUE;
  }

  private static boolean isHandOver(ObjectCreationExpr queue) {
    return queue.getType().getNameAsString().equals("SynchronousQueue");
  }

  private static boolean isForeignConstant(Expression size, Match match) {
    String name =
        size instanceof NodeWithSimpleName<?> named && !size.isMethodCallExpr()
            ? named.getNameAsString()
            : "";
    return !name.isEmpty()
        && MemberNames.isConstant(name)
        && match
            .node()
            .findCompilationUnit()
            .flatMap(
                unit ->
                    unit.findFirst(VariableDeclarator.class, v -> v.getNameAsString().equals(name)))
            .isEmpty();
  }

  private static boolean isParameter(Expression size, Match match) {
    return size instanceof NameExpr name
        && match
            .site()
            .scope()
            .local(name.getNameAsString())
            .filter(local -> local.declaration() instanceof Parameter)
            .isPresent();
  }

  private static String bare(Expression size) {
    return size.toString().replace("this.", "");
  }

  /** The core size, for a message. */
  static String core(Match match) {
    return "`"
        + sizes(match).flatMap(Sizes::core).map(Expression::toString).orElse(DEFAULT_CORE)
        + "`";
  }

  private static Optional<Sizes> sizes(Match match) {
    if (!(match.node() instanceof ObjectCreationExpr creation)) {
      return Optional.empty();
    }
    if (!creation.getArguments().isEmpty()) {
      return match
          .argument(1)
          .filter(most -> creation.getArguments().size() > 2)
          .map(most -> new Sizes(match.argument(0), most));
    }
    Optional<Expression> core = setting("setCorePoolSize", match);
    return setting("setMaxPoolSize", match).map(most -> new Sizes(core, most));
  }

  /** What the variable that holds the pool is told. */
  private static Optional<Expression> setting(String setter, Match match) {
    Node parent = match.node().getParentNode().orElse(null);
    if (!(parent instanceof VariableDeclarator variable)) {
      return Optional.empty();
    }
    List<? extends Expression> uses =
        match.site().frame().member().isPresent()
                && parent.getParentNode().filter(p -> p instanceof FieldDeclaration).isEmpty()
            ? match.file().lifetimes().uses(variable)
            : NameIndex.of(match.file()).uses(variable.getNameAsString());
    return uses.stream()
        .flatMap(use -> Calls.callAround(use).stream())
        .filter(call -> call.getNameAsString().equals(setter) && call.getArguments().size() == 1)
        .map(call -> (Expression) call.getArgument(0))
        .findFirst();
  }
}
