package dev.perflint.facts;

import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Site;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which calls hand what they are given to a virtual thread: by their own name, or because their
 * file shows what the executor, builder or factory is that they are made on.
 */
public final class VirtualThreads {
  /** A variable that is made of another one, and so on, ends somewhere. */
  private static final int DEEPEST = 4;

  private static final String GIVEN = "given";

  /** What a thread's builder gives that makes the same kind of threads. */
  private static final Set<String> BUILDING =
      Set.of("factory", "inheritInheritableThreadLocals", "name", "uncaughtExceptionHandler");

  private final FileContext file;

  private VirtualThreads(FileContext file) {
    this.file = file;
  }

  /** The ones of this file. */
  public static VirtualThreads of(FileContext file) {
    return file.once(VirtualThreads.class, VirtualThreads::new);
  }

  /** Whether virtual threads run what a call hands over. */
  public boolean run(Site call) {
    return make(call, 0)
        || call.node() instanceof MethodCallExpr made
            && made.getScope().filter(scope -> isVirtual(scope, call, 0)).isPresent();
  }

  /** Whether the call is one of virtual threads, or makes something of what is given to it. */
  private boolean make(Site call, int depth) {
    for (Calls.Known known : file.calls().known(call, Roles.VIRTUAL_THREADS)) {
      boolean given = known.member().kind().equals(GIVEN);
      if (known.truth().mayBeReported()
          && (!given
              || Calls.arguments(call.node()).stream()
                  .anyMatch(argument -> isVirtual(argument, call, depth)))) {
        return true;
      }
    }
    return false;
  }

  private boolean isVirtual(Expression value, Site near, int depth) {
    Expression made = TimeLimits.bare(value);
    if (depth == DEEPEST) {
      return false;
    }
    if (made instanceof MethodCallExpr call) {
      return make(file.siteOf(call, near), depth)
          || BUILDING.contains(call.getNameAsString())
              && call.getScope().filter(scope -> isVirtual(scope, near, depth)).isPresent();
    }
    if (made instanceof ObjectCreationExpr) {
      return make(file.siteOf(made, near), depth);
    }
    if (made instanceof ConditionalExpr choice) {
      return isVirtual(choice.getThenExpr(), near, depth)
          && isVirtual(choice.getElseExpr(), near, depth);
    }
    List<Expression> values = values(made, near);
    return !values.isEmpty()
        && values.stream().allMatch(v -> isVirtual(v, FieldUses.nearest(v, file), depth + 1));
  }

  /** All that a variable is set to, as far as its file shows; empty when that may not be all. */
  private List<Expression> values(Expression read, Site near) {
    if (read instanceof NameExpr name && near.scope().local(name.getNameAsString()).isPresent()) {
      return ValueOrigins.variable(name, near).flatMap(VariableDeclarator::getInitializer).stream()
          .toList();
    }
    Optional<String> key = FieldKeys.of(read, near, file);
    Optional<FieldDeclaration> field =
        key.flatMap(found -> FieldUses.declaration(found, near.frame(), file));
    return field.map(found -> FieldUses.values(key.get(), found, file)).orElse(List.of());
  }
}
