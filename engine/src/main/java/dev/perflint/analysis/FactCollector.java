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
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeParameters;
import dev.perflint.facts.Administrators;
import dev.perflint.facts.Annotations;
import dev.perflint.facts.ArgumentReader;
import dev.perflint.facts.Associations;
import dev.perflint.facts.Beans;
import dev.perflint.facts.CalledByName;
import dev.perflint.facts.DerivedDeletes;
import dev.perflint.facts.Events;
import dev.perflint.facts.FetchPlans;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.MemberNames;
import dev.perflint.facts.ParameterTests;
import dev.perflint.facts.RemoteInterfaces;
import dev.perflint.facts.RepositoryTypes;
import dev.perflint.facts.ResultFate;
import dev.perflint.facts.Surroundings;
import dev.perflint.facts.SurroundingsReader;
import dev.perflint.facts.Transactions;
import dev.perflint.facts.TypeTraits;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects the declarations of one file as plain data, with the calls of each. */
final class FactCollector {
  /** Of the JDK, Guava and commons-lang: they give their first argument back. */
  private static final Set<String> CHECKS = Set.of("requireNonNull", "checkNotNull", "notNull");

  private final FileContext file;
  private final CallCollector collector;
  private final EntryReader entries;
  private final Constructions constructions;
  private final Shared shared;
  private final Set<String> made;
  private final LombokMembers lombok;
  private final Associations associations;
  private final FetchPlans fetches;
  private final VirtualMethods virtualMethods;

  /**
   * @param called simple names of library members whose calls are kept whatever they do
   */
  FactCollector(
      FileContext file, SurroundingsReader surroundings, Shared shared, Set<String> called) {
    this.file = file;
    this.shared = shared;
    this.entries = new EntryReader(file);
    this.virtualMethods = new VirtualMethods(file, entries);
    this.constructions = new Constructions(file);
    this.collector = new CallCollector(file, surroundings, constructions, shared, called);
    this.made = made(file);
    this.lombok = new LombokMembers(file, shared);
    this.associations = new Associations(file);
    this.fetches = FetchPlans.of(file);
  }

  List<TypeFacts> types() {
    Map<Node, List<CallFacts>> calls = collector.byOwner();
    Map<Node, List<MethodFacts>> handlers = collector.handlers(calls);
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
          new TypeFacts.FieldFacts(
              shared.of(component.getNameAsString()), type, true, qualifier, false));
    }
    if (node instanceof EnumDeclaration constants) {
      for (EnumConstantDeclaration constant : constants.getEntries()) {
        fields.add(
            new TypeFacts.FieldFacts(
                constant.getNameAsString(),
                TypeRef.named(file.names().qualifiedName(frame)),
                false,
                "",
                false));
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
                  shared.of(Beans.qualifier(field, variable, frame, file)),
                  associations.isLazy(field, variable, body)));
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
        RepositoryScans.of(node, frame, file),
        beans(node),
        shared.of(TypeTraits.of(node, frame, file)));
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
        Places.line(file.unit(), member),
        shared.of(MemberNames.name(member)),
        parameters,
        varargs,
        returns,
        method != null && method.isStatic(),
        method != null && method.getBody().isEmpty(),
        method != null && method.isPrivate(),
        member instanceof CallableDeclaration<?> callable && CalledByName.isMarked(callable),
        method != null && file.roles().runsLater(method, frame),
        method != null && isForAdministrators(method, frame),
        method == null ? "" : shared.of(Beans.runner(method, frame, file)),
        file.roles().runsOnce(frame),
        method == null ? Truth.NO : virtualMethods.of(method, returns, frame),
        member instanceof CallableDeclaration<?> taking
            ? ArgumentReader.of(file).of(taking)
            : List.of(),
        shared.of(ParameterTests.of(file).in(member)),
        method == null ? Optional.empty() : Events.heard(method, frame, file),
        method == null ? List.of() : shared.of(List.copyOf(entries.of(method, frame))),
        method == null ? calls : does(method, returns, frame, calls));
  }

  private static boolean isForAdministrators(MethodDeclaration method, Frame frame) {
    return Administrators.areMeant(method)
        || Administrators.refuseOthers(method)
        || frame.types().size() > 0
            && frame.types().get(0).node() instanceof TypeDeclaration<?> type
            && Administrators.areMeant(type);
  }

  /** Its calls, and what its declaration says that it does. */
  private List<CallFacts> does(
      MethodDeclaration method, TypeRef returns, Frame frame, List<CallFacts> calls) {
    List<CallFacts> all = method.getBody().isPresent() ? calls : request(method, returns, frame);
    List<CallFacts> more = new ArrayList<>(all);
    if (fetches.isIn(method)) {
      more.add(declared(method, Roles.FETCHES_ALONG, "", "the query"));
    }
    if (DerivedDeletes.is(method, file)) {
      more.add(declared(method, Roles.DELETES_BY_NAME, "", "the name"));
    }
    if (method.getBody().isEmpty() && file.roles().isCached(frame)) {
      more.add(declared(method, Roles.MEMOIZES, "", "the cache"));
    }
    if (Transactions.of(file).opensAnother(method, frame)) {
      more.add(declared(method, Roles.OPENS_ANOTHER_TRANSACTION, "", "REQUIRES_NEW"));
    }
    return more;
  }

  private CallFacts declared(MethodDeclaration method, String role, String kind, String what) {
    return new CallFacts(
        new MethodRef(TypeRef.UNKNOWN, shared.of(method.getNameAsString()), 0),
        file.unit().region(method.getName()),
        Surroundings.PLAIN,
        "",
        List.of(new CallFacts.Effect(role, kind, what, Truth.SURE)),
        ResultFate.OTHER,
        List.of());
  }

  /** The request that a library sends where nobody wrote a body. */
  private List<CallFacts> request(MethodDeclaration method, TypeRef returns, Frame frame) {
    Optional<AnnotationExpr> annotation = RemoteInterfaces.annotation(method, frame, file);
    if (annotation.isEmpty() || !RemoteInterfaces.waits(returns)) {
      return List.of();
    }
    String what = "@" + annotation.get().getName().getIdentifier();
    return List.of(declared(method, Roles.REMOTE_CALL, "http", what));
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
    return MethodFacts.accessor(id, Places.line(file.unit(), component), name, List.of(), type);
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
      if (!checked(assign.getValue()).isNameExpr()) {
        if (target instanceof NameExpr name) {
          made.add(name.getNameAsString());
        } else if (target instanceof FieldAccessExpr access) {
          made.add(access.getNameAsString());
        }
      }
    }
    return made;
  }

  /** {@code requireNonNull(client)} gives what it is given. */
  private static Expression checked(Expression value) {
    return value instanceof MethodCallExpr call
            && CHECKS.contains(call.getNameAsString())
            && call.getArguments().isNonEmpty()
        ? call.getArgument(0)
        : value;
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
