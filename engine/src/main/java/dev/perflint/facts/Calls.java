package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.type.Type;
import dev.perflint.knowledge.KnownMember;
import dev.perflint.knowledge.MemberPattern;
import dev.perflint.source.Scope;
import dev.perflint.source.Site;
import dev.perflint.types.MethodRef;
import dev.perflint.types.Primitives;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which known member a call, a creation or a method reference means. */
public final class Calls {
  /** The arity of a method reference, which names a method without its arguments. */
  public static final int ANY_ARITY = -1;

  private final FileContext file;

  Calls(FileContext file) {
    this.file = file;
  }

  /** The simple name by which a site calls: a method's name, {@code new} for a constructor. */
  public static String nameOf(Node node) {
    if (node instanceof MethodCallExpr call) {
      return call.getNameAsString();
    }
    return node instanceof MethodReferenceExpr reference
        ? reference.getIdentifier()
        : MemberPattern.CONSTRUCTOR;
  }

  /** The arguments; empty for a method reference. */
  public static List<Expression> arguments(Node node) {
    if (node instanceof MethodCallExpr call) {
      return call.getArguments();
    }
    return node instanceof ObjectCreationExpr creation ? creation.getArguments() : List.of();
  }

  public static int arity(Node node) {
    return node instanceof MethodReferenceExpr ? ANY_ARITY : arguments(node).size();
  }

  /** The type whose member the site uses: the receiver's, or the created one. */
  public TypeRef owner(Site site) {
    if (site.node() instanceof MethodCallExpr call) {
      return file.types().receiver(call, site.scope());
    }
    if (site.node() instanceof ObjectCreationExpr creation) {
      return file.typeOf(creation, site.scope());
    }
    MethodReferenceExpr reference = (MethodReferenceExpr) site.node();
    Expression scope = reference.getScope();
    if (scope instanceof TypeExpr type) {
      String text = type.getTypeAsString();
      // JavaParser reads `repository::save` as a type when the name could be one.
      return simpleName(text)
          ? file.types()
              .variable(text, site.scope())
              .orElseGet(() -> file.names().resolve(type.getType(), site.frame()))
          : file.names().resolve(type.getType(), site.frame());
    }
    return file.types().valueOrType(scope, site.scope());
  }

  /** The method that a site calls, as the merge finds it. */
  public MethodRef method(Site site) {
    return method(site, owner(site), nameOf(site.node()));
  }

  /**
   * The same of a known owner.
   *
   * @param name as the merge knows it
   */
  public MethodRef method(Site site, TypeRef owner, String name) {
    // Every rule that looks at a call asks, and all that they ask is kept until the merge.
    return file.once(
        name.equals(MemberNames.CONSTRUCTOR) ? MemberNames.CONSTRUCTOR : MethodRef.class,
        site.node(),
        () -> reference(site, owner, name));
  }

  private MethodRef reference(Site site, TypeRef owner, String name) {
    List<Expression> given = arguments(site.node());
    List<TypeRef> types = new ArrayList<>(given.size());
    boolean known = false;
    for (Expression argument : given) {
      TypeRef type = declared(file.erased(file.typeOf(argument, site.scope())));
      if (type instanceof TypeRef.Unknown && argument instanceof NameExpr local) {
        type = variable(local, site.scope());
      }
      types.add(type);
      known |= !(type instanceof TypeRef.Unknown);
    }
    return new MethodRef(
        file.erased(owner),
        name,
        arity(site.node()),
        known ? types : List.<TypeRef>of(),
        receiver(site));
  }

  /** Of the overloads of a generic type, what is of its type variable goes to the one for that. */
  private TypeRef variable(NameExpr argument, Scope scope) {
    Scope local = scope.local(argument.getNameAsString()).orElse(null);
    Type written =
        local == null
            ? null
            : local.declaration() instanceof Parameter parameter && !parameter.isVarArgs()
                ? parameter.getType()
                : local.declaration() instanceof VariableDeclarator variable
                    ? variable.getType()
                    : null;
    return written != null && file.names().isOpenVariable(written, local.frame())
        ? new TypeRef.Variable(written.asString())
        : TypeRef.UNKNOWN;
  }

  /** An unscoped call may mean a type around its own; the owner says so. */
  private static MethodRef.Receiver receiver(Site site) {
    Node node = site.node();
    if (node instanceof ObjectCreationExpr) {
      return MethodRef.Receiver.ANY;
    }
    Expression scope =
        node instanceof MethodReferenceExpr reference
            ? reference.getScope()
            : ((MethodCallExpr) node).getScope().orElse(null);
    if (scope instanceof SuperExpr) {
      return MethodRef.Receiver.SUPER;
    }
    boolean own = scope == null || scope instanceof ThisExpr self && self.getTypeName().isEmpty();
    return own
        ? MethodRef.Receiver.SELF
        : InjectedMany.isElement(scope, site) ? MethodRef.Receiver.EACH : MethodRef.Receiver.ANY;
  }

  /** What only the merge can tell tells no overloads apart, and there is far more of it. */
  private static TypeRef declared(TypeRef type) {
    return type instanceof TypeRef.Named || type instanceof TypeRef.ArrayOf
        ? type
        : TypeRef.UNKNOWN;
  }

  private static boolean simpleName(String text) {
    return text.chars().allMatch(Character::isJavaIdentifierPart);
  }

  /** Whether the site uses this member, judged by name, number of arguments and receiver. */
  public Truth means(Site site, MemberPattern member) {
    Node node = site.node();
    if (!nameOf(node).equals(member.name())) {
      return Truth.NO;
    }
    int arity = arity(node);
    if (arity != ANY_ARITY && !member.accepts(arity)) {
      return Truth.NO;
    }
    if (node instanceof ObjectCreationExpr creation
        && !creation.getType().getNameAsString().equals(member.simpleTypeName())) {
      return Truth.NO;
    }
    TypeRef owner = owner(site);
    Truth receiver =
        member.isConstructor()
            // Not inherited: the created type itself, or an anonymous subclass of it.
            ? sameType(owner, member.type())
            : file.types().resolver().isA(owner, member.type());
    return receiver.isNo()
        ? receiver
        : member.parameters().isPresent()
            ? receiver.and(argumentsFit(site, member.parameters().get()))
            : receiver;
  }

  private Truth sameType(TypeRef created, String name) {
    if (created instanceof TypeRef.Named named) {
      return Truth.of(named.name().equals(name));
    }
    if (created instanceof TypeRef.OneOf oneOf && !oneOf.names().contains(name)) {
      return Truth.NO;
    }
    return file.types().resolver().isA(created, name);
  }

  /**
   * Tells overloads of one arity apart; an argument of unknown type is given the benefit of the
   * doubt.
   */
  private Truth argumentsFit(Site site, List<String> parameters) {
    List<Expression> arguments = arguments(site.node());
    for (int i = 0; i < Math.min(arguments.size(), parameters.size()); i++) {
      String wanted = parameters.get(i);
      TypeRef actual = typeOfArgument(arguments.get(i), site);
      if (wanted.indexOf('.') > 0
          && !wanted.endsWith("...")
          && file.types().resolver().isA(actual, wanted).isNo()) {
        return Truth.NO;
      }
      if (actual instanceof TypeRef.Named named) {
        boolean primitive = Primitives.isPrimitive(named.name());
        boolean boxed = named.name().startsWith("java.lang.");
        boolean never =
            primitive ? wanted.equals("String") : Primitives.isPrimitive(wanted) && !boxed;
        if (never) {
          return Truth.NO;
        }
      }
    }
    return Truth.SURE;
  }

  /**
   * What a method of the same file returns stands there; other types are as the oracle has them.
   */
  private TypeRef typeOfArgument(Expression argument, Site site) {
    TypeRef type = file.typeOf(argument, site.scope());
    if (!(type instanceof TypeRef.ReturnOf) || !(argument instanceof MethodCallExpr call)) {
      return type;
    }
    return PrivateCalls.declaredHere(call)
        .filter(method -> method.getTypeParameters().isEmpty())
        .map(method -> file.typeOf(method.getType(), site.frame()))
        .orElse(type);
  }

  /** What the knowledge says of this site in that role, the surest first; NO answers left out. */
  public List<Known> known(Site site, String role) {
    List<KnownMember> named = file.knowledge().membersNamed(nameOf(site.node()), role);
    if (named.isEmpty()) {
      return List.of();
    }
    List<Known> found = new ArrayList<>(1);
    for (KnownMember member : named) {
      Truth truth = means(site, member.member());
      if (!truth.isNo()) {
        found.add(new Known(member, truth));
      }
    }
    return found;
  }

  /** Whether the site plays that role. */
  public Truth plays(Site site, String role) {
    Truth truth = Truth.NO;
    for (Known known : known(site, role)) {
      truth = truth.or(known.truth());
    }
    return truth;
  }

  /** The call that is handed the node as one of its arguments. */
  public static Optional<MethodCallExpr> callGiven(Node argument) {
    return callAround(argument).filter(call -> call.getScope().orElse(null) != argument);
  }

  /** The same, or the creation of an object that is handed the node. */
  public static Optional<Node> takerOf(Node argument) {
    Optional<Node> created =
        argument
            .getParentNode()
            .filter(
                parent ->
                    parent instanceof ObjectCreationExpr creation
                        && creation.getScope().orElse(null) != argument);
    return created.or(() -> callGiven(argument).map(call -> call));
  }

  /** The method of the type around that a call on the object itself names, if one alone fits. */
  public static Optional<MethodDeclaration> ownMethod(MethodCallExpr call) {
    return PrivateCalls.declaredHere(call);
  }

  /** The call whose receiver the node is. */
  public static Optional<MethodCallExpr> callOn(Node receiver) {
    return callAround(receiver).filter(call -> call.getScope().orElse(null) == receiver);
  }

  /** Whether what stands directly in that node is the result of a lambda without a block. */
  static boolean isLambdaResult(Node statement) {
    return statement instanceof ExpressionStmt
        && statement.getParentNode().filter(LambdaExpr.class::isInstance).isPresent();
  }

  /** A knowledge entry that a site may mean. */
  public record Known(KnownMember member, Truth truth) {}

  /** The call whose argument or receiver the node is directly. */
  public static Optional<MethodCallExpr> callAround(Node node) {
    return node.getParentNode()
        .filter(MethodCallExpr.class::isInstance)
        .map(MethodCallExpr.class::cast);
  }
}
