package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.perflint.source.Ancestry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the code that a loop repeats does to variables: which it declares, reads and writes. Of a
 * {@code for} that is all but its initialisation, of a for-each all but the iterable, of a call
 * that runs lambdas per element those lambdas.
 *
 * <p>Names are compared, not resolved: a variable of the same name in a class inside of the loop
 * counts as the one outside. That makes answers quieter, never bolder.
 */
public final class LoopFlow {
  /** Calls that put the receiver onto its next element. */
  private static final Set<String> STEPS =
      Set.of("next", "nextElement", "nextToken", "nextLine", "readLine", "read", "poll", "pop");

  /** One mention of a variable; {@code x += 1} both reads and writes. */
  public record Use(Expression node, boolean reads, boolean writes) {}

  private final List<Node> repeated;
  private final Map<String, List<Use>> uses = new HashMap<>();
  private final Set<String> declared = new HashSet<>();
  private final Set<String> stepped = new HashSet<>();
  private final List<MethodCallExpr> calls = new ArrayList<>();

  private LoopFlow(Node loop) {
    this.repeated = repeated(loop);
    repeated.forEach(part -> part.walk(this::note));
  }

  /**
   * The one of a loop.
   *
   * @param loop a loop statement, or the call that runs a lambda per element
   */
  public static LoopFlow in(FileContext file, Node loop) {
    Map<Node, LoopFlow> known = file.once(LoopFlow.class, any -> new IdentityHashMap<>());
    return known.computeIfAbsent(loop, LoopFlow::new);
  }

  private static List<Node> repeated(Node loop) {
    List<Node> parts = new ArrayList<>();
    if (loop instanceof ForEachStmt each) {
      parts.add(each.getVariable());
      parts.add(each.getBody());
    } else if (loop instanceof ForStmt counted) {
      counted.getCompare().ifPresent(parts::add);
      parts.add(counted.getBody());
      parts.addAll(counted.getUpdate());
    } else if (loop instanceof WhileStmt || loop instanceof DoStmt) {
      parts.add(loop);
    } else if (loop instanceof MethodCallExpr call) {
      call.getArguments().stream().filter(LambdaExpr.class::isInstance).forEach(parts::add);
    }
    return parts;
  }

  private void note(Node node) {
    if (node instanceof NameExpr name) {
      add(name.getNameAsString(), name);
    } else if (node instanceof FieldAccessExpr access && access.getScope().isThisExpr()) {
      add(access.getNameAsString(), access);
    } else if (node instanceof VariableDeclarator variable) {
      declared.add(variable.getNameAsString());
    } else if (node instanceof Parameter parameter) {
      declared.add(parameter.getNameAsString());
    } else if (node instanceof TypePatternExpr pattern) {
      declared.add(pattern.getNameAsString());
    } else if (node instanceof MethodCallExpr call) {
      calls.add(call);
      if (STEPS.contains(call.getNameAsString())
          && call.getScope().orElse(null) instanceof NameExpr of) {
        stepped.add(of.getNameAsString());
      }
    }
  }

  private void add(String name, Expression node) {
    Node parent = node.getParentNode().orElse(null);
    boolean target = parent instanceof AssignExpr assign && assign.getTarget() == node;
    boolean plain =
        target && ((AssignExpr) parent).getOperator().equals(AssignExpr.Operator.ASSIGN);
    boolean counts = parent instanceof UnaryExpr step && isStep(step);
    uses.computeIfAbsent(name, key -> new ArrayList<>(2))
        .add(new Use(node, !plain, target || counts));
  }

  /** Whether it counts up or down. */
  static boolean isStep(UnaryExpr unary) {
    return switch (unary.getOperator()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
      default -> false;
    };
  }

  /** Whether each pass has a variable of its own. */
  public boolean declares(Variable variable) {
    return repeated.stream()
        .anyMatch(
            part -> part == variable.declaration() || Ancestry.holds(part, variable.declaration()));
  }

  /** The mentions of a variable that is declared outside, in the order of the source. */
  public List<Use> uses(Variable variable) {
    return List.copyOf(uses.getOrDefault(variable.name(), List.of()));
  }

  /** Whether some pass gives the variable another value. */
  public boolean writes(Variable variable) {
    return uses(variable).stream().anyMatch(Use::writes);
  }

  /** The calls of a pass, those in lambdas too. */
  public List<MethodCallExpr> calls() {
    return List.copyOf(calls);
  }

  /** Whether a pass takes the next element of an iterator, a reader or a queue. */
  public boolean steps() {
    return !stepped.isEmpty();
  }

  /**
   * Whether an expression inside of the loop may have another value on each pass: it mentions what
   * the loop declares, writes or steps through.
   */
  public boolean varies(Expression expression) {
    boolean mentions =
        expression.findFirst(NameExpr.class, name -> varies(name.getNameAsString())).isPresent();
    return mentions
        || expression
            .findFirst(
                FieldAccessExpr.class,
                field -> field.getScope().isThisExpr() && varies(field.getNameAsString()))
            .isPresent()
        || expression
            .findFirst(MethodCallExpr.class, call -> STEPS.contains(call.getNameAsString()))
            .isPresent();
  }

  private boolean varies(String name) {
    return declared.contains(name)
        || stepped.contains(name)
        || uses.getOrDefault(name, List.of()).stream().anyMatch(Use::writes);
  }

  /**
   * Whether methods of this file that the loop calls by their plain name mention the variable,
   * themselves or through others. Only fields can be.
   */
  public boolean callsMention(Variable variable, FileContext file) {
    return variable.isField()
        && new OwnMethods(file)
            .mention(variable.name(), calls.stream().filter(LoopFlow::isOwn).toList());
  }

  private static boolean isOwn(MethodCallExpr call) {
    return call.getScope().isEmpty() || call.getScope().get().isThisExpr();
  }
}
