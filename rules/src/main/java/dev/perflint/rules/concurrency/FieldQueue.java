package dev.perflint.rules.concurrency;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.facts.NameIndex;
import dev.perflint.facts.Variable;
import dev.perflint.match.Match;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a class does with a queue that one of its fields holds. */
final class FieldQueue {
  /** What waits until there is something; {@code poll} does with a time limit. */
  private static final Set<String> TAKING =
      Set.of("take", "takeFirst", "takeLast", "drainTo", "poll", "pollFirst", "pollLast");

  private static final Set<String> FILLING =
      Set.of("add", "addAll", "offer", "put", "addFirst", "addLast", "offerFirst", "offerLast");

  private static final Set<String> ROOM = Set.of("size", "remainingCapacity");

  private static final Set<String> PERMITS =
      Set.of("acquire", "tryAcquire", "acquireUninterruptibly");

  private FieldQueue() {}

  /** A thread waits for what others put in. */
  static boolean isWorkedOff(Match match) {
    return calls(match)
        .anyMatch(
            call ->
                TAKING.contains(call.getNameAsString())
                    && (!call.getNameAsString().startsWith("poll")
                        || call.getArguments().size() == 2));
  }

  /** Somebody puts elements in. */
  static boolean isFilled(Match match) {
    return calls(match).anyMatch(call -> FILLING.contains(call.getNameAsString()));
  }

  /** Its size is compared with something other than none, or its room is asked for. */
  static boolean isMeasured(Match match) {
    return calls(match)
        .anyMatch(
            call ->
                ROOM.contains(call.getNameAsString())
                    && call.getParentNode().orElse(null) instanceof BinaryExpr compared
                    && !compared.getLeft().toString().equals("0")
                    && !compared.getRight().toString().equals("0"));
  }

  /** It goes to an executor, or to others who may look at its size. */
  static boolean isHandedOut(Match match) {
    return uses(match)
        .anyMatch(
            use ->
                !Variable.isTarget(use)
                    && !(use.getParentNode().orElse(null) instanceof MethodCallExpr call
                        && call.getScope().filter(scope -> scope == use).isPresent()));
  }

  /** Whoever fills it has to have a permit, of which there are so many. */
  static boolean needsPermit(Match match) {
    return PERMITS.stream().anyMatch(permit -> !match.callsNamed(permit).isEmpty());
  }

  static String name(Match match) {
    return field(match).map(VariableDeclarator::getNameAsString).orElse("it");
  }

  private static Stream<MethodCallExpr> calls(Match match) {
    return uses(match)
        .flatMap(
            use ->
                use
                    .getParentNode()
                    .filter(MethodCallExpr.class::isInstance)
                    .map(MethodCallExpr.class::cast)
                    .filter(call -> call.getScope().filter(scope -> scope == use).isPresent())
                    .stream());
  }

  private static Stream<Expression> uses(Match match) {
    Optional<VariableDeclarator> field = field(match);
    List<Expression> named =
        field
            .map(found -> NameIndex.of(match.file()).uses(found.getNameAsString()))
            .orElse(List.of());
    return named.stream().filter(use -> isOf(field.get(), use, match));
  }

  private static boolean isOf(VariableDeclarator field, Expression use, Match match) {
    return Variable.meantBy(use, match.file().siteOf(use, match.site()).scope())
        .filter(variable -> variable.declaration() == field)
        .isPresent();
  }

  /** The private or final field that the new queue goes into. */
  private static Optional<VariableDeclarator> field(Match match) {
    Node parent = match.node().getParentNode().orElse(null);
    Optional<VariableDeclarator> field = Optional.empty();
    if (parent instanceof VariableDeclarator variable) {
      field = Optional.of(variable);
    } else if (parent instanceof AssignExpr assign) {
      field =
          Variable.meantBy(assign.getTarget(), match.site().scope())
              .filter(Variable::isField)
              .map(variable -> (VariableDeclarator) variable.declaration());
    }
    return field.filter(
        variable ->
            variable.getParentNode().orElse(null) instanceof FieldDeclaration declared
                && declared.isPrivate());
  }
}
