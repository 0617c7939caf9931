package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import dev.perflint.types.Question;
import dev.perflint.types.TypeMembers;
import dev.perflint.types.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows a new object to those who use it: through locals, wrappers, fields, private factories and
 * bean methods.
 */
public final class UsesReader {
  private static final int MOST_HOPS = 8;

  private final FileContext file;
  private final String role;
  private final PrivateCalls privateCalls;
  private final List<Uses.Use> uses = new ArrayList<>();
  private final Set<String> fields = new LinkedHashSet<>();
  private final Set<Question.Bean> beans = new LinkedHashSet<>();
  private final Set<Uses.Keeper> keepers = new LinkedHashSet<>();
  private final TypeRef held;

  private UsesReader(FileContext file, String role, TypeRef held) {
    this.file = file;
    this.held = held;
    this.role = role;
    this.privateCalls = new PrivateCalls(file);
  }

  /**
   * @param made the creation, an expression; or the annotation of what an entity loads
   * @param role what counts as a use when it is called on the object, e.g. {@code runs-later};
   *     handing the object on always counts; a task that its own method limits, as {@link
   *     TaskLimits} says, does not
   */
  public static Uses of(Site made, String role, FileContext file) {
    if (made.node() instanceof AnnotationExpr) {
      return new Uses(List.of(), List.of(), List.of(), List.of(), entity(made, file));
    }
    Expression expression = (Expression) made.node();
    TypeRef held = file.erased(file.typeOf(expression, made.scope()));
    UsesReader reader = new UsesReader(file, role, held);
    reader.follow(expression, 0);
    return new Uses(
        reader.uses,
        List.copyOf(reader.fields),
        List.copyOf(reader.beans),
        List.copyOf(reader.keepers),
        List.of());
  }

  private static List<String> entity(Site mapping, FileContext file) {
    return mapping.frame().nearest(Frame.Kind.TYPE).map(file.names()::qualifiedName).stream()
        .toList();
  }

  private void follow(Expression value, int hops) {
    Node parent = value.getParentNode().orElse(null);
    if (parent == null || hops > MOST_HOPS) {
      return;
    }
    if (parent instanceof VariableDeclarator variable) {
      ofVariable(variable, hops);
    } else if (parent instanceof AssignExpr assign && assign.getValue() == value) {
      assigned(assign, hops);
    } else if (parent instanceof ReturnStmt || Calls.isLambdaResult(parent)) {
      returned(parent, hops);
    } else if (parent instanceof MethodCallExpr call) {
      handed(call, value, hops);
    } else if (parent instanceof ObjectCreationExpr
        || parent instanceof Expression outer
            && (outer.isEnclosedExpr() || outer.isCastExpr() || outer.isConditionalExpr())) {
      follow((Expression) parent, hops + 1);
    }
  }

  private void handed(MethodCallExpr call, Expression value, int hops) {
    boolean statement = call.getParentNode().filter(ExpressionStmt.class::isInstance).isPresent();
    boolean receiver = call.getScope().filter(scope -> scope == value).isPresent();
    if (receiver && plays(call, role)) {
      addUse(call);
    } else if (!statement || Calls.isLambdaResult(call.getParentNode().orElseThrow())) {
      // A wrapper, a decorator, the next call of a builder.
      follow(call, hops + 1);
    }
  }

  private boolean plays(MethodCallExpr call, String wanted) {
    return file.unit()
        .sites()
        .at(call)
        .filter(site -> file.calls().plays(site, wanted).mayBeReported())
        .isPresent();
  }

  private void ofVariable(VariableDeclarator variable, int hops) {
    Optional<FieldDeclaration> field = FieldKeys.declaration(variable);
    if (field.isPresent()) {
      ofField(variable.getNameAsString(), field.get());
      return;
    }
    for (NameExpr use : file.lifetimes().uses(variable)) {
      ofUse(use, hops);
    }
  }

  private void ofUse(Expression use, int hops) {
    Node parent = use.getParentNode().orElse(null);
    if (Variable.isTarget(use)) {
      return;
    }
    if (parent instanceof MethodCallExpr call) {
      boolean receiver = call.getScope().filter(scope -> scope == use).isPresent();
      if (!receiver || plays(call, role)) {
        addUse(call);
      }
    }
    follow(use, hops + 1);
  }

  private void assigned(AssignExpr assign, int hops) {
    Expression target = assign.getTarget();
    Site site = near(assign);
    if (target instanceof NameExpr name && site.scope().local(name.getNameAsString()).isPresent()) {
      site.scope()
          .local(name.getNameAsString())
          .map(found -> found.declaration())
          .filter(VariableDeclarator.class::isInstance)
          .ifPresent(local -> ofVariable((VariableDeclarator) local, hops + 1));
      return;
    }
    Optional<String> key = FieldKeys.of(target, site, file);
    if (key.isEmpty()) {
      return;
    }
    Optional<FieldDeclaration> declaration = FieldUses.declaration(key.get(), site.frame(), file);
    if (declaration.isPresent()) {
      ofField(FieldKeys.field(key.get()), declaration.get());
    } else {
      fields.add(key.get());
    }
  }

  private void ofField(String name, FieldDeclaration field) {
    String key = FieldKeys.of(name, field, file);
    if (!fields.add(key)) {
      return;
    }
    if (field.isPrivate()) {
      // The merge need not look for what no other file can name.
      fields.remove(key);
    }
    FieldUses.reads(key, file).forEach(this::ofFieldUse);
  }

  private void ofFieldUse(Expression use) {
    Node parent = use.getParentNode().orElse(null);
    if (parent instanceof MethodCallExpr call) {
      boolean receiver = call.getScope().filter(scope -> scope == use).isPresent();
      if (!receiver || plays(call, role)) {
        addUse(call);
      } else if (role.equals(Roles.REMOTE_CALL)) {
        chained(call);
      }
    } else if (parent instanceof ObjectCreationExpr creation && keeps(creation, use)) {
      TypeRef type = file.typeOf(creation.getType(), near(creation).frame());
      keepers.add(new Uses.Keeper(file.erased(type), held));
      addUse(use);
    } else if (parent instanceof ReturnStmt
        || parent instanceof VariableDeclarator
        || parent instanceof AssignExpr
        || parent instanceof ObjectCreationExpr
        || parent != null && Calls.isLambdaResult(parent)) {
      addUse(use);
    }
  }

  /** An argument of a class that another file declares. */
  private boolean keeps(ObjectCreationExpr creation, Expression value) {
    return creation.getArguments().stream().anyMatch(argument -> argument == value)
        && creation.getAnonymousClassBody().isEmpty()
        && !file.isOfLibrary(file.typeOf(creation.getType(), near(creation).frame()));
  }

  /**
   * {@code client.target(url).request().get()}, or the beginning of it, which a wrapper gives to
   * whoever goes on.
   */
  private void chained(MethodCallExpr begun) {
    MethodCallExpr at = begun;
    @Nullable MethodCallExpr starting = null;
    while (at.getParentNode().orElse(null) instanceof MethodCallExpr next
        && next.getScope().orElse(null) == at) {
      // Or waits: client.get().retrieve().bodyToMono(...).block().
      if (RemoteCalls.is(file, near(next)).mayBeReported()) {
        addUse(next);
        return;
      }
      starting = starting == null && plays(next, Roles.STARTS_REMOTE) ? next : starting;
      at = next;
    }
    if (starting != null) {
      addUse(starting, SurroundingsReader.of(file).of(near(starting)).onAnotherThread());
      return;
    }
    if (at.getParentNode().orElse(null) instanceof ReturnStmt given && isBegun(given)) {
      addUse(given);
    }
  }

  /** What a getter returns, or a text or number, is not gone on with. */
  private boolean isBegun(ReturnStmt given) {
    return near(given)
        .frame()
        .member()
        .map(Frame::node)
        .filter(MethodDeclaration.class::isInstance)
        .map(MethodDeclaration.class::cast)
        .filter(method -> !method.getNameAsString().startsWith("get"))
        .filter(method -> method.getType().isClassOrInterfaceType())
        .filter(method -> !method.getType().asClassOrInterfaceType().isBoxedType())
        .filter(method -> !method.getTypeAsString().equals("String"))
        .isPresent();
  }

  /** What a bean method returns is handed out by its type, what a private factory does is known. */
  private void returned(Node statement, int hops) {
    Site site = near(statement);
    Optional<Frame> member = site.frame().member();
    if (member.isEmpty() || !(member.get().node() instanceof MethodDeclaration method)) {
      return;
    }
    Optional<Question.Bean> bean = Beans.madeBy(method, member.get(), file);
    if (bean.isPresent()) {
      if (beans.add(bean.get())) {
        wrapped(method, hops);
      }
      return;
    }
    List<MethodCallExpr> callers = privateCalls.callersOf(statement);
    callers.forEach(caller -> follow(caller, hops + 1));
    if (callers.isEmpty()) {
      addUse(statement);
    }
  }

  /** Other bean methods of the class may make theirs of it, called or given by the container. */
  private void wrapped(MethodDeclaration maker, int hops) {
    privateCalls.callsOf(maker).forEach(call -> follow(call, hops + 1));
    Node type = maker.getParentNode().orElseThrow();
    for (Node member : TypeMembers.of(type)) {
      if (member instanceof MethodDeclaration other
          && other != maker
          && Beans.madeBy(other, near(other).frame(), file).isPresent()) {
        other.getParameters().stream()
            .filter(parameter -> parameter.getType().equals(maker.getType()))
            .forEach(parameter -> VariableUses.of(parameter).forEach(use -> ofUse(use, hops + 1)));
      }
    }
  }

  private Site near(Node node) {
    return FieldUses.nearest(node, file);
  }

  private void addUse(Node node) {
    if (role.equals(Roles.RUNS_LATER) && TaskLimits.of(file).limits(node)) {
      return;
    }
    addUse(node, SurroundingsReader.of(file).of(near(node)));
  }

  private void addUse(Node node, Surroundings around) {
    Optional<Frame> member = file.handlers().owner(near(node).frame());
    if (member.isPresent()) {
      Uses.Use use = new Uses.Use(file.methodId(member.get()), around, file.unit().region(node));
      if (!uses.contains(use)) {
        uses.add(use);
      }
    }
  }
}
