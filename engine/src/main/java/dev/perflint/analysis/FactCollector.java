package dev.perflint.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeParameters;
import dev.perflint.facts.Annotations;
import dev.perflint.facts.Beans;
import dev.perflint.facts.Calls;
import dev.perflint.facts.Deadlines;
import dev.perflint.facts.FieldKeys;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.Handlers;
import dev.perflint.facts.MemberNames;
import dev.perflint.facts.RepositoryTypes;
import dev.perflint.facts.SurroundingsReader;
import dev.perflint.facts.TaskLimits;
import dev.perflint.knowledge.KnownMember;
import dev.perflint.knowledge.MemberPattern;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import dev.perflint.types.ApiType;
import dev.perflint.types.MethodRef;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeMembers;
import dev.perflint.types.TypeRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects the declarations and calls of one file as plain data. */
final class FactCollector {
  /** What the merge follows through calls. */
  private static final List<String> EFFECTS =
      List.of(Roles.QUERY, Roles.REMOTE_CALL, Roles.STARTS_REMOTE, Roles.RUNS_LATER);

  private final FileContext file;
  private final SurroundingsReader surroundings;
  private final EntryReader entries;
  private final Constructions constructions;
  private final Shared shared;
  private final Set<String> made;
  private final LombokMembers lombok;

  FactCollector(FileContext file, SurroundingsReader surroundings, Shared shared) {
    this.file = file;
    this.surroundings = surroundings;
    this.shared = shared;
    this.entries = new EntryReader(file);
    this.constructions = new Constructions(file);
    this.made = made(file);
    this.lombok = new LombokMembers(file, shared);
  }

  List<TypeFacts> types() {
    Map<Node, List<CallFacts>> calls = callsByMember();
    Map<Node, List<MethodFacts>> handlers = handlers(calls);
    List<TypeFacts> types = new ArrayList<>();
    for (Site body : file.unit().sites().types()) {
      types.add(type(body, calls, handlers.getOrDefault(body.node(), List.of())));
    }
    return types;
  }

  private TypeFacts type(Site body, Map<Node, List<CallFacts>> calls, List<MethodFacts> handlers) {
    Node node = body.node();
    Frame frame = body.frame();
    List<TypeFacts.FieldFacts> fields = new ArrayList<>();
    List<MethodFacts> methods = new ArrayList<>();
    List<CallFacts> instanceInit = new ArrayList<>();
    List<CallFacts> staticInit = new ArrayList<>();
    for (Parameter component : TypeMembers.components(node)) {
      TypeRef type = shared.of(file.names().resolve(component.getType(), frame));
      String qualifier = shared.of(Beans.qualifier(component, frame, file));
      fields.add(
          new TypeFacts.FieldFacts(shared.of(component.getNameAsString()), type, true, qualifier));
    }
    if (node instanceof EnumDeclaration constants) {
      for (EnumConstantDeclaration constant : constants.getEntries()) {
        fields.add(
            new TypeFacts.FieldFacts(
                constant.getNameAsString(),
                TypeRef.named(file.names().qualifiedName(frame)),
                false,
                ""));
        staticInit.addAll(calls.getOrDefault(constant, List.of()));
      }
    }
    for (BodyDeclaration<?> member : TypeMembers.of(node)) {
      List<CallFacts> made = calls.getOrDefault(member, List.of());
      if (member instanceof FieldDeclaration field) {
        for (VariableDeclarator variable : field.getVariables()) {
          fields.add(
              new TypeFacts.FieldFacts(
                  shared.of(variable.getNameAsString()),
                  shared.of(file.names().resolve(variable.getType(), frame)),
                  given(variable),
                  shared.of(Beans.qualifier(field, variable, frame, file))));
        }
        (field.isStatic() ? staticInit : instanceInit).addAll(made);
      } else if (member instanceof InitializerDeclaration block) {
        (block.isStatic() ? staticInit : instanceInit).addAll(made);
      }
    }
    boolean initialises = !instanceInit.isEmpty();
    for (BodyDeclaration<?> member : TypeMembers.of(node)) {
      List<CallFacts> made = calls.getOrDefault(member, List.of());
      if (member instanceof MethodDeclaration) {
        methods.add(method(member, made));
      } else if (member instanceof CallableDeclaration<?>
          || member instanceof CompactConstructorDeclaration) {
        List<CallFacts> all = constructions.before(member, body, initialises);
        all.addAll(made);
        methods.add(method(member, all));
      }
    }
    accessors(body, methods);
    methods.addAll(lombok.of(body, methods));
    methods.addAll(handlers);
    constructions.implicit(body, methods, initialises).ifPresent(methods::add);
    if (initialises) {
      methods.add(constructions.initializer(MemberNames.INSTANCE_INITIALIZER, instanceInit, body));
    }
    if (!staticInit.isEmpty()) {
      methods.add(constructions.initializer(MemberNames.STATIC_INITIALIZER, staticInit, body));
    }
    return new TypeFacts(
        file.names().qualifiedName(frame),
        kind(node),
        typeParameters(node),
        supertypes(node, frame),
        fields,
        methods,
        beans(node));
  }

  private List<Question.Bean> beans(Node type) {
    List<Question.Bean> beans = new ArrayList<>(0);
    for (BodyDeclaration<?> member : TypeMembers.of(type)) {
      if (member instanceof MethodDeclaration method && !method.getAnnotations().isEmpty()) {
        Frame frame = file.unit().sites().at(method).orElseThrow().frame();
        Beans.madeBy(method, frame, file).ifPresent(beans::add);
      }
    }
    return beans;
  }

  private MethodFacts method(BodyDeclaration<?> member, List<CallFacts> calls) {
    Site site = file.unit().sites().at(member).orElseThrow();
    Frame frame = site.frame();
    List<TypeRef> parameters = new ArrayList<>();
    boolean varargs = false;
    if (member instanceof CallableDeclaration<?> callable) {
      for (Parameter parameter : callable.getParameters()) {
        parameters.add(shared.of(file.names().resolve(parameter.getType(), frame)));
        varargs |= parameter.isVarArgs();
      }
    } else if (frame.parent() != null) {
      for (Parameter component : TypeMembers.components(frame.parent().node())) {
        parameters.add(shared.of(file.names().resolve(component.getType(), frame)));
      }
    }
    MethodDeclaration method = member instanceof MethodDeclaration declared ? declared : null;
    TypeRef returns =
        method == null
            ? TypeRef.named("void")
            : shared.of(file.names().resolve(method.getType(), frame));
    return new MethodFacts(
        file.methodId(frame),
        shared.of(MemberNames.name(member)),
        parameters,
        varargs,
        returns,
        method != null && method.isStatic(),
        method != null && method.getBody().isEmpty(),
        method != null && method.isPrivate(),
        method != null && file.roles().runsLater(method, frame),
        method == null ? "" : shared.of(Beans.runner(method, frame, file)),
        file.roles().runsOnce(frame),
        method == null ? List.of() : shared.of(List.copyOf(entries.of(method, frame))),
        calls);
  }

  /** Those of a record that are not written. */
  private void accessors(Site body, List<MethodFacts> methods) {
    for (Parameter component : TypeMembers.components(body.node())) {
      boolean written =
          methods.stream()
              .anyMatch(
                  m -> m.name().equals(component.getNameAsString()) && m.parameters().isEmpty());
      if (!written) {
        TypeRef type = shared.of(file.names().resolve(component.getType(), body.frame()));
        methods.add(accessor(component, type, body.frame()));
      }
    }
  }

  private MethodFacts accessor(Parameter component, TypeRef type, Frame frame) {
    String name = component.getNameAsString();
    String id = file.names().qualifiedName(frame) + "#" + name + "()";
    return new MethodFacts(
        id, name, List.of(), false, type, false, false, false, false, "", Truth.NO, List.of(),
        List.of());
  }

  private Map<Node, List<CallFacts>> callsByMember() {
    Map<Node, List<CallFacts>> calls = new IdentityHashMap<>();
    for (Class<? extends Node> kind :
        List.<Class<? extends Node>>of(
            MethodCallExpr.class, ObjectCreationExpr.class, MethodReferenceExpr.class)) {
      for (Site site : file.unit().sites().of(kind)) {
        Optional<CallFacts> call = call(site);
        Optional<Node> owner = call.isPresent() ? owner(site) : Optional.empty();
        owner.ifPresent(
            node -> calls.computeIfAbsent(node, n -> new ArrayList<>()).add(call.get()));
      }
    }
    for (Site anonymous : file.unit().sites().types()) {
      Optional<Site> creation = file.unit().sites().at(anonymous.node());
      if (anonymous.node() instanceof ObjectCreationExpr && creation.isPresent()) {
        Site at = creation.get();
        CallFacts call = constructions.handsOver(at, anonymous, surroundings.of(at));
        owner(at).ifPresent(node -> calls.computeIfAbsent(node, n -> new ArrayList<>()).add(call));
      }
    }
    return calls;
  }

  /** What a call belongs to; a method reference that handles something is all there is of it. */
  private Optional<Node> owner(Site site) {
    return file.handlers().of(site.node()).isPresent()
        ? Optional.of(site.node())
        : file.handlers().owner(site.frame()).map(Frame::node);
  }

  /** The functions in a type that a library runs, as methods that nobody calls. */
  private Map<Node, List<MethodFacts>> handlers(Map<Node, List<CallFacts>> calls) {
    Map<Node, List<MethodFacts>> byType = new IdentityHashMap<>();
    for (Class<? extends Node> kind :
        List.<Class<? extends Node>>of(LambdaExpr.class, MethodReferenceExpr.class)) {
      for (Site site : file.unit().sites().of(kind)) {
        Optional<Handlers.Handler> handler = file.handlers().of(site.node());
        Optional<Frame> type = site.frame().nearest(Frame.Kind.TYPE);
        if (handler.isPresent() && type.isPresent()) {
          byType
              .computeIfAbsent(type.get().node(), n -> new ArrayList<>())
              .add(handler(site, handler.get(), calls.getOrDefault(site.node(), List.of())));
        }
      }
    }
    return byType;
  }

  private MethodFacts handler(Site site, Handlers.Handler handler, List<CallFacts> calls) {
    String id = file.handlerId(site.node(), site.frame());
    return new MethodFacts(
        id,
        id.substring(id.indexOf('#') + 1, id.length() - "()".length()),
        List.of(),
        false,
        TypeRef.named("void"),
        false,
        false,
        true,
        false,
        "",
        Truth.NO,
        List.of(new MethodFacts.Entry(handler.kind(), handler.label(), handler.truth())),
        calls);
  }

  /** Empty for a call of a library that has no role: the merge would have no use for it. */
  private Optional<CallFacts> call(Site site) {
    Node node = site.node();
    TypeRef owner = file.calls().owner(site);
    List<CallFacts.Effect> effects = effects(site);
    boolean ofLibrary = owner instanceof TypeRef.Named named && !file.isOpen(named);
    if (effects.isEmpty()
        && (ofLibrary || owner instanceof TypeRef.Unknown || owner instanceof TypeRef.ArrayOf)) {
      return Optional.empty();
    }
    String called = Calls.nameOf(node);
    String name = called.equals(MemberPattern.CONSTRUCTOR) ? MemberNames.CONSTRUCTOR : called;
    MethodRef callee =
        shared.of(new MethodRef(shared.of(file.erased(owner)), shared.of(name), Calls.arity(node)));
    return Optional.of(
        new CallFacts(
            callee,
            Places.called(file.unit(), node),
            surroundings.of(site),
            effects.isEmpty() ? "" : shared.of(on(site)),
            effects.isEmpty() ? effects : shared.of(List.copyOf(effects))));
  }

  /** The field that a call works on, else one that it is given. */
  private String on(Site site) {
    List<Expression> parts = new ArrayList<>(Calls.arguments(site.node()));
    if (site.node() instanceof MethodCallExpr call) {
      call.getScope().ifPresent(scope -> parts.add(0, scope));
    }
    for (Expression part : parts) {
      Optional<String> field = FieldKeys.of(part, site, file);
      if (field.isPresent()) {
        return field.get();
      }
    }
    return "";
  }

  private boolean given(VariableDeclarator field) {
    return field.getInitializer().isEmpty() && !made.contains(field.getNameAsString());
  }

  /** The names of what the file assigns the result of a call or a new object to. */
  private static Set<String> made(FileContext file) {
    Set<String> made = new HashSet<>();
    for (Site site : file.unit().sites().of(AssignExpr.class)) {
      AssignExpr assign = site.as(AssignExpr.class);
      Expression target = assign.getTarget();
      if (!assign.getValue().isNameExpr()) {
        if (target instanceof NameExpr name) {
          made.add(name.getNameAsString());
        } else if (target instanceof FieldAccessExpr access) {
          made.add(access.getNameAsString());
        }
      }
    }
    return made;
  }

  private List<CallFacts.Effect> effects(Site site) {
    List<KnownMember> named = file.knowledge().membersNamed(Calls.nameOf(site.node()));
    if (named.isEmpty()) {
      return List.of();
    }
    List<CallFacts.Effect> effects = new ArrayList<>(1);
    for (String role : EFFECTS) {
      for (Calls.Known known : file.calls().known(site, role)) {
        if (known.truth().mayBeReported() && !endsByItself(role, site) && !isLimited(role, site)) {
          KnownMember member = known.member();
          String what = member.member().simpleTypeName() + "." + member.member().name();
          effects.add(new CallFacts.Effect(role, member.kind(), what, known.truth()));
        }
      }
    }
    return effects;
  }

  /** Work that was started with a limit makes nobody wait for ever. */
  private boolean endsByItself(String role, Site site) {
    return role.equals(Roles.STARTS_REMOTE)
        && site.node() instanceof MethodCallExpr call
        && (Deadlines.follows(call) || Deadlines.isSent(call, file, site));
  }

  private boolean isLimited(String role, Site site) {
    return role.equals(Roles.RUNS_LATER) && TaskLimits.of(file).limits(site.node());
  }

  private List<TypeRef> supertypes(Node node, Frame frame) {
    List<TypeRef> supertypes = new ArrayList<>();
    for (var written : TypeMembers.supertypes(node)) {
      supertypes.add(shared.of(file.names().resolve(written, frame)));
    }
    if (node instanceof EnumConstantDeclaration && frame.parent() != null) {
      frame
          .parent()
          .nearest(Frame.Kind.TYPE)
          .ifPresent(type -> supertypes.add(TypeRef.named(file.names().qualifiedName(type))));
    }
    if (node instanceof TypeDeclaration<?> type && !type.getAnnotations().isEmpty()) {
      for (String annotation : file.knowledge().annotations(Roles.REPOSITORY)) {
        Annotations.find(type, List.of(annotation), file.names(), frame)
            .ifPresent(
                found ->
                    supertypes.add(TypeRef.named(RepositoryTypes.ANNOTATION_MARK + annotation)));
      }
    }
    return supertypes;
  }

  private static List<String> typeParameters(Node node) {
    return node instanceof NodeWithTypeParameters<?> generic
        ? generic.getTypeParameters().stream().map(p -> p.getNameAsString()).toList()
        : List.of();
  }

  private static ApiType.Kind kind(Node node) {
    if (node instanceof ClassOrInterfaceDeclaration type && type.isInterface()) {
      return ApiType.Kind.INTERFACE;
    }
    if (node instanceof EnumDeclaration) {
      return ApiType.Kind.ENUM;
    }
    if (node instanceof RecordDeclaration) {
      return ApiType.Kind.RECORD;
    }
    return node instanceof TypeDeclaration<?> type && type.isAnnotationDeclaration()
        ? ApiType.Kind.ANNOTATION
        : ApiType.Kind.CLASS;
  }
}
