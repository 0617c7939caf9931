package dev.perflint.project;

import dev.perflint.analysis.CallFacts;
import dev.perflint.analysis.MethodFacts;
import dev.perflint.analysis.TypeFacts;
import dev.perflint.facts.FieldKeys;
import dev.perflint.facts.Surroundings;
import dev.perflint.facts.Uses;
import dev.perflint.knowledge.Roles;
import dev.perflint.model.Location;
import dev.perflint.model.Region;
import dev.perflint.rank.Heat;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import dev.perflint.types.TypeResolver;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Who works with what lies in a field or is handed out by a container, and how hot they are. */
final class UseIndex {
  private static final String EXECUTOR = "java.util.concurrent.Executor";

  /** What Spring takes for methods that name no executor. */
  private static final Set<String> DEFAULT_EXECUTORS =
      Set.of("taskExecutor", "applicationTaskExecutor");

  /**
   * One use.
   *
   * @param around between the start of its method and it
   * @param at where it stands; empty for a method that a container runs on it
   */
  record Use(Heat heat, Surroundings around, Optional<Location> at) {
    /** The id of the method that it stands in. */
    String method() {
      return heat.methods().get(heat.methods().size() - 1);
    }
  }

  private record Call(MethodFacts method, CallFacts call) {}

  /**
   * Those of an application's daily work first, then the hottest; of equally hot ones that with the
   * shortest way.
   */
  static final Comparator<Use> HOTTEST_FIRST =
      Comparator.comparing((Use use) -> use.heat().turn())
          .thenComparing(use -> HotWays.isRare(use.heat()))
          .thenComparingDouble(use -> -use.heat().log10())
          .thenComparingInt(use -> use.heat().methods().size())
          .thenComparing(use -> use.heat().methods().get(0))
          .thenComparing(use -> use.at().isEmpty() ? "" : use.at().get().path());

  private final ProjectTypes types;
  private final TypeResolver resolver;
  private final HeatMap heat;
  private final CallGraph graph;
  private final Map<String, List<Call>> byField = new TreeMap<>();
  private final List<MethodFacts> runningLater = new ArrayList<>();
  private final Map<String, List<Use>> ofBean = new HashMap<>();
  private final List<Question.Bean> beans;
  private final RowReads rows;
  private final Map<String, Integer> madeOf = new HashMap<>();

  UseIndex(
      CallGraph graph, ProjectTypes types, TypeResolver resolver, HeatMap heat, Effects effects) {
    this.rows = new RowReads(graph, types, resolver, effects);
    this.types = types;
    this.resolver = resolver;
    this.heat = heat;
    this.graph = graph;
    this.beans = types.production().stream().flatMap(type -> type.beans().stream()).toList();
    for (MethodFacts method : graph.methods()) {
      if (method.runsLater()) {
        runningLater.add(method);
      }
      for (CallFacts call : method.calls()) {
        Optional<String> key = call.on().isEmpty() ? Optional.empty() : declared(call.on());
        if (key.isPresent()) {
          byField.computeIfAbsent(key.get(), k -> new ArrayList<>()).add(new Call(method, call));
        }
      }
    }
  }

  /**
   * The uses of a thing, the hottest first.
   *
   * @param path of the file that makes it
   */
  List<Use> of(Uses uses, String role, String path) {
    List<Use> found = new ArrayList<>();
    for (Uses.Use use : uses.uses()) {
      Surroundings around = graph.settled(use.around());
      Heat there = heat.at(use.methodId(), around);
      Location at = new Location(path, firstLine(use.region()));
      found.add(new Use(there, around, Optional.of(at)));
      found.addAll(ofProviders(use.methodId(), role));
    }
    uses.fields().forEach(field -> found.addAll(ofField(field, role)));
    uses.beans().forEach(bean -> found.addAll(ofBean(bean, role)));
    uses.keepers().forEach(keeper -> found.addAll(ofKeeper(keeper, role)));
    uses.entities().forEach(entity -> found.addAll(ofEntity(entity)));
    found.sort(HOTTEST_FIRST);
    return found;
  }

  private static Region firstLine(Region region) {
    boolean oneLine = region.startLine() == region.endLine();
    int column = region.startColumn();
    return oneLine ? region : new Region(region.startLine(), column, region.startLine(), column);
  }

  /** How hot the users that a question names are. */
  List<Heat> of(Question.UsedPer asked) {
    List<Heat> found = new ArrayList<>();
    asked.methods().forEach(method -> found.add(heat.of(method)));
    for (String field : asked.fields()) {
      ofField(field, asked.role()).forEach(use -> found.add(use.heat()));
    }
    for (Question.Bean bean : asked.beans()) {
      ofBean(bean, asked.role()).forEach(use -> found.add(use.heat()));
    }
    return found;
  }

  private List<Use> ofField(String field, String role) {
    return uses(byField.getOrDefault(declared(field).orElse(field), List.of()), role);
  }

  private List<Use> ofEntity(String entity) {
    List<Use> found = new ArrayList<>();
    for (RowReads.Read read : rows.of(entity)) {
      Surroundings around = read.call().around();
      Heat there = heat.at(read.method().id(), around);
      found.add(new Use(there, around, Optional.of(read.at())));
    }
    return found;
  }

  /** The one field of a class that what its constructor is given fits into. */
  private List<Use> ofKeeper(Uses.Keeper keeper, String role) {
    if (!(resolver.settle(keeper.type()) instanceof TypeRef.Named named)) {
      return List.of();
    }
    List<TypeFacts.FieldFacts> fitting =
        types.declared(named.name()).map(TypeFacts::fields).orElse(List.of()).stream()
            .filter(TypeFacts.FieldFacts::given)
            .filter(
                field ->
                    resolver.settle(field.type()) instanceof TypeRef.Named type
                        && isA(keeper.held(), type.name()))
            .toList();
    return fitting.size() == 1
        ? ofField(named.name() + "#" + fitting.get(0).name(), role)
        : List.of();
  }

  /** Of what a factory makes, where a bean method of another file calls it for its own. */
  private List<Use> ofProviders(String factory, String role) {
    List<Use> found = new ArrayList<>();
    for (CallGraph.Edge edge : graph.callsTo(factory)) {
      if (settled(edge.callee()).equals(settled(edge.caller()))) {
        madeBy(edge.caller()).ifPresent(bean -> found.addAll(ofBean(bean, role)));
      }
    }
    return found;
  }

  /** By its name; else the one that has none, or the only one of its type. */
  private Optional<Question.Bean> madeBy(MethodFacts method) {
    List<Question.Bean> made =
        types.declared(method.owner()).map(TypeFacts::beans).orElse(List.of()).stream()
            .filter(bean -> resolver.settle(bean.type()).equals(settled(method)))
            .toList();
    return made.stream()
        .filter(bean -> bean.name().equals(method.name()))
        .findFirst()
        .or(() -> made.stream().filter(bean -> bean.name().isEmpty()).findFirst())
        .or(() -> made.size() == 1 ? Optional.of(made.get(0)) : Optional.empty());
  }

  private TypeRef settled(MethodFacts method) {
    return resolver.settle(method.returns());
  }

  private List<Use> uses(List<Call> calls, String role) {
    List<Use> found = new ArrayList<>();
    for (Call user : calls) {
      if (user.call().effects().stream().anyMatch(effect -> effect.role().equals(role))) {
        Heat there = heat.at(user.method().id(), user.call().around());
        String path = types.pathOf(user.method().owner());
        Location at = new Location(path, user.call().region());
        found.add(new Use(there, user.call().around(), Optional.of(at)));
      }
    }
    return found;
  }

  /** Fields that are given their value and may hold the bean; of an executor also async methods. */
  private List<Use> ofBean(Question.Bean bean, String role) {
    String key = role + " " + bean;
    List<Use> known = ofBean.get(key);
    if (known == null) {
      known = findOfBean(bean, role);
      ofBean.put(key, known);
    }
    return known;
  }

  private List<Use> findOfBean(Question.Bean bean, String role) {
    List<Use> found = new ArrayList<>();
    for (Map.Entry<String, List<Call>> entry : byField.entrySet()) {
      if (mayHold(entry.getKey(), bean)) {
        found.addAll(uses(entry.getValue(), role));
      }
    }
    if (role.equals(Roles.RUNS_LATER) && isA(bean.type(), EXECUTOR)) {
      for (MethodFacts method : runningLater) {
        if (runsOn(method.runner(), bean)) {
          found.add(new Use(heat.of(method.id()), Surroundings.PLAIN, Optional.empty()));
        }
      }
    }
    return found;
  }

  /** A name decides; without one, it is the only executor, or the one that is called like that. */
  private boolean runsOn(String runner, Question.Bean bean) {
    return runner.isEmpty()
        ? DEFAULT_EXECUTORS.contains(bean.name()) || isOnlyOne(EXECUTOR)
        : runner.equals(bean.name());
  }

  private boolean isOnlyOne(String type) {
    return madeOf.computeIfAbsent(
            type, wanted -> (int) beans.stream().filter(b -> isA(b.type(), wanted)).count())
        == 1;
  }

  private boolean mayHold(String key, Question.Bean bean) {
    String type = FieldKeys.types(key).get(0);
    for (TypeFacts.FieldFacts field :
        types.declared(type).map(TypeFacts::fields).orElse(List.of())) {
      if (field.name().equals(FieldKeys.field(key))) {
        return field.given()
            && resolver.settle(field.type()) instanceof TypeRef.Named held
            && isA(bean.type(), held.name())
            && isNamed(field, held.name(), bean);
      }
    }
    return false;
  }

  private boolean isNamed(TypeFacts.FieldFacts field, String held, Question.Bean bean) {
    return field.qualifier().isEmpty()
        ? bean.name().isEmpty() || field.name().equals(bean.name()) || isOnlyOne(held)
        : field.qualifier().equals(bean.name());
  }

  private boolean isA(TypeRef type, String supertype) {
    return resolver.isA(type, supertype) instanceof Truth.Decided decided
        && decided.certainty().isReported();
  }

  /** The key under the type that declares the field; empty when no project type does. */
  private Optional<String> declared(String key) {
    String field = FieldKeys.field(key);
    Deque<String> queue = new ArrayDeque<>(FieldKeys.types(key));
    Set<String> seen = new HashSet<>();
    while (!queue.isEmpty()) {
      String current = queue.remove();
      Optional<TypeFacts> type = seen.add(current) ? types.declared(current) : Optional.empty();
      if (type.isPresent()) {
        if (type.get().fields().stream().anyMatch(f -> f.name().equals(field))) {
          return Optional.of(current + "#" + field);
        }
        for (TypeRef supertype : type.get().supertypes()) {
          if (resolver.settle(supertype) instanceof TypeRef.Named named) {
            queue.add(named.name());
          }
        }
      }
    }
    return Optional.empty();
  }
}
