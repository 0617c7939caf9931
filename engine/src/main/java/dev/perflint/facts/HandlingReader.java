package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.perflint.source.Scope;
import dev.perflint.source.Site;
import dev.perflint.types.MethodRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows an object through its file. */
public final class HandlingReader {
  private static final int MOST_HOPS = 10;

  private final FileContext file;
  private final PrivateCalls privateCalls;
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Expression> on = new ArrayList<>();
  private final List<Expression> with = new ArrayList<>();
  private final List<Handling.Handed> handed = new ArrayList<>();
  private boolean leaves;
  private boolean lost;

  private HandlingReader(FileContext file) {
    this.file = file;
    this.privateCalls = new PrivateCalls(file);
  }

  /** Of the object that an expression makes or gives. */
  public static Handling of(Expression made, FileContext file) {
    HandlingReader reader = new HandlingReader(file);
    reader.follow(made, 0);
    return reader.handling();
  }

  /** Of the object in a local variable. */
  public static Handling of(VariableDeclarator local, FileContext file) {
    HandlingReader reader = new HandlingReader(file);
    reader.ofLocal(local, 0);
    return reader.handling();
  }

  /** Of what a method or constructor is given. */
  static Handling of(Parameter parameter, FileContext file) {
    HandlingReader reader = new HandlingReader(file);
    VariableUses.of(parameter).forEach(use -> reader.follow(use, 0));
    return reader.handling();
  }

  private Handling handling() {
    return new Handling(on, with, handed, leaves, lost);
  }

  private void follow(Expression value, int hops) {
    Node parent = value.getParentNode().orElse(null);
    if (parent == null || hops > MOST_HOPS) {
      lost = true;
    } else if (parent instanceof VariableDeclarator variable) {
      ofVariable(variable, hops);
    } else if (parent instanceof AssignExpr assign && assign.getValue() == value) {
      assigned(assign, hops);
    } else if (parent instanceof ReturnStmt) {
      returned(parent, hops);
    } else if (Calls.isLambdaResult(parent)) {
      supplied((LambdaExpr) parent.getParentNode().orElseThrow(), hops);
    } else if (parent instanceof ExplicitConstructorInvocationStmt) {
      leaves = true;
    } else if (parent instanceof MethodCallExpr call) {
      inCall(call, value, hops);
    } else if (parent instanceof ObjectCreationExpr creation) {
      with.add(creation);
      if (isOfLibrary(creation)) {
        follow(creation, hops + 1);
      } else {
        leaves = true;
      }
    } else if (parent instanceof Expression outer
        && (outer.isEnclosedExpr() || outer.isCastExpr() || outer.isConditionalExpr())) {
      follow(outer, hops + 1);
    } else if (!isHarmless(parent)) {
      lost = true;
    }
  }

  /** Compared, written, thrown away, or asked for a method that somebody calls later. */
  private static boolean isHarmless(Node parent) {
    return parent instanceof Statement
        || parent instanceof BinaryExpr
        || parent instanceof InstanceOfExpr
        || parent instanceof AssignExpr
        || parent instanceof MethodReferenceExpr;
  }

  private void inCall(MethodCallExpr call, Expression value, int hops) {
    if (call.getScope().filter(scope -> scope == value).isPresent()) {
      calledOn(call, hops);
      return;
    }
    with.add(call);
    Optional<MethodDeclaration> helper = privateCalls.target(call);
    if (helper.isPresent()) {
      int index = call.getArguments().indexOf(value);
      Parameter parameter = helper.get().getParameter(index);
      if (parameter.isVarArgs()) {
        lost = true;
      } else if (seen.add(parameter)) {
        named(parameter.getNameAsString(), helper.get()).forEach(use -> follow(use, hops + 1));
      }
    } else if (!isOfLibrary(call)) {
      handOn(call, value, hops);
    } else if (!(call.getParentNode().orElse(null) instanceof Statement statement)
        || Calls.isLambdaResult(statement)) {
      // A wrapper, a decorator, the next call of a builder.
      follow(call, hops + 1);
    } else {
      // A collection, a registry: whoever takes it out again.
      leaves = true;
    }
  }

  /** The merge knows what a method of the project does with it; it may also give it back. */
  private void handOn(MethodCallExpr call, Expression value, int hops) {
    Optional<MethodRef> method = HandOvers.projectMethod(call, file);
    int index = call.getArguments().indexOf(value);
    if (method.isEmpty() || index < 0) {
      lost = true;
      return;
    }
    handed.add(new Handling.Handed(method.get(), index));
    boolean dropped =
        call.getParentNode().orElse(null) instanceof Statement statement
            && !(statement instanceof ReturnStmt)
            && !Calls.isLambdaResult(statement);
    if (!dropped && seen.add(call)) {
      follow(call, hops + 1);
    }
  }

  /** {@code builder.requestFactory(() -> factory)}: as if the call were given the object. */
  private void supplied(LambdaExpr lambda, int hops) {
    if (lambda.getParentNode().orElse(null) instanceof MethodCallExpr call) {
      inCall(call, lambda, hops + 1);
    } else {
      leaves = true;
    }
  }

  /** The call, and what is chained to it: a builder gives itself back. */
  private void calledOn(MethodCallExpr call, int hops) {
    on.add(call);
    Node at = call;
    Node parent = at.getParentNode().orElse(null);
    while (parent instanceof Expression outer && (outer.isEnclosedExpr() || outer.isCastExpr())) {
      at = parent;
      parent = at.getParentNode().orElse(null);
    }
    if (parent instanceof MethodCallExpr next
        && next.getScope().orElse(null) == at
        && hops < MOST_HOPS * 2) {
      calledOn(next, hops + 1);
    }
  }

  private boolean isOfLibrary(Expression call) {
    return file.unit()
        .sites()
        .at(call)
        .map(site -> file.calls().owner(site))
        .filter(file::isOfLibrary)
        .isPresent();
  }

  private void ofVariable(VariableDeclarator variable, int hops) {
    Optional<FieldDeclaration> field = FieldKeys.declaration(variable);
    if (field.isEmpty()) {
      ofLocal(variable, hops);
    } else if (seen.add(variable)) {
      ofField(FieldKeys.of(variable.getNameAsString(), field.get(), file), field.get(), hops);
    }
  }

  private void ofLocal(VariableDeclarator variable, int hops) {
    if (seen.add(variable)) {
      file.lifetimes().uses(variable).forEach(use -> follow(use, hops + 1));
    }
  }

  private void ofField(String key, FieldDeclaration field, int hops) {
    leaves |= !field.isPrivate();
    FieldUses.reads(key, file).forEach(use -> follow(use, hops + 1));
  }

  private void assigned(AssignExpr assign, int hops) {
    Expression target = assign.getTarget();
    Site site = FieldUses.nearest(assign, file);
    if (target instanceof NameExpr name) {
      Optional<Scope> local = site.scope().local(name.getNameAsString());
      if (local.isPresent()) {
        if (local.get().declaration() instanceof VariableDeclarator variable) {
          ofLocal(variable, hops);
        } else {
          lost = true;
        }
        return;
      }
    }
    Optional<String> key = FieldKeys.of(target, site, file);
    Optional<FieldDeclaration> field =
        key.flatMap(found -> FieldUses.declaration(found, site.frame(), file));
    if (field.isPresent()) {
      if (seen.add(field.get())) {
        ofField(key.get(), field.get(), hops);
      }
    } else {
      leaves = true;
    }
  }

  private void returned(Node statement, int hops) {
    List<MethodCallExpr> callers = privateCalls.callersOf(statement);
    leaves |= callers.isEmpty();
    for (MethodCallExpr caller : callers) {
      if (seen.add(caller)) {
        follow(caller, hops + 1);
      }
    }
  }

  private static List<NameExpr> named(String name, Node member) {
    return member.findAll(NameExpr.class, use -> use.getNameAsString().equals(name));
  }
}
