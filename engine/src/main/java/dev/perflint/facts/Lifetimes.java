package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.perflint.knowledge.Roles;
import dev.perflint.model.Certainty;
import dev.perflint.source.Descendants;
import dev.perflint.types.MethodRef;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a new object goes: does it die with the call that made it? Uses in lambdas and nested
 * classes count; an object that a private method takes or returns is followed there.
 */
public final class Lifetimes {
  static final Set<String> CLOSERS = Set.of("close", "closeQuietly", "shutdown", "closeSilently");

  /** Wrappers that live on by themselves, whatever becomes of the variable. */
  private static final Set<String> OUTLIVING = Set.of("java.lang.Thread", "java.util.Timer");

  private static final Set<String> STUBS = Set.of("newStub", "newBlockingStub", "newFutureStub");

  private static final int MOST_HOPS = 8;

  private final FileContext file;
  private final Map<Node, Map<String, List<NameExpr>>> usesByName = new IdentityHashMap<>();
  private final PrivateCalls privateCalls;
  private @Nullable List<Handling.Handed> handed;

  /** Of one question: variables lead to each other, and ways through them are without number. */
  private final Set<Node> followed = Collections.newSetFromMap(new IdentityHashMap<>());

  Lifetimes(FileContext file) {
    this.file = file;
    this.privateCalls = new PrivateCalls(file);
  }

  /**
   * SURE when the object is only used here and dropped; LIKELY when that holds of what wraps it; NO
   * when it is returned or kept in a field, array or collection; UNKNOWN when it is handed to a
   * method that may keep it.
   */
  public Certainty staysLocal(Expression made) {
    followed.clear();
    return follow(made, 0);
  }

  /** The same, where methods of the project that are handed the object may be asked about. */
  public Truth staysLocalOrDropped(Expression made) {
    List<Handling.Handed> asked = new ArrayList<>(0);
    handed = asked;
    followed.clear();
    Truth truth = Truth.of(follow(made, 0));
    handed = null;
    for (Handling.Handed method : asked) {
      truth = truth.and(HandOvers.does(method, HandOvers.DROPS));
    }
    return truth;
  }

  private Certainty follow(Expression value, int hops) {
    Node parent = value.getParentNode().orElse(null);
    if (parent == null || hops > MOST_HOPS) {
      return Certainty.UNKNOWN;
    }
    if (!followed.add(value)) {
      // The least certain of all ways counts, and what this one leads to is among them already.
      return Certainty.SURE;
    }
    if (parent instanceof MethodCallExpr call) {
      boolean receiver = call.getScope().filter(scope -> scope == value).isPresent();
      return receiver ? ofReceiver(call, hops) : ofArgument(call, value, hops);
    }
    if (parent instanceof VariableDeclarator variable) {
      return ofVariable(variable, hops);
    }
    if (parent instanceof ExpressionStmt || parent instanceof TryStmt) {
      // The body of an expression lambda stands in a statement of its own: it is the lambda's
      // result.
      return Certainty.of(parent.getParentNode().filter(LambdaExpr.class::isInstance).isEmpty());
    }
    if (parent instanceof ForEachStmt) {
      // The loop goes through it, and is over.
      return Certainty.SURE;
    }
    if (parent instanceof AssignExpr assign && assign.getValue() == value) {
      return assigned(assign, hops);
    }
    if (parent instanceof ReturnStmt) {
      return returned(parent, hops);
    }
    if (parent instanceof ObjectCreationExpr wrapper) {
      return wrapped(wrapper, hops);
    }
    if (parent instanceof Expression outer
        && (outer.isEnclosedExpr() || outer.isCastExpr() || outer.isConditionalExpr())) {
      return follow(outer, hops + 1);
    }
    // An array element, a field: it outlives the call.
    return parent instanceof Expression other && (other.isBinaryExpr() || other.isInstanceOfExpr())
        ? Certainty.SURE
        : Certainty.NO;
  }

  /** What is derived from the object, e.g. by its builder, keeps its costly parts alive. */
  private Certainty ofReceiver(MethodCallExpr call, int hops) {
    if (plays(call, Roles.KEEPS_ALIVE)) {
      return follow(call, hops + 1);
    }
    return derives(call) ? ofBuilt(call, hops) : Certainty.SURE;
  }

  private Certainty ofArgument(MethodCallExpr call, Expression value, int hops) {
    if (CLOSERS.contains(call.getNameAsString())) {
      return Certainty.SURE;
    }
    if (derives(call)) {
      return ofBuilt(call, hops).and(Certainty.LIKELY);
    }
    if (isStub(call)) {
      return follow(call, hops + 1).and(Certainty.LIKELY);
    }
    int index = call.getArguments().indexOf(value);
    Optional<MethodDeclaration> helper = privateCalls.target(call);
    if (helper.isEmpty() && index >= 0 && handed != null) {
      Optional<MethodRef> method = HandOvers.projectMethod(call, file);
      if (method.isPresent()) {
        handed.add(new Handling.Handed(method.get(), index));
        // What it gives back may be the object, too.
        return isDropped(call) ? Certainty.SURE : follow(call, hops + 1);
      }
    }
    if (helper.isEmpty() || helper.get().getParameter(index).isVarArgs()) {
      return Certainty.UNKNOWN;
    }
    String parameter = helper.get().getParameter(index).getNameAsString();
    return ofUses(named(parameter, helper.get()), hops);
  }

  private static boolean isDropped(MethodCallExpr call) {
    return call.getParentNode().orElse(null) instanceof ExpressionStmt statement
        && !Calls.isLambdaResult(statement);
  }

  /** {@code GreeterGrpc.newBlockingStub(channel)}, as the compiler of gRPC generates it. */
  private static boolean isStub(MethodCallExpr call) {
    return STUBS.contains(call.getNameAsString())
        && call.getScope().filter(scope -> scope.toString().endsWith("Grpc")).isPresent();
  }

  private boolean derives(MethodCallExpr call) {
    return plays(call, Roles.DERIVES);
  }

  private boolean plays(MethodCallExpr call, String role) {
    return file.unit()
        .sites()
        .at(call)
        .filter(site -> file.calls().plays(site, role).mayBeReported())
        .isPresent();
  }

  /** The fate of what a builder makes, of which one call is known. */
  private Certainty ofBuilt(MethodCallExpr call, int hops) {
    MethodCallExpr end = chainEnd(call);
    Node parent = end.getParentNode().orElse(null);
    Optional<VariableDeclarator> builder =
        parent instanceof VariableDeclarator variable
            ? Optional.of(variable)
            : parent instanceof ExpressionStmt ? root(end) : Optional.empty();
    if (isBuild(end) || builder.isEmpty()) {
      return follow(end, hops + 1);
    }
    return isField(builder.get()) ? Certainty.NO : ofBuilder(builder.get(), hops);
  }

  /** A variable holds the builder: each thing that it builds has to be followed. */
  private Certainty ofBuilder(VariableDeclarator builder, int hops) {
    List<NameExpr> uses = uses(builder);
    List<MethodCallExpr> built =
        uses.stream()
            .flatMap(use -> Calls.callOn(use).map(Lifetimes::chainEnd).stream())
            .filter(Lifetimes::isBuild)
            .toList();
    if (built.isEmpty()) {
      return ofUses(uses, hops + 2).and(Certainty.LIKELY);
    }
    Certainty result = Certainty.SURE;
    for (MethodCallExpr each : built) {
      result = result == Certainty.NO ? result : result.and(follow(each, hops + 1));
    }
    return result;
  }

  private static boolean isBuild(MethodCallExpr call) {
    return call.getNameAsString().startsWith("build");
  }

  private static MethodCallExpr chainEnd(MethodCallExpr start) {
    MethodCallExpr end = start;
    while (!isBuild(end)
        && end.getParentNode().orElse(null) instanceof MethodCallExpr next
        && next.getScope().orElse(null) == end) {
      end = next;
    }
    return end;
  }

  private Optional<VariableDeclarator> root(MethodCallExpr call) {
    Expression at = call;
    while (at instanceof MethodCallExpr link && link.getScope().isPresent()) {
      at = link.getScope().get();
    }
    return at instanceof NameExpr name ? local(name) : Optional.empty();
  }

  /** A wrapper that is dropped takes what it wraps along; only of known types that can be said. */
  private Certainty wrapped(ObjectCreationExpr wrapper, int hops) {
    TypeRef type =
        file.unit()
            .sites()
            .at(wrapper)
            .map(site -> file.calls().owner(site))
            .orElse(TypeRef.UNKNOWN);
    boolean known =
        type instanceof TypeRef.Named named
            && !file.isOpen(named)
            && !OUTLIVING.contains(named.name());
    boolean plain = known && wrapper.getAnonymousClassBody().isEmpty();
    return plain ? follow(wrapper, hops + 1).and(Certainty.LIKELY) : Certainty.UNKNOWN;
  }

  /** What a private method returns is followed to all its callers. */
  private Certainty returned(Node statement, int hops) {
    List<MethodCallExpr> callers = privateCalls.callersOf(statement);
    Certainty result = callers.isEmpty() ? Certainty.NO : Certainty.SURE;
    for (MethodCallExpr caller : callers) {
      result = result == Certainty.NO ? result : result.and(follow(caller, hops + 1));
    }
    return result;
  }

  private Certainty assigned(AssignExpr assign, int hops) {
    if (assign.getTarget() instanceof NameExpr name) {
      Optional<VariableDeclarator> local = local(name);
      if (local.isPresent() && !isField(local.get())) {
        return ofVariable(local.get(), hops);
      }
    }
    return Certainty.NO;
  }

  private static boolean isField(VariableDeclarator variable) {
    return FieldKeys.declaration(variable).isPresent();
  }

  private Certainty ofVariable(VariableDeclarator variable, int hops) {
    return isField(variable) ? Certainty.NO : ofUses(uses(variable), hops);
  }

  private Certainty ofUses(List<NameExpr> uses, int hops) {
    Certainty result = Certainty.SURE;
    for (NameExpr use : uses) {
      Node parent = use.getParentNode().orElse(null);
      boolean asReceiver = parent instanceof FieldAccessExpr;
      if (result != Certainty.NO && !Variable.isTarget(use) && !asReceiver) {
        result = result.and(follow(use, hops + 1));
      }
    }
    return result;
  }

  /** The places that read or write a local variable, in its whole member. */
  public List<NameExpr> uses(VariableDeclarator variable) {
    // Another local of the same name in a sibling block would be counted too: that only makes the
    // answer quieter.
    return PrivateCalls.memberAround(variable)
        .map(member -> named(variable.getNameAsString(), member))
        .orElse(List.of());
  }

  private List<NameExpr> named(String name, Node member) {
    return usesByName.computeIfAbsent(member, Lifetimes::usesByName).getOrDefault(name, List.of());
  }

  private static Map<String, List<NameExpr>> usesByName(Node member) {
    Map<String, List<NameExpr>> uses = new HashMap<>();
    Descendants.each(
        member,
        NameExpr.class,
        use -> uses.computeIfAbsent(use.getNameAsString(), name -> new ArrayList<>(2)).add(use));
    return uses;
  }

  /** The local variable that a new object is put into as it is made. */
  public static Optional<VariableDeclarator> holder(Node made) {
    Node parent = made.getParentNode().orElse(null);
    while (parent instanceof Expression outer && (outer.isCastExpr() || outer.isEnclosedExpr())) {
      parent = outer.getParentNode().orElse(null);
    }
    if (parent instanceof VariableDeclarator variable) {
      return isField(variable) ? Optional.empty() : Optional.of(variable);
    }
    return parent instanceof AssignExpr assign && assign.getTarget() instanceof NameExpr name
        ? local(name)
        : Optional.empty();
  }

  /** The local variable of that name in the member around; a parameter is none. */
  public static Optional<VariableDeclarator> local(NameExpr name) {
    return PrivateCalls.memberAround(name)
        .flatMap(
            member ->
                member.findFirst(
                    VariableDeclarator.class,
                    v -> v.getNameAsString().equals(name.getNameAsString()) && !isField(v)));
  }
}
