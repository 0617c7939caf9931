package dev.perflint.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.MarkerAnnotationExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.type.Type;
import dev.perflint.source.Frame.Kind;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The one walk over a tree: builds the index, with frame and scope at each site.
 *
 * <p>Every {@code visit} returns the scope that holds behind its node. A declaration or an {@code
 * instanceof} pattern is so visible to what follows it, also in the rest of the block after {@code
 * if (!(x instanceof T t)) return;}, and nowhere else: there its name may be a field's.
 */
final class TreeWalk {
  /** The classes that facts or rules start from. */
  private static final Set<Class<?>> INDEXED = Collections.newSetFromMap(new IdentityHashMap<>());

  static {
    INDEXED.addAll(
        List.of(
            MethodCallExpr.class,
            ObjectCreationExpr.class,
            MethodReferenceExpr.class,
            ClassExpr.class,
            ExplicitConstructorInvocationStmt.class,
            LambdaExpr.class,
            AssignExpr.class,
            ArrayCreationExpr.class,
            CatchClause.class,
            ForStmt.class,
            ForEachStmt.class,
            WhileStmt.class,
            DoStmt.class,
            SynchronizedStmt.class,
            TryStmt.class,
            MethodDeclaration.class,
            ConstructorDeclaration.class,
            CompactConstructorDeclaration.class,
            InitializerDeclaration.class,
            FieldDeclaration.class,
            MarkerAnnotationExpr.class,
            SingleMemberAnnotationExpr.class,
            NormalAnnotationExpr.class,
            EnumConstantDeclaration.class));
  }

  private final Sites sites = new Sites();

  private TreeWalk() {}

  static Sites index(CompilationUnit tree) {
    TreeWalk walk = new TreeWalk();
    for (TypeDeclaration<?> type : tree.getTypes()) {
      walk.type(type, type.getMembers(), null, null);
    }
    return walk.sites;
  }

  private void type(
      Node declaration, List<? extends Node> members, Frame outerFrame, Scope outerScope) {
    Frame frame = new Frame(Kind.TYPE, declaration, outerFrame);
    Scope scope = new Scope(Scope.Kind.TYPE, "", declaration, frame, outerScope);
    Site body = new Site(declaration, frame, scope);
    sites.addType(body);
    if (declaration instanceof TypeDeclaration<?> named) {
      sites.add(body);
      named.getAnnotations().forEach(a -> visit(a, frame, scope));
    }
    if (declaration instanceof EnumDeclaration constants) {
      constants.getEntries().forEach(constant -> member(constant, frame, scope));
    }
    members.forEach(member -> member(member, frame, scope));
  }

  private void member(Node member, Frame outer, Scope scope) {
    if (member instanceof TypeDeclaration<?> nested) {
      type(nested, nested.getMembers(), outer, scope);
    } else if (member instanceof FieldDeclaration field) {
      Frame frame = new Frame(Kind.FIELD, field, outer);
      sites.add(new Site(field, frame, scope));
      field.getAnnotations().forEach(a -> visit(a, frame, scope));
      field
          .getVariables()
          .forEach(v -> v.getInitializer().ifPresent(init -> visit(init, frame, scope)));
    } else if (member instanceof CallableDeclaration<?> callable) {
      callable(callable, outer, scope);
    } else if (member instanceof CompactConstructorDeclaration compact) {
      Frame frame = new Frame(Kind.CONSTRUCTOR, compact, outer);
      Scope inner = scope;
      if (outer.node() instanceof RecordDeclaration record) {
        inner = parameters(record.getParameters(), Scope.Kind.PARAMETER, frame, scope);
      }
      sites.add(new Site(compact, frame, inner));
      visit(compact.getBody(), frame, inner);
    } else if (member instanceof InitializerDeclaration initializer) {
      Frame frame = new Frame(Kind.INITIALIZER, initializer, outer);
      Scope inner = new Scope(Scope.Kind.MEMBER, "", initializer, frame, scope);
      sites.add(new Site(initializer, frame, inner));
      visit(initializer.getBody(), frame, inner);
    } else if (member instanceof EnumConstantDeclaration constant) {
      Frame frame = new Frame(Kind.FIELD, constant, outer);
      sites.add(new Site(constant, frame, scope));
      constant.getArguments().forEach(argument -> visit(argument, frame, scope));
      if (!constant.getClassBody().isEmpty()) {
        type(constant, constant.getClassBody(), frame, scope);
      }
    } else {
      children(member, outer, scope);
    }
  }

  private void callable(CallableDeclaration<?> callable, Frame outer, Scope scope) {
    Kind kind = callable instanceof MethodDeclaration ? Kind.METHOD : Kind.CONSTRUCTOR;
    Frame frame = new Frame(kind, callable, outer);
    Scope own = scope;
    if (callable.getParameters().isEmpty()) {
      own = new Scope(Scope.Kind.MEMBER, "", callable, frame, scope);
    }
    Scope inner = parameters(callable.getParameters(), Scope.Kind.PARAMETER, frame, own);
    sites.add(new Site(callable, frame, inner));
    callable.getAnnotations().forEach(a -> visit(a, frame, scope));
    if (callable instanceof MethodDeclaration method) {
      method.getBody().ifPresent(body -> visit(body, frame, inner));
    } else if (callable instanceof ConstructorDeclaration constructor) {
      visit(constructor.getBody(), frame, inner);
    }
  }

  private static Scope parameters(
      List<Parameter> parameters, Scope.Kind kind, Frame frame, Scope scope) {
    Scope inner = scope;
    for (Parameter parameter : parameters) {
      inner = new Scope(kind, parameter.getNameAsString(), parameter, frame, inner);
    }
    return inner;
  }

  private Scope visit(Node node, Frame frame, Scope scope) {
    if (node instanceof NameExpr name) {
      sites.addName(name);
      return scope;
    }
    if (node instanceof LiteralExpr literal) {
      if (literal.isStringLiteralExpr() || literal.isTextBlockLiteralExpr()) {
        sites.addText((LiteralStringValueExpr) literal);
      }
      return scope;
    }
    if (node instanceof SimpleName || node instanceof Type) {
      return scope; // with names, more than half of all nodes
    }
    if (node instanceof TypeDeclaration<?> local) {
      type(local, local.getMembers(), frame, scope);
      return scope;
    }
    if (INDEXED.contains(node.getClass())) {
      sites.add(new Site(node, frame, scope));
    }
    if (node instanceof Expression expression) {
      return expression(expression, frame, scope);
    }
    if (node instanceof BlockStmt block) {
      Scope inner = scope;
      for (Node statement : block.getStatements()) {
        inner = visit(statement, frame, inner);
      }
      return scope;
    }
    if (node instanceof IfStmt branch) {
      return branch(branch, frame, scope);
    }
    if (node instanceof TryStmt attempt) {
      return attempt(attempt, frame, scope);
    }
    if (node instanceof SynchronizedStmt lock) {
      visit(lock.getExpression(), frame, scope);
      visit(lock.getBody(), new Frame(Kind.LOCK, lock, frame), scope);
      return scope;
    }
    if (node instanceof SwitchEntry entry) {
      return entry(entry, frame, scope);
    }
    Scope loop = loop(node, frame, scope);
    if (loop != null) {
      return loop;
    }
    Scope behind = children(node, frame, scope);
    boolean declares =
        node instanceof ExpressionStmt statement
            && statement.getExpression().isVariableDeclarationExpr();
    return declares || !(node instanceof Statement) ? behind : scope;
  }

  private Scope branch(IfStmt branch, Frame frame, Scope scope) {
    Expression condition = branch.getCondition();
    Statement then = branch.getThenStmt();
    Optional<Statement> otherwise = branch.getElseStmt();
    Scope bound = visit(condition, frame, scope);
    Scope whenTrue = bound != scope && Bindings.whenTrue(condition) ? bound : scope;
    Scope whenFalse = bound != scope && Bindings.whenFalse(condition) ? bound : scope;
    visit(then, new Frame(Kind.BRANCH, then, frame), whenTrue);
    otherwise.ifPresent(other -> visit(other, new Frame(Kind.BRANCH, other, frame), whenFalse));
    if (bound == scope) {
      return scope;
    }
    if (Exits.always(then)) {
      return whenFalse;
    }
    return otherwise.filter(Exits::always).isPresent() ? whenTrue : scope;
  }

  /** The locals of a group of statements are visible in the groups that follow. */
  private Scope entry(SwitchEntry entry, Frame frame, Scope scope) {
    Frame inner = new Frame(Kind.BRANCH, entry, frame);
    Scope behind = scope;
    for (Node label : entry.getLabels()) {
      behind = visit(label, inner, behind);
    }
    boolean falls = behind == scope && entry.getType() == SwitchEntry.Type.STATEMENT_GROUP;
    if (entry.getGuard().isPresent()) {
      behind = visit(entry.getGuard().get(), inner, behind);
    }
    for (Node statement : entry.getStatements()) {
      behind = visit(statement, inner, behind);
    }
    return falls ? behind : scope;
  }

  private Scope expression(Expression node, Frame frame, Scope scope) {
    if (node instanceof FieldAccessExpr access) {
      sites.addName(access);
    }
    if (node instanceof LambdaExpr lambda) {
      Frame inner = new Frame(Kind.LAMBDA, lambda, frame);
      Scope body = parameters(lambda.getParameters(), Scope.Kind.LAMBDA_PARAMETER, inner, scope);
      sites.addLambdaBody(lambda, body);
      visit(lambda.getBody(), inner, body);
      return scope;
    }
    if (node instanceof ObjectCreationExpr creation
        && creation.getAnonymousClassBody().isPresent()) {
      creation.getScope().ifPresent(outer -> visit(outer, frame, scope));
      Scope behind = scope;
      for (Node argument : creation.getArguments()) {
        behind = visit(argument, frame, behind);
      }
      type(creation, creation.getAnonymousClassBody().get(), frame, scope);
      return behind;
    }
    if (node instanceof ConditionalExpr choice) {
      Expression condition = choice.getCondition();
      Scope bound = visit(condition, frame, scope);
      Scope whenTrue = bound != scope && Bindings.whenTrue(condition) ? bound : scope;
      Scope whenFalse = bound != scope && Bindings.whenFalse(condition) ? bound : scope;
      visit(choice.getThenExpr(), new Frame(Kind.BRANCH, choice.getThenExpr(), frame), whenTrue);
      visit(choice.getElseExpr(), new Frame(Kind.BRANCH, choice.getElseExpr(), frame), whenFalse);
      return scope;
    }
    if (node instanceof VariableDeclarationExpr declaration) {
      return declare(declaration, Scope.Kind.LOCAL, frame, scope);
    }
    if (node instanceof TypePatternExpr pattern) {
      return new Scope(Scope.Kind.PATTERN, pattern.getNameAsString(), pattern, frame, scope);
    }
    Scope behind = children(node, frame, scope);
    return node.isSwitchExpr() ? scope : behind;
  }

  private Scope declare(
      VariableDeclarationExpr declaration, Scope.Kind kind, Frame frame, Scope scope) {
    Scope behind = scope;
    for (VariableDeclarator variable : declaration.getVariables()) {
      if (variable.getInitializer().isPresent()) {
        visit(variable.getInitializer().get(), frame, behind);
      }
      behind = new Scope(kind, variable.getNameAsString(), variable, frame, behind);
    }
    return behind;
  }

  private Scope attempt(TryStmt attempt, Frame frame, Scope scope) {
    Frame inner = new Frame(Kind.TRY, attempt, frame);
    Scope behind = scope;
    for (Expression resource : attempt.getResources()) {
      behind = visit(resource, inner, behind);
    }
    visit(attempt.getTryBlock(), inner, behind);
    for (CatchClause clause : attempt.getCatchClauses()) {
      Frame handler = new Frame(Kind.CATCH, clause, frame);
      Parameter caught = clause.getParameter();
      Scope within =
          new Scope(Scope.Kind.PARAMETER, caught.getNameAsString(), caught, handler, scope);
      sites.add(new Site(clause, frame, within));
      visit(clause.getBody(), handler, within);
    }
    attempt
        .getFinallyBlock()
        .ifPresent(last -> visit(last, new Frame(Kind.FINALLY, attempt, frame), scope));
    return scope;
  }

  /** Null when the node is no loop. */
  private Scope loop(Node node, Frame frame, Scope scope) {
    if (node instanceof ForEachStmt each) {
      visit(each.getIterable(), frame, scope);
      Frame inner = new Frame(Kind.LOOP, each, frame);
      visit(each.getBody(), inner, declare(each.getVariable(), Scope.Kind.EACH, inner, scope));
      return scope;
    }
    if (node instanceof ForStmt counted) {
      Scope inside = scope;
      for (Node initial : counted.getInitialization()) {
        inside = visit(initial, frame, inside);
      }
      Frame inner = new Frame(Kind.LOOP, counted, frame);
      if (counted.getCompare().isPresent()) {
        inside = visit(counted.getCompare().get(), inner, inside);
      }
      for (Node update : counted.getUpdate()) {
        visit(update, inner, inside);
      }
      visit(counted.getBody(), inner, inside);
      return scope;
    }
    if (node instanceof WhileStmt loop) {
      Frame inner = new Frame(Kind.LOOP, loop, frame);
      Scope bound = visit(loop.getCondition(), inner, scope);
      visit(loop.getBody(), inner, Bindings.whenTrue(loop.getCondition()) ? bound : scope);
      return Bindings.whenFalse(loop.getCondition()) ? bound : scope;
    }
    if (node instanceof DoStmt loop) {
      Frame inner = new Frame(Kind.LOOP, loop, frame);
      visit(loop.getBody(), inner, scope);
      Scope bound = visit(loop.getCondition(), inner, scope);
      return Bindings.whenFalse(loop.getCondition()) ? bound : scope;
    }
    return null;
  }

  private Scope children(Node node, Frame frame, Scope scope) {
    Scope behind = scope;
    List<Node> children = node.getChildNodes();
    for (int i = 0; i < children.size(); i++) { // an iterator for each node of a tree is too much
      behind = visit(children.get(i), frame, behind);
    }
    return behind;
  }
}
