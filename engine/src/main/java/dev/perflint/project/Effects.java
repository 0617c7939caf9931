package dev.perflint.project;

import dev.perflint.analysis.CallFacts;
import dev.perflint.analysis.MethodFacts;
import dev.perflint.facts.RepositoryTypes;
import dev.perflint.facts.ResultFate;
import dev.perflint.knowledge.Knowledge;
import dev.perflint.knowledge.KnownMember;
import dev.perflint.knowledge.Roles;
import dev.perflint.model.Certainty;
import dev.perflint.types.MethodRef;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import dev.perflint.types.TypeResolver;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What methods do whenever they are called, directly or through few calls, each with the nearest
 * witness. What stands in a branch, on another thread or behind a cache is not what it does; nor is
 * what only a few of the methods do that a call may mean.
 */
final class Effects {
  /**
   * How a method comes to do it.
   *
   * @param call where it calls the next one, or does it itself
   * @param next the called method; empty when the call itself does it
   * @param what e.g. "JdbcTemplate.query"
   * @param steps to the doing call
   */
  record Witness(
      MethodFacts method,
      CallFacts call,
      Optional<MethodFacts> next,
      String what,
      int steps,
      boolean likely) {}

  /**
   * So that a chain of delegates ends somewhere; no way that was read in applications is as long.
   */
  private static final int MOST_STEPS = 12;

  /** Of an entry that is asked for further away nobody knows whether the element says which. */
  private static final int MOST_STEPS_TO_ENTRY = 4;

  /** Further away a read is part of something greater, which nobody does once for many. */
  private static final int MOST_STEPS_TO_READ = 2;

  /**
   * Of a database and what stands in for it, the database is the one that runs: a call does what at
   * least half of the methods do that it may mean.
   */
  private static final double HALF = 0.5;

  private static final Set<String> OF_DATABASES =
      Set.of(
          Roles.QUERY,
          Roles.READS_ROWS,
          Roles.CHANGES_ROWS,
          Roles.ROW_WRITE,
          Roles.FLUSH,
          Roles.FETCHES_ALONG);

  /**
   * What a container does around a method, and not around those that call it past the container, or
   * a library in its place.
   */
  private static final Set<String> OF_THE_METHOD_ITSELF =
      Set.of(Roles.OPENS_ANOTHER_TRANSACTION, Roles.DELETES_BY_NAME, Roles.MEMOIZES);

  private final CallGraph graph;
  private final TypeResolver resolver;
  private final Function<Question, Certainty> answers;
  private final Knowledge knowledge;
  private final Map<String, Boolean> repositories = new HashMap<>();
  private final Map<String, Boolean> futures = new HashMap<>();
  private final Map<String, Map<String, Witness>> byRole = new HashMap<>();
  private final Map<TypeRef, TypeRef> owners = new HashMap<>();
  private @Nullable List<MethodFacts> withEffects;

  Effects(
      CallGraph graph,
      TypeResolver resolver,
      Knowledge knowledge,
      Function<Question, Certainty> answers) {
    this.graph = graph;
    this.resolver = resolver;
    this.knowledge = knowledge;
    this.answers = answers;
  }

  /**
   * Whether a call does what this share of its possible targets does. Of one that asks another
   * service and one that does not nobody knows which runs, so there it takes more.
   */
  static boolean isEnough(double share, String role) {
    return share > HALF || share == HALF && OF_DATABASES.contains(role);
  }

  /** How many of the methods that a call may mean do something of that role, from 0 to 1. */
  double share(MethodRef callee, String role) {
    return share(callee, witnesses(role).keySet());
  }

  private double share(MethodRef callee, Set<String> doing) {
    List<MethodFacts> targets = graph.targets(callee).methods();
    if (CallGraph.isEvent(callee)) {
      return targets.stream().anyMatch(target -> doing.contains(target.id())) ? 1 : 0;
    }
    if (targets.isEmpty()) {
      return 0;
    }
    long matching = targets.stream().filter(target -> doing.contains(target.id())).count();
    // What a library implements is what runs: that counts twice against a fallback of it.
    boolean byLibrary =
        targets.stream().anyMatch(target -> target.isAbstract() && doing.contains(target.id()));
    double more = byLibrary ? 1 : 0;
    return (matching + more) / (targets.size() + more);
  }

  /**
   * The witness that a method does something of that role; empty when it does not, as far as can be
   * seen.
   */
  Optional<Witness> of(MethodFacts method, String role) {
    return Optional.ofNullable(witnesses(role).get(method.id()));
  }

  /** Not with {@code computeIfAbsent}: those of one role may ask for those of another. */
  private Map<String, Witness> witnesses(String role) {
    Map<String, Witness> known = byRole.get(role);
    if (known == null) {
      known = compute(role);
      byRole.put(role, known);
    }
    return known;
  }

  private Map<String, Witness> compute(String role) {
    Map<String, Witness> witnesses = new HashMap<>();
    Deque<Witness> queue = new ArrayDeque<>();
    for (MethodFacts method : mayDoItself(role)) {
      if (mayDo(method, role)) {
        itself(method, role)
            .ifPresent(
                witness -> {
                  witnesses.put(method.id(), witness);
                  queue.add(witness);
                });
      }
    }
    while (!queue.isEmpty()) {
      Witness found = queue.remove();
      if (found.steps() == mostSteps(role) || OF_THE_METHOD_ITSELF.contains(role)) {
        continue;
      }
      for (CallGraph.Edge edge : graph.callsTo(found.method().id())) {
        if (!witnesses.containsKey(edge.caller().id())
            && always(edge.call())
            && !edge.call().closes(found.call())
            && mayDo(edge.caller(), role)
            && isEnough(share(edge.call().callee(), witnesses.keySet()), role)
            && !isMore(edge.caller(), edge.call(), role)) {
          Witness witness =
              new Witness(
                  edge.caller(),
                  edge.call(),
                  Optional.of(found.method()),
                  found.what(),
                  found.steps() + 1,
                  found.likely() || edge.likely());
          witnesses.put(edge.caller().id(), witness);
          queue.add(witness);
        }
      }
    }
    return witnesses;
  }

  /** The methods of which some call may do something of that role: few of a project's. */
  private List<MethodFacts> mayDoItself(String role) {
    if (role.equals(Roles.QUERY)) {
      // That of a repository has no effect, it is known by its type.
      return graph.methods();
    }
    if (role.equals(Roles.READS_ROWS) || role.equals(Roles.CHANGES_ROWS)) {
      Map<String, Witness> queries = witnesses(Roles.QUERY);
      return graph.methods().stream()
          .filter(
              method -> {
                Witness query = queries.get(method.id());
                return query != null && query.steps() == 0;
              })
          .toList();
    }
    if (withEffects == null) {
      withEffects = graph.methods().stream().filter(Effects::hasEffects).toList();
    }
    return withEffects;
  }

  private static boolean hasEffects(MethodFacts method) {
    for (CallFacts call : method.calls()) {
      if (!call.effects().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private Optional<Witness> itself(MethodFacts method, String role) {
    for (CallFacts call : method.calls()) {
      Optional<String> what = direct(method, call, role);
      if (what.isPresent()) {
        return Optional.of(new Witness(method, call, Optional.empty(), what.get(), 0, false));
      }
    }
    return Optional.empty();
  }

  private static int mostSteps(String role) {
    if (role.equals(Roles.READS_ROWS)) {
      return MOST_STEPS_TO_READ;
    }
    return role.equals(Roles.KEYED_READ) || role.equals(Roles.KEYED_WRITE)
        ? MOST_STEPS_TO_ENTRY
        : MOST_STEPS;
  }

  private boolean always(CallFacts call) {
    return graph.settled(call.around()).isAlways();
  }

  /**
   * Work that a method starts matters to those who can wait for it: to the callers of a method that
   * returns what stands for the result.
   */
  private boolean mayDo(MethodFacts method, String role) {
    if (!role.equals(Roles.STARTS_REMOTE)) {
      // Whoever calls it goes on at once.
      return !method.runsLater();
    }
    return resolver.settle(method.returns()) instanceof TypeRef.Named returned
        && futures.computeIfAbsent(returned.name(), n -> isFuture(returned));
  }

  private boolean isFuture(TypeRef.Named type) {
    Truth truth = resolver.isA(type, "java.util.concurrent.CompletionStage");
    for (KnownMember waits : knowledge.members(Roles.WAITS)) {
      if (waits.kind().equals("future") || waits.kind().equals("reactive")) {
        truth = truth.or(resolver.isA(type, waits.member().type()));
      }
    }
    return truth.answered(answers).isReported();
  }

  /**
   * Of methods that write a row, flush or ask a store for one entry only those count whose callers
   * could do it once for many: it is all that they ask of a database, nobody waits for the number
   * of rows, and what is read goes to the caller.
   */
  private boolean isMore(MethodFacts method, CallFacts write, String role) {
    boolean writes = role.equals(Roles.ROW_WRITE) || role.equals(Roles.KEYED_WRITE);
    boolean reads = role.equals(Roles.KEYED_READ);
    if (!writes && !reads && !role.equals(Roles.FLUSH)) {
      return false;
    }
    boolean answered =
        writes && graph.declares(write.callee()) && write.result() != ResultFate.IGNORED;
    return answered
        // What reads and returns nothing does something else with it.
        || reads && method.returns().equals(TypeRef.named("void"))
        || !write.around().loops().isEmpty()
        || method.calls().stream()
            .anyMatch(
                call ->
                    call != write
                        && (done(call, Roles.QUERY).isPresent()
                            || share(call.callee(), Roles.QUERY) > 0));
  }

  private Optional<String> direct(MethodFacts method, CallFacts call, String role) {
    return always(call)
        ? done(call, role)
            .or(() -> askedNext(method, call, role))
            .filter(what -> !isMore(method, call, role))
        : Optional.empty();
  }

  /** Who always asks for a repository does so for the query that follows, be that in a branch. */
  private Optional<String> askedNext(MethodFacts method, CallFacts factory, String role) {
    if (!role.equals(Roles.QUERY) && !role.equals(Roles.READS_ROWS)) {
      return Optional.empty();
    }
    return handedOut(factory.callee()).stream()
        .flatMap(repository -> asked(method, factory, repository, role).stream())
        .findFirst();
  }

  private Optional<String> asked(
      MethodFacts method, CallFacts factory, String repository, String role) {
    return method.calls().stream()
        .filter(call -> call.region().compareTo(factory.region()) > 0)
        .filter(call -> !call.around().inCatch() && !call.around().onMiss())
        .filter(
            call ->
                resolver.settle(call.callee().owner()) instanceof TypeRef.Named owner
                    && owner.name().equals(repository))
        .flatMap(call -> done(call, role).stream())
        .findFirst();
  }

  /** What a call does of that role when it is reached, be that rarely. */
  Optional<String> done(CallFacts call, String role) {
    if (role.equals(Roles.READS_ROWS) || role.equals(Roles.CHANGES_ROWS)) {
      boolean changes = role.equals(Roles.CHANGES_ROWS);
      return done(call, Roles.QUERY).filter(what -> changesRows(call) == changes);
    }
    Optional<String> known =
        // Asked for every call and role: few have an effect at all.
        known(call, role).filter(what -> !graph.declares(call.callee()));
    return known.isEmpty() && role.equals(Roles.QUERY) ? repositoryCall(call.callee()) : known;
  }

  /** Of a statement of which only its text says what it does, the name of the call may say it. */
  private static boolean changesRows(CallFacts query) {
    return RowChanges.isNamed(query.callee().name())
        || query.effects().stream()
            .anyMatch(effect -> effect.role().equals(Roles.QUERY) && effect.kind().equals("write"));
  }

  /**
   * What the library knowledge says; of a method that the project itself declares it says nothing.
   */
  private Optional<String> known(CallFacts call, String role) {
    for (CallFacts.Effect effect : call.effects()) {
      if (effect.role().equals(role) && effect.truth().answered(answers).isReported()) {
        return Optional.of(effect.what());
      }
    }
    return Optional.empty();
  }

  /** Any method of a repository is a query, save those that every object has. */
  private Optional<String> repositoryCall(MethodRef callee) {
    if (!callee.name().startsWith("<")
        && owner(callee) instanceof TypeRef.Named named
        && isKnownRepository(named)
        && !isHarmless(named, callee)
        && handedOut(callee).isEmpty()
        && !isCached(callee)) {
      return Optional.of(
          named.name().substring(named.name().lastIndexOf('.') + 1) + "." + callee.name());
    }
    return Optional.empty();
  }

  private boolean isHarmless(TypeRef.Named repository, MethodRef callee) {
    return RepositoryTypes.isHarmless(repository, callee.name(), resolver)
        .answered(answers)
        .isReported();
  }

  /** {@code @Cacheable} over a query that a library implements. */
  private boolean isCached(MethodRef callee) {
    return graph.declaredBy(callee).stream()
        .filter(MethodFacts::isAbstract)
        .flatMap(method -> method.calls().stream())
        .flatMap(call -> call.effects().stream())
        .anyMatch(effect -> effect.role().equals(Roles.MEMOIZES));
  }

  /** Of all calls of a project, whose receivers are again and again the same few chains. */
  private TypeRef owner(MethodRef callee) {
    TypeRef written = callee.owner();
    return written.isSettled() ? written : owners.computeIfAbsent(written, resolver::settle);
  }

  private boolean isKnownRepository(TypeRef.Named type) {
    return repositories.computeIfAbsent(type.name(), n -> isRepository(type));
  }

  /** As of JDBI's {@code @CreateSqlObject}: the queries are those that are called on the result. */
  private List<String> handedOut(MethodRef callee) {
    List<String> repositories = new ArrayList<>(0);
    if (owner(callee) instanceof TypeRef.Named owner && isKnownRepository(owner)) {
      for (MethodFacts method : graph.declaredBy(callee)) {
        if (resolver.settle(method.returns()) instanceof TypeRef.Named returned
            && isKnownRepository(returned)) {
          repositories.add(returned.name());
        }
      }
    }
    return repositories;
  }

  private boolean isRepository(TypeRef.Named type) {
    return RepositoryTypes.is(type, resolver, knowledge).answered(answers).isReported();
  }

  /** The way from a method to the doing call, as witnesses. */
  List<Witness> way(MethodFacts start, String role) {
    List<Witness> way = new ArrayList<>();
    Optional<Witness> at = of(start, role);
    while (at.isPresent()) {
      way.add(at.get());
      at = at.get().next().flatMap(next -> of(next, role));
    }
    return way;
  }
}
