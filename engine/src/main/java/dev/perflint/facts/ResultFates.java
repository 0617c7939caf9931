package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.type.Type;
import dev.perflint.knowledge.KnownMember;
import dev.perflint.knowledge.Roles;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of the results of calls of the project's own methods. Nearly all calls of a file are
 * asked about, and what they return is rarely known there. So parents, declared types and names
 * decide, and only a result that is called like something expensive is followed.
 */
public final class ResultFates {
  private final FileContext file;

  private ResultFates(FileContext file) {
    this.file = file;
  }

  /** The one of this file. */
  public static ResultFates of(FileContext file) {
    return file.once(ResultFates.class, ResultFates::new);
  }

  /** The fate of what a call returns. */
  public ResultFate of(MethodCallExpr call) {
    Node parent = call.getParentNode().orElse(null);
    if (parent instanceof MethodCallExpr next) {
      boolean receiver = next.getScope().orElse(null) == call;
      return receiver && isOver(next, false) ? ResultFate.DROPPED : ResultFate.OTHER;
    }
    if (parent instanceof ExpressionStmt && !Calls.isLambdaResult(parent)) {
      return ResultFate.IGNORED;
    }
    if (parent instanceof ReturnStmt) {
      return isReturnedAlways(parent) ? ResultFate.RETURNED : ResultFate.OTHER;
    }
    return holder(parent, call).map(this::ofVariable).orElse(ResultFate.OTHER);
  }

  /** The same of an object that is made. */
  public ResultFate of(ObjectCreationExpr creation) {
    boolean local =
        creation.getParentNode().orElse(null) instanceof VariableDeclarator variable
            && FieldKeys.declaration(variable).isEmpty()
            && file.lifetimes().uses(variable).stream()
                .anyMatch(use -> Calls.callGiven(use).isPresent());
    return local || Calls.callGiven(creation).isPresent() ? ResultFate.HANDED_ON : ResultFate.OTHER;
  }

  /** The local variable, of a type that something expensive may have, which is given a value. */
  private Optional<VariableDeclarator> holder(Node parent, Expression value) {
    VariableDeclarator variable = null;
    if (parent instanceof VariableDeclarator declared) {
      variable = declared;
    } else if (parent instanceof AssignExpr assign
        && assign.getValue() == value
        && assign.getParentNode().filter(ExpressionStmt.class::isInstance).isPresent()) {
      variable = local(assign).orElse(null);
    }
    return Optional.ofNullable(variable)
        .filter(v -> v.getType().isVarType() || isCostly(v.getType()))
        .filter(v -> FieldKeys.declaration(v).isEmpty());
  }

  Optional<VariableDeclarator> local(AssignExpr assign) {
    return file.unit()
        .sites()
        .at(assign)
        .flatMap(site -> Variable.meantBy(assign.getTarget(), site.scope()))
        .filter(variable -> variable.kind() == Variable.Kind.LOCAL)
        .map(Variable::declaration)
        .filter(VariableDeclarator.class::isInstance)
        .map(VariableDeclarator.class::cast);
  }

  private ResultFate ofVariable(VariableDeclarator variable) {
    boolean dropped = true;
    boolean returned = false;
    for (NameExpr use : file.lifetimes().uses(variable)) {
      Node parent = use.getParentNode().orElse(null);
      if (parent instanceof ReturnStmt) {
        if (!isReturnedAlways(parent)) {
          return ResultFate.OTHER;
        }
        returned = true;
      } else if (!Variable.isTarget(use)) {
        dropped &= isDropped(use, parent);
      }
    }
    if (!dropped) {
      return ResultFate.OTHER;
    }
    boolean closed = !returned && Closings.of(file).isClosed(variable);
    return returned ? ResultFate.RETURNED : closed ? ResultFate.CLOSED : ResultFate.DROPPED;
  }

  private boolean isDropped(NameExpr use, Node parent) {
    if (parent instanceof MethodCallExpr call && call.getScope().orElse(null) == use) {
      return isOver(call, true) && file.lifetimes().staysLocal(use).isReported();
    }
    return file.lifetimes().staysLocal(use).isReported() || runsTask(use);
  }

  /** {@code CompletableFuture.supplyAsync(task, executor)} does not keep the executor. */
  private boolean runsTask(NameExpr use) {
    return Calls.callGiven(use)
        .flatMap(call -> file.unit().sites().at(call))
        .filter(site -> file.calls().plays(site, Roles.RUNS_LATER).mayBeReported())
        .isPresent();
  }

  /**
   * Whether nothing of the receiver is left when a chain of calls on it has ended, as far as what
   * takes the chain's result says. Of the receiver's type nothing is known, so a name that
   * elsewhere means a view of it is taken for one.
   *
   * @param handedOn what to say of a result that goes to yet another call
   */
  private boolean isOver(MethodCallExpr first, boolean handedOn) {
    MethodCallExpr end = first;
    while (end.getParentNode().orElse(null) instanceof MethodCallExpr next
        && next.getScope().orElse(null) == end) {
      end = next;
    }
    Node parent = end.getParentNode().orElse(null);
    if (parent instanceof ExpressionStmt) {
      return !Calls.isLambdaResult(parent);
    }
    if (keepsReceiver(end.getNameAsString())) {
      return false;
    }
    if (parent instanceof VariableDeclarator variable) {
      return FieldKeys.declaration(variable).isEmpty() && isPlain(variable.getType());
    }
    if (parent instanceof ReturnStmt) {
      return methodAround(parent).map(MethodDeclaration::getType).filter(this::isPlain).isPresent();
    }
    if (parent instanceof AssignExpr assign) {
      return local(assign).map(VariableDeclarator::getType).filter(this::isPlain).isPresent();
    }
    boolean compared =
        parent instanceof Expression test && (test.isBinaryExpr() || test.isUnaryExpr());
    return compared || handedOn && parent instanceof Expression;
  }

  private boolean keepsReceiver(String name) {
    for (KnownMember member : file.knowledge().membersNamed(name)) {
      if (member.role().equals(Roles.DERIVES) || member.role().equals(Roles.KEEPS_ALIVE)) {
        return true;
      }
    }
    return false;
  }

  private boolean isPlain(Type type) {
    return !type.isVarType() && !isCostly(type);
  }

  /** Whether a type is called like something that is expensive to create. */
  boolean isCostly(Type type) {
    return type.isClassOrInterfaceType()
        && file.knowledge()
            .expensiveNames()
            .contains(type.asClassOrInterfaceType().getNameAsString());
  }

  /** Whether a method has that return only and says that it returns something expensive. */
  private boolean isReturnedAlways(Node statement) {
    return methodAround(statement)
        .filter(method -> isCostly(method.getType()))
        .map(method -> method.findAll(ReturnStmt.class))
        .filter(List.of(statement)::equals)
        .isPresent();
  }

  /** The method to which a statement belongs; empty in a lambda or anything else. */
  static Optional<MethodDeclaration> methodAround(Node statement) {
    Node at = statement;
    while (at != null && !(at instanceof LambdaExpr) && !(at instanceof BodyDeclaration<?>)) {
      at = at.getParentNode().orElse(null);
    }
    return at instanceof MethodDeclaration method ? Optional.of(method) : Optional.empty();
  }
}
