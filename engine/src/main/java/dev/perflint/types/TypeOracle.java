package dev.perflint.types;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnionType;
import dev.perflint.source.Frame;
import dev.perflint.source.Scope;
import dev.perflint.source.Site;
import dev.perflint.source.SourceUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Types of the expressions of one file, from declarations, imports and the API tables; memoised by
 * node.
 */
public final class TypeOracle {
  /** Parts of a qualified name; what is longer is no name. */
  private static final int MOST_PARTS = 16;

  /** No file system takes a class with a longer name, and building it again and again is slow. */
  private static final int LONGEST_NAME = 1_000;

  private static final TypeRef STRING = TypeRef.named("java.lang.String");

  private final SourceUnit unit;
  private final TypeNames names;
  private final TypeResolver resolver;
  private final Map<Expression, TypeRef> known = new IdentityHashMap<>();
  private final Map<Node, Set<String>> methodNames = new IdentityHashMap<>();
  private final Map<Node, Map<String, Type>> fieldTypes = new IdentityHashMap<>();
  private final Map<Node, TypeRef> declared = new IdentityHashMap<>();
  private final LambdaTypes lambdas;

  public TypeOracle(SourceUnit unit, TypeTable table) {
    this.unit = unit;
    this.names = new TypeNames(unit.tree(), unit.sites(), table);
    this.resolver = TypeResolver.open(table);
    this.lambdas = new LambdaTypes(this, resolver);
  }

  public TypeNames names() {
    return names;
  }

  public TypeResolver resolver() {
    return resolver;
  }

  /** Whether the expression at this site is always of that type. */
  public Truth isA(Expression expression, Scope scope, String supertype) {
    return resolver.isA(of(expression, scope), supertype);
  }

  /** The type of an expression whose names mean what {@code scope} says. */
  public TypeRef of(Expression expression, Scope scope) {
    TypeRef before = known.get(expression);
    if (before != null) {
      return before;
    }
    // A variable that is initialised with itself must not recurse.
    known.put(expression, TypeRef.UNKNOWN);
    TypeRef type = compute(expression, unit.sites().at(expression).map(Site::scope).orElse(scope));
    known.put(expression, type);
    return type;
  }

  private TypeRef compute(Expression e, Scope scope) {
    Frame frame = scope.frame();
    if (e instanceof NameExpr name) {
      return variable(name.getNameAsString(), scope).orElse(TypeRef.UNKNOWN);
    }
    if (e instanceof MethodCallExpr call) {
      return call(call, scope);
    }
    if (e instanceof FieldAccessExpr access) {
      return access(access, scope);
    }
    if (e.isObjectCreationExpr()) {
      return names.resolve(e.asObjectCreationExpr().getType(), frame);
    }
    if (e.isEnclosedExpr()) {
      return of(e.asEnclosedExpr().getInner(), scope);
    }
    if (e.isCastExpr()) {
      return names.resolve(e.asCastExpr().getType(), frame);
    }
    if (e instanceof ThisExpr self) {
      return typeMeant(self, scope)
          .map(type -> TypeRef.named(names.qualifiedName(type.frame())))
          .orElse(TypeRef.UNKNOWN);
    }
    if (e.isSuperExpr()) {
      return superType(scope);
    }
    if (e instanceof AssignExpr assign) {
      return of(assign.getTarget(), scope);
    }
    if (e.isConditionalExpr()) {
      TypeRef then = of(e.asConditionalExpr().getThenExpr(), scope);
      return then instanceof TypeRef.Unknown
          ? of(e.asConditionalExpr().getElseExpr(), scope)
          : then;
    }
    if (e.isArrayAccessExpr()) {
      return resolver.elementOf(of(e.asArrayAccessExpr().getName(), scope));
    }
    if (e.isArrayCreationExpr()) {
      TypeRef type = names.resolve(e.asArrayCreationExpr().getElementType(), frame);
      for (int i = 0; i < e.asArrayCreationExpr().getLevels().size(); i++) {
        type = new TypeRef.ArrayOf(type);
      }
      return type;
    }
    if (e.isClassExpr()) {
      return TypeRef.named("java.lang.Class", names.resolve(e.asClassExpr().getType(), frame));
    }
    if (e instanceof LiteralExpr literal) {
      return literal(literal);
    }
    if (e.isInstanceOfExpr()) {
      return Primitives.type("boolean");
    }
    if (e instanceof BinaryExpr binary) {
      return binary(binary, scope);
    }
    if (e.isUnaryExpr()) {
      return of(e.asUnaryExpr().getExpression(), scope);
    }
    return TypeRef.UNKNOWN;
  }

  private static TypeRef literal(LiteralExpr literal) {
    if (literal.isStringLiteralExpr() || literal.isTextBlockLiteralExpr()) {
      return STRING;
    }
    if (literal.isIntegerLiteralExpr()) {
      return Primitives.type("int");
    }
    if (literal.isBooleanLiteralExpr()) {
      return Primitives.type("boolean");
    }
    if (literal.isLongLiteralExpr()) {
      return Primitives.type("long");
    }
    if (literal.isDoubleLiteralExpr()) {
      return Primitives.type("double");
    }
    return literal.isCharLiteralExpr() ? Primitives.type("char") : TypeRef.UNKNOWN;
  }

  private TypeRef binary(BinaryExpr binary, Scope scope) {
    return switch (binary.getOperator()) {
      case PLUS -> sum(binary, scope);
      case MINUS, MULTIPLY, DIVIDE, REMAINDER -> of(binary.getLeft(), scope);
      case AND, OR, EQUALS, NOT_EQUALS, LESS, GREATER, LESS_EQUALS, GREATER_EQUALS ->
          Primitives.type("boolean");
      default -> TypeRef.UNKNOWN;
    };
  }

  /** Concatenations nest to the left thousands deep in generated code, hence the loop. */
  private TypeRef sum(BinaryExpr binary, Scope scope) {
    Expression left = binary;
    while (left instanceof BinaryExpr sum && sum.getOperator() == BinaryExpr.Operator.PLUS) {
      if (of(sum.getRight(), scope).equals(STRING)) {
        return STRING;
      }
      left = sum.getLeft();
    }
    return of(left, scope);
  }

  private TypeRef call(MethodCallExpr call, Scope scope) {
    Optional<TypeRef> fromArguments = lambdas.inferredReturn(call, scope);
    return fromArguments.orElseGet(
        () ->
            resolver.returnOf(
                receiver(call, scope), call.getNameAsString(), call.getArguments().size()));
  }

  /**
   * The type on which a call looks its method up: of the scope expression or the class that it
   * names; without a scope, the enclosing type that declares a method of that name, a static
   * import, or the innermost type.
   */
  public TypeRef receiver(MethodCallExpr call, Scope scope) {
    if (call.getScope().isPresent()) {
      return valueOrType(call.getScope().get(), scope);
    }
    String name = call.getNameAsString();
    for (Scope at = scope; at != null; at = at.outer().orElse(null)) {
      if (at.kind() == Scope.Kind.TYPE && declaresMethod(at.declaration(), name)) {
        return TypeRef.named(names.qualifiedName(at.frame()));
      }
    }
    return names.staticImportOf(name).map(TypeRef::named).orElseGet(() -> inheriting(call, scope));
  }

  /** The innermost type that may inherit a method of that name, else a class of a static import. */
  private TypeRef inheriting(MethodCallExpr call, Scope scope) {
    Predicate<ApiMember> wanted =
        m -> m.kind() == ApiMember.Kind.METHOD && m.name().equals(call.getNameAsString());
    for (Scope at = scope; at != null; at = at.outer().orElse(null)) {
      if (at.kind() == Scope.Kind.TYPE
          && mayInherit(at, TypeMembers.supertypes(at.declaration()), wanted)) {
        return TypeRef.named(names.qualifiedName(at.frame()));
      }
    }
    List<String> stars =
        names.staticStars().stream()
            .filter(star -> resolver.mayHave(TypeRef.named(star), wanted))
            .toList();
    return stars.size() == 1 ? TypeRef.named(stars.get(0)) : enclosingType(scope);
  }

  private boolean mayInherit(
      Scope type, List<ClassOrInterfaceType> supertypes, Predicate<ApiMember> wanted) {
    for (ClassOrInterfaceType supertype : supertypes) {
      if (resolver.mayHave(names.resolve(supertype, type.frame()), wanted)) {
        return true;
      }
    }
    return false;
  }

  private boolean declaresMethod(Node type, String name) {
    return methodNames.computeIfAbsent(type, TypeMembers::methodNames).contains(name);
  }

  /** The type of an expression, or the class that a plain or dotted name means. */
  public TypeRef valueOrType(Expression expression, Scope scope) {
    if (expression instanceof NameExpr name) {
      Optional<TypeRef> variable = variable(name.getNameAsString(), scope);
      return variable.isPresent()
          ? variable.get()
          : names.resolveSimple(name.getNameAsString(), scope.frame());
    }
    return of(expression, scope);
  }

  private TypeRef access(FieldAccessExpr access, Scope scope) {
    String name = access.getNameAsString();
    Expression owner = access.getScope();
    Expression root = owner;
    while (root instanceof FieldAccessExpr inner) {
      root = inner.getScope();
    }
    if (root instanceof NameExpr first
        && declaredVariable(first.getNameAsString(), scope).isEmpty()) {
      // A package comes before a field that the superclass might have.
      Optional<String> type = packageAndType(access);
      if (type.isPresent()) {
        return TypeRef.named(type.get());
      }
      if (inherited(first.getNameAsString(), scope).isEmpty()) {
        return dotted(access, owner, name, scope);
      }
    }
    if (owner instanceof ThisExpr self) {
      Optional<TypeRef> own = typeMeant(self, scope).flatMap(type -> declaredField(type, name));
      if (own.isPresent()) {
        return own.get();
      }
    }
    return resolver.fieldOf(of(owner, scope), name);
  }

  /**
   * {@code java.util.List}, {@code Map.Entry} or {@code Limits.SIZE}: by the convention on upper
   * case.
   */
  private TypeRef dotted(FieldAccessExpr access, Expression owner, String name, Scope scope) {
    if (startsUpper(name) && !isConstantName(name)) {
      TypeRef outer = valueOrType(owner, scope);
      boolean endless =
          outer instanceof TypeRef.Named named && named.name().length() >= LONGEST_NAME;
      return endless ? TypeRef.UNKNOWN : TypeNames.nested(outer, name);
    }
    boolean ownerIsType = owner instanceof NameExpr || owner instanceof FieldAccessExpr;
    return ownerIsType ? resolver.fieldOf(valueOrType(owner, scope), name) : TypeRef.UNKNOWN;
  }

  /** {@code java.net.URI}: lower-case names, then upper-case ones; a constant is no type. */
  private Optional<String> packageAndType(FieldAccessExpr access) {
    Deque<String> parts = new ArrayDeque<>();
    Expression at = access;
    boolean upper = true;
    while (at instanceof FieldAccessExpr inner && parts.size() < MOST_PARTS) {
      String part = inner.getNameAsString();
      if (startsUpper(part) && !upper) {
        return Optional.empty();
      }
      upper &= startsUpper(part);
      parts.addFirst(part);
      at = inner.getScope();
    }
    if (!startsUpper(access.getNameAsString())
        || !(at instanceof NameExpr first)
        || startsUpper(first.getNameAsString())) {
      return Optional.empty();
    }
    parts.addFirst(first.getNameAsString());
    String name = String.join(".", parts);
    return isConstantName(access.getNameAsString()) && resolver.isOpen(name)
        ? Optional.empty()
        : Optional.of(name);
  }

  private static boolean startsUpper(String name) {
    return Character.isUpperCase(name.charAt(0));
  }

  private static boolean isConstantName(String name) {
    return name.length() > 1 && name.equals(name.toUpperCase(Locale.ROOT));
  }

  /** The type of a local variable, parameter or field of that name; empty when there is none. */
  public Optional<TypeRef> variable(String name, Scope scope) {
    Optional<TypeRef> declared = declaredVariable(name, scope);
    return declared.isPresent() ? declared : inherited(name, scope);
  }

  private Optional<TypeRef> declaredVariable(String name, Scope scope) {
    for (Scope at = scope; at != null; at = at.outer().orElse(null)) {
      if (at.kind() == Scope.Kind.TYPE) {
        Optional<TypeRef> field = declaredField(at, name);
        if (field.isPresent()) {
          return field;
        }
      } else if (at.name().equals(name)) {
        return Optional.of(declared(at));
      }
    }
    return names.staticImportOf(name).map(owner -> resolver.fieldOf(TypeRef.named(owner), name));
  }

  /** A lower-case name that nothing declares may be a field of a superclass in another file. */
  private Optional<TypeRef> inherited(String name, Scope scope) {
    if (startsUpper(name) && !isConstantName(name)) {
      return Optional.empty();
    }
    for (Scope at = scope; at != null; at = at.outer().orElse(null)) {
      if (at.kind() == Scope.Kind.TYPE
          && mayInherit(
              at,
              TypeMembers.extended(at.declaration()),
              m -> m.kind() == ApiMember.Kind.FIELD && m.name().equals(name))) {
        TypeRef owner = TypeRef.named(names.qualifiedName(at.frame()));
        return Optional.of(resolver.fieldOf(owner, name));
      }
    }
    return Optional.empty();
  }

  /** The body of the type that {@code this} or {@code Outer.this} means. */
  private static Optional<Scope> typeMeant(ThisExpr self, Scope scope) {
    for (Scope at = scope; at != null; at = at.outer().orElse(null)) {
      if (at.kind() == Scope.Kind.TYPE
          && (self.getTypeName().isEmpty()
              || at.declaration() instanceof TypeDeclaration<?> type
                  && type.getNameAsString().equals(self.getTypeName().get().getIdentifier()))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private Optional<TypeRef> declaredField(Scope typeScope, String name) {
    Type type =
        fieldTypes.computeIfAbsent(typeScope.declaration(), TypeMembers::fieldTypes).get(name);
    return type == null ? Optional.empty() : Optional.of(names.resolve(type, typeScope.frame()));
  }

  /** The type of what a scope entry declares. */
  public TypeRef declared(Scope entry) {
    TypeRef before = declared.get(entry.declaration());
    if (before == null) {
      before = compute(entry);
      declared.put(entry.declaration(), before);
    }
    return before;
  }

  private TypeRef compute(Scope entry) {
    Node node = entry.declaration();
    if (node instanceof TypePatternExpr pattern) {
      return names.resolve(pattern.getType(), entry.frame());
    }
    if (node instanceof Parameter parameter) {
      Type type = parameter.getType();
      if (entry.kind() == Scope.Kind.LAMBDA_PARAMETER && (type.isUnknownType() || isVar(type))) {
        return lambdas.parameter(entry);
      }
      if (type instanceof UnionType union) {
        return names.resolve(union.getElements().get(0), entry.frame());
      }
      TypeRef declared = names.resolve(type, entry.frame());
      return parameter.isVarArgs() ? new TypeRef.ArrayOf(declared) : declared;
    }
    VariableDeclarator variable = (VariableDeclarator) node;
    if (!isVar(variable.getType())) {
      return names.resolve(variable.getType(), entry.frame());
    }
    Scope before = entry.outer().orElseThrow();
    if (entry.kind() == Scope.Kind.EACH) {
      return entry.frame().node() instanceof ForEachStmt each
          ? resolver.elementOf(of(each.getIterable(), before))
          : TypeRef.UNKNOWN;
    }
    return variable.getInitializer().map(init -> of(init, before)).orElse(TypeRef.UNKNOWN);
  }

  /** With the processors cleared, JavaParser leaves {@code var} a class type of that name. */
  private static boolean isVar(Type type) {
    return type.isVarType()
        || type instanceof ClassOrInterfaceType named
            && named.getNameAsString().equals("var") // asked first: the text has to be made
            && named.asString().equals("var");
  }

  /** The innermost type around. */
  public TypeRef enclosingType(Scope scope) {
    for (Scope at = scope; at != null; at = at.outer().orElse(null)) {
      if (at.kind() == Scope.Kind.TYPE) {
        return TypeRef.named(names.qualifiedName(at.frame()));
      }
    }
    return TypeRef.UNKNOWN;
  }

  private TypeRef superType(Scope scope) {
    for (Scope at = scope; at != null; at = at.outer().orElse(null)) {
      if (at.kind() == Scope.Kind.TYPE) {
        List<? extends Type> extended = TypeMembers.extended(at.declaration());
        return extended.isEmpty() ? TypeRef.UNKNOWN : names.resolve(extended.get(0), at.frame());
      }
    }
    return TypeRef.UNKNOWN;
  }

  /** The type of a lambda's result, when its body is one expression. */
  TypeRef bodyOf(LambdaExpr lambda, Scope scope) {
    if (lambda.getExpressionBody().isEmpty()) {
      return TypeRef.UNKNOWN;
    }
    Expression body = lambda.getExpressionBody().get();
    return of(
        body, unit.sites().at(body).map(Site::scope).orElseGet(() -> lambdaScope(lambda, scope)));
  }

  private Scope lambdaScope(LambdaExpr lambda, Scope scope) {
    return unit.sites().insideOf(lambda).orElse(scope);
  }
}
