package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.type.Type;
import dev.perflint.knowledge.Knowledge;
import dev.perflint.source.Frame;
import dev.perflint.source.Scope;
import dev.perflint.source.Site;
import dev.perflint.source.SourceUnit;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeNames;
import dev.perflint.types.TypeOracle;
import dev.perflint.types.TypeRef;
import dev.perflint.types.TypeTable;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One file and all that can be asked about it. Lives as long as the file's analysis; used by one
 * thread.
 */
public final class FileContext {
  private final SourceUnit unit;
  private final Knowledge knowledge;
  private final int release;
  private final TypeOracle types;
  private final Calls calls;
  private final Loops loops;
  private final MethodRoles roles;
  private final Lifetimes lifetimes;
  private final Handlers handlers;
  private final Map<Object, Object> scratch = new HashMap<>();
  private final Map<Node, String> methodIds = new IdentityHashMap<>();

  /**
   * @param release of the JDK that runs the code
   */
  public FileContext(SourceUnit unit, Knowledge knowledge, TypeTable table, int release) {
    this.unit = unit;
    this.knowledge = knowledge;
    this.release = release;
    this.types = new TypeOracle(unit, table);
    this.calls = new Calls(this);
    this.loops = new Loops(this);
    this.roles = new MethodRoles(this);
    this.lifetimes = new Lifetimes(this);
    this.handlers = new Handlers(this);
  }

  public SourceUnit unit() {
    return unit;
  }

  public Knowledge knowledge() {
    return knowledge;
  }

  /** The feature release of the JDK that runs the code. */
  public int release() {
    return release;
  }

  public TypeOracle types() {
    return types;
  }

  public TypeNames names() {
    return types.names();
  }

  public Calls calls() {
    return calls;
  }

  public Loops loops() {
    return loops;
  }

  public MethodRoles roles() {
    return roles;
  }

  public Handlers handlers() {
    return handlers;
  }

  public Lifetimes lifetimes() {
    return lifetimes;
  }

  /** The indexed site of a node, or the node seen from {@code near}, with the same names around. */
  public Site siteOf(Node node, Site near) {
    return unit.sites().at(node).orElseGet(() -> new Site(node, near.frame(), near.scope()));
  }

  /** The type that stands in a declaration. */
  public TypeRef typeOf(Type written, Frame frame) {
    return names().resolve(written, frame);
  }

  /** What a simple name means as a type. */
  public TypeRef typeNamed(String simple, Frame frame) {
    return names().resolveSimple(simple, frame);
  }

  public TypeRef typeOf(Expression expression, Scope scope) {
    return types.of(expression, scope);
  }

  public Truth isA(Expression expression, Scope scope, String supertype) {
    return types.isA(expression, scope, supertype);
  }

  /**
   * Something that is worked out once a file, under a key that its owner alone knows. The maker is
   * a constructor as a rule, which costs nothing to hand over: some are asked for at each call of a
   * project.
   */
  @SuppressWarnings("unchecked")
  public <T> T once(Object key, Function<FileContext, T> maker) {
    Object known = scratch.get(key);
    if (known == null) {
      known = maker.apply(this);
      scratch.put(key, known);
    }
    return (T) known;
  }

  /** The same, once for each node; nodes that read alike are not the same. */
  public <T> T once(Object key, Node node, Supplier<T> maker) {
    Map<Node, T> byNode = once(key, any -> new IdentityHashMap<>());
    T known = byNode.get(node);
    if (known == null) {
      known = maker.get();
      byNode.put(node, known);
    }
    return known;
  }

  /**
   * The id under which the merge knows a member, {@code com.acme.PriceService#quote(String)};
   * constructors are {@code <init>}, initialisers and fields {@code <fields>()} or {@code
   * <clinit>()}.
   *
   * @param owner a member's frame, or that of a {@linkplain Handlers handler} in it
   */
  public String methodId(Frame owner) {
    return owner.isMember()
        ? methodIds.computeIfAbsent(
            owner.node(), node -> typeNameAround(owner) + "#" + MemberNames.signature(node))
        : handlerId(owner.node(), owner);
  }

  /** The id of the function that handles something, which has no name of its own. */
  public String handlerId(Node function, Frame around) {
    return methodIds.computeIfAbsent(
        function,
        node -> {
          String member = around.member().map(m -> MemberNames.name(m.node())).orElse("");
          return typeNameAround(around) + "#" + MemberNames.handler(member, unit.region(node));
        });
  }

  /** Whether a type may be declared in the project: no API table knows it. */
  public boolean isOpen(TypeRef.Named type) {
    return types.resolver().isOpen(type.name());
  }

  /** Whether the API tables know the type; of several that a name may mean, one of them. */
  public boolean isOfLibrary(TypeRef type) {
    return type instanceof TypeRef.Named named && !isOpen(named)
        || type instanceof TypeRef.OneOf oneOf
            && oneOf.names().stream().anyMatch(name -> !types.resolver().isOpen(name));
  }

  /** The type without its arguments. */
  public TypeRef erased(TypeRef type) {
    return type instanceof TypeRef.Named named && !named.arguments().isEmpty()
        ? TypeRef.named(named.name())
        : type;
  }

  /** The name of the type around a frame, qualified; empty outside of all types. */
  public String typeNameAround(Frame frame) {
    return frame.nearest(Frame.Kind.TYPE).map(names()::qualifiedName).orElse("");
  }
}
