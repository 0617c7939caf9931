package dev.perflint.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.perflint.facts.CacheLoaders;
import dev.perflint.facts.Calls;
import dev.perflint.facts.Deadlines;
import dev.perflint.facts.Events;
import dev.perflint.facts.FieldKeys;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.Handlers;
import dev.perflint.facts.LazyLoads;
import dev.perflint.facts.MemberNames;
import dev.perflint.facts.Passed;
import dev.perflint.facts.PassedArguments;
import dev.perflint.facts.RemoteCalls;
import dev.perflint.facts.RepositoryTypes;
import dev.perflint.facts.ResultFate;
import dev.perflint.facts.ResultFates;
import dev.perflint.facts.RowWrites;
import dev.perflint.facts.Surroundings;
import dev.perflint.facts.SurroundingsReader;
import dev.perflint.facts.TaskLimits;
import dev.perflint.knowledge.Knowledge;
import dev.perflint.knowledge.KnownMember;
import dev.perflint.knowledge.MemberPattern;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import dev.perflint.types.MethodRef;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects the calls of one file as plain data, by what makes them. */
final class CallCollector {
  /**
   * A role that the merge follows through calls.
   *
   * @param as what it is called there
   */
  private record Followed(String role, String as) {}

  private static final List<Followed> EFFECTS =
      List.of(
          new Followed(Roles.QUERY, Roles.QUERY),
          new Followed(Roles.ROW_WRITE, Roles.ROW_WRITE),
          new Followed(Roles.FLUSH, Roles.FLUSH),
          new Followed(Roles.KEYED_READ, Roles.KEYED_READ),
          new Followed(Roles.KEYED_WRITE, Roles.KEYED_WRITE),
          new Followed(Roles.REMOTE_CALL, Roles.REMOTE_CALL),
          new Followed(Roles.STARTS_REMOTE, Roles.STARTS_REMOTE),
          new Followed(Roles.RUNS_LATER, Roles.RUNS_LATER),
          new Followed(Roles.BLOCKS, Roles.BLOCKS),
          // Who waits without a limit blocks all the more.
          new Followed(Roles.WAITS, Roles.BLOCKS));

  private final FileContext file;
  private final Set<String> called;
  private final SurroundingsReader surroundings;
  private final Constructions constructions;
  private final Shared shared;
  private final Map<String, Boolean> repositories = new HashMap<>();
  private final ResultFates fates;
  private final PassedArguments passed;
  private final Map<String, List<Followed>> followed;

  CallCollector(
      FileContext file,
      SurroundingsReader surroundings,
      Constructions constructions,
      Shared shared,
      Set<String> called) {
    this.called = called;
    this.file = file;
    this.surroundings = surroundings;
    this.constructions = constructions;
    this.shared = shared;
    this.fates = ResultFates.of(file);
    this.passed = PassedArguments.of(file);
    this.followed = file.knowledge().derived(Followed.class, CallCollector::followed);
  }

  /** What members of a name may do, by that name: nearly all that are called do nothing of it. */
  private static Map<String, List<Followed>> followed(Knowledge knowledge) {
    Map<String, List<Followed>> byName = new HashMap<>();
    for (Followed effect : EFFECTS) {
      for (KnownMember member : knowledge.members(effect.role())) {
        List<Followed> named =
            byName.computeIfAbsent(member.member().name(), n -> new ArrayList<>(1));
        if (!named.contains(effect)) {
          named.add(effect);
        }
      }
    }
    return byName;
  }

  /** The calls of each member, and of each function in it that a library runs. */
  Map<Node, List<CallFacts>> byOwner() {
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
    addLoads(calls);
    return calls;
  }

  /** What a cache of the file has its loader do when it has nothing. */
  private void addLoads(Map<Node, List<CallFacts>> calls) {
    CacheLoaders loaders = CacheLoaders.of(file);
    if (loaders.areNone()) {
      return;
    }
    for (String name : CacheLoaders.ASKING) {
      for (Site site : file.unit().sites().calls(name)) {
        Optional<CallFacts> load = loaders.askedBy(site).map(loader -> load(site, loader));
        Optional<Node> owner = load.isPresent() ? owner(site) : Optional.empty();
        owner.ifPresent(
            node -> calls.computeIfAbsent(node, n -> new ArrayList<>()).add(load.get()));
      }
    }
  }

  private CallFacts load(Site asking, Site loader) {
    TypeRef type =
        file.unit().sites().types().stream()
            .filter(anonymous -> anonymous.node() == loader.node())
            .findFirst()
            .map(body -> TypeRef.named(file.names().qualifiedName(body.frame())))
            .orElseGet(() -> file.erased(file.calls().owner(loader)));
    return CallFacts.plain(
        shared.of(new MethodRef(shared.of(type), shared.of("load"), 1)),
        Places.called(file.unit(), asking.node()),
        surroundings.of(asking).missed());
  }

  /** What a call belongs to; a method reference that handles something is all there is of it. */
  private Optional<Node> owner(Site site) {
    return file.handlers().of(site.node()).isPresent()
        ? Optional.of(site.node())
        : file.handlers().owner(site.frame()).map(Frame::node);
  }

  /**
   * The functions that a library runs, by the type they stand in, as methods that nobody calls.
   *
   * @param calls of {@link #byOwner}
   */
  Map<Node, List<MethodFacts>> handlers(Map<Node, List<CallFacts>> calls) {
    Map<Node, List<MethodFacts>> byType = new IdentityHashMap<>();
    for (Class<? extends Node> kind :
        List.<Class<? extends Node>>of(LambdaExpr.class, MethodReferenceExpr.class)) {
      for (Site site : file.unit().sites().of(kind)) {
        file.handlers()
            .of(site.node())
            .map(h -> handler(site, h, calls.getOrDefault(site.node(), List.of())))
            .ifPresent(method -> add(method, site, byType));
      }
    }
    for (Site site : file.unit().sites().of(ObjectCreationExpr.class)) {
      file.handlers()
          .ofTask(site.as(ObjectCreationExpr.class))
          .map(handler -> handler(site, handler, List.of(run(site))))
          .ifPresent(method -> add(method, site, byType));
    }
    return byType;
  }

  private static void add(MethodFacts method, Site site, Map<Node, List<MethodFacts>> byType) {
    site.frame()
        .nearest(Frame.Kind.TYPE)
        .ifPresent(type -> byType.computeIfAbsent(type.node(), n -> new ArrayList<>()).add(method));
  }

  /** What a timer calls of the task that is made there. */
  private CallFacts run(Site task) {
    TypeRef type = shared.of(file.erased(file.calls().owner(task)));
    return CallFacts.plain(
        shared.of(new MethodRef(type, shared.of("run"), 0)),
        Places.called(file.unit(), task.node()),
        Surroundings.PLAIN);
  }

  private MethodFacts handler(Site site, Handlers.Handler handler, List<CallFacts> calls) {
    String id = file.handlerId(site.node(), site.frame());
    return new MethodFacts(
        id,
        Places.line(file.unit(), site.node()),
        id.substring(id.indexOf('#') + 1, id.length() - "()".length()),
        List.of(),
        false,
        TypeRef.named("void"),
        false,
        false,
        true,
        false,
        false,
        false,
        "",
        Truth.NO,
        Truth.NO,
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(new MethodFacts.Entry(handler.kind(), handler.label(), handler.truth())),
        calls);
  }

  /**
   * Empty for a call of a library that has no role and that no rule on configuration asks for: the
   * merge would have no use for it. The base class of a project's services calls a library's
   * repository itself, and each such call is a query.
   */
  private Optional<CallFacts> call(Site site) {
    Node node = site.node();
    Optional<MethodRef> event = Events.published(file, site);
    if (event.isPresent()) {
      return Optional.of(
          CallFacts.plain(
              shared.of(event.get()), Places.called(file.unit(), node), surroundings.of(site)));
    }
    TypeRef owner = file.calls().owner(site);
    List<CallFacts.Effect> effects = effects(site);
    boolean ofLibrary =
        owner instanceof TypeRef.Named named && !file.isOpen(named) && !isRepository(named);
    if (effects.isEmpty()
        && !called.contains(Calls.nameOf(node))
        && (ofLibrary || owner instanceof TypeRef.Unknown || owner instanceof TypeRef.ArrayOf)) {
      return Optional.empty();
    }
    String written = Calls.nameOf(node);
    String name = written.equals(MemberPattern.CONSTRUCTOR) ? MemberNames.CONSTRUCTOR : written;
    // Nobody overloads what a library declares and the merge looks up.
    MethodRef callee =
        shared.of(
            ofLibrary
                ? new MethodRef(shared.of(file.erased(owner)), shared.of(name), Calls.arity(node))
                : file.calls().method(site, owner, name));
    return Optional.of(
        new CallFacts(
            callee,
            Places.called(file.unit(), node),
            surroundings.of(site),
            effects.isEmpty() ? "" : shared.of(on(site, effects)),
            effects.isEmpty() ? effects : shared.of(List.copyOf(effects)),
            ofLibrary ? ResultFate.OTHER : fate(node),
            ofLibrary ? List.of() : shared.of(List.copyOf(passed.of(site)))));
  }

  private ResultFate fate(Node node) {
    return node instanceof MethodCallExpr call
        ? fates.of(call)
        : node instanceof ObjectCreationExpr made ? fates.of(made) : ResultFate.OTHER;
  }

  private boolean isRepository(TypeRef.Named type) {
    return repositories.computeIfAbsent(
        type.name(),
        name ->
            RepositoryTypes.is(TypeRef.named(name), file.types().resolver(), file.knowledge())
                .mayBeReported());
  }

  /** The field that a call works on, else one that it is given. */
  private String on(Site site, List<CallFacts.Effect> effects) {
    List<Expression> parts = new ArrayList<>(Calls.arguments(site.node()));
    if (site.node() instanceof MethodCallExpr call) {
      boolean remote = effects.stream().anyMatch(one -> one.role().equals(Roles.REMOTE_CALL));
      call.getScope().map(scope -> remote ? begun(scope) : scope).ifPresent(at -> parts.add(0, at));
    }
    for (Expression part : parts) {
      Optional<String> field = FieldKeys.of(part, site, file);
      if (field.isPresent()) {
        return field.get();
      }
    }
    return "";
  }

  /** {@code client.target(url).request().get()} is a use of the client. */
  private static Expression begun(Expression scope) {
    Expression at = scope;
    while (at instanceof MethodCallExpr link && link.getScope().isPresent()) {
      at = link.getScope().get();
    }
    return at;
  }

  private List<CallFacts.Effect> effects(Site site) {
    List<CallFacts.Effect> effects = new ArrayList<>(1);
    if (site.node() instanceof MethodCallExpr call) {
      lazyLoad(call, site).ifPresent(effects::add);
    }
    Truth remote = RemoteCalls.isUnlisted(file, site);
    if (remote.mayBeReported()) {
      String what = RemoteCalls.text(file, site);
      effects.add(new CallFacts.Effect(Roles.REMOTE_CALL, "", shared.of(what), remote));
    }
    for (Followed effect : followed.getOrDefault(Calls.nameOf(site.node()), List.of())) {
      String role = effect.role();
      for (Calls.Known known : file.calls().known(site, role)) {
        if (known.truth().mayBeReported()
            && !endsByItself(role, site)
            && !isLimited(role, site)
            && !needsAnswer(role, site)
            && !mayReadResource(role, site)) {
          KnownMember member = known.member();
          String what = member.member().simpleTypeName() + "." + member.member().name();
          effects.add(
              new CallFacts.Effect(effect.as(), member.kind(), shared.of(what), known.truth()));
        }
      }
    }
    return effects;
  }

  /** What it makes a persistence context load for the object that the method is handed. */
  private Optional<CallFacts.Effect> lazyLoad(MethodCallExpr call, Site site) {
    if (!LazyLoads.isGetter(call) || !(call.getScope().orElse(null) instanceof NameExpr row)) {
      return Optional.empty();
    }
    int parameter = passed.named(row, site);
    Truth loads = parameter == Passed.NONE ? Truth.NO : LazyLoads.of(file).loads(call, site);
    return loads.mayBeReported()
        ? Optional.of(
            new CallFacts.Effect(
                Roles.LOADS_LAZILY,
                Integer.toString(parameter),
                shared.of(call.toString()),
                shared.of(loads)))
        : Optional.empty();
  }

  /** Work that was started with a limit makes nobody wait for ever. */
  private boolean endsByItself(String role, Site site) {
    return role.equals(Roles.STARTS_REMOTE)
        && site.node() instanceof MethodCallExpr call
        && (Deadlines.follows(call) || Deadlines.isSent(call, file, site));
  }

  private boolean needsAnswer(String role, Site site) {
    return (role.equals(Roles.ROW_WRITE) || role.equals(Roles.KEYED_WRITE))
        && RowWrites.needsAnswer(file, site, true);
  }

  private static boolean mayReadResource(String role, Site site) {
    return role.equals(Roles.REMOTE_CALL) && RemoteCalls.mayReadResource(site);
  }

  private boolean isLimited(String role, Site site) {
    return role.equals(Roles.RUNS_LATER) && TaskLimits.of(file).limits(site.node());
  }
}
