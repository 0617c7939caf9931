package dev.perflint.project;

import dev.perflint.analysis.FileAnalysis;
import dev.perflint.analysis.MethodFacts;
import dev.perflint.facts.MemberNames;
import dev.perflint.facts.RepositoryTypes;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.knowledge.Knowledge;
import dev.perflint.knowledge.Roles;
import dev.perflint.model.Certainty;
import dev.perflint.rank.Heat;
import dev.perflint.rank.RankingNumbers;
import dev.perflint.settings.ProjectSettings;
import dev.perflint.types.MethodRef;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import dev.perflint.types.TypeResolver;
import dev.perflint.types.TypeTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers what single files have left open, from the facts of all of them. */
final class Answers {
  /** What starts and what runs by itself needs nobody who calls it. */
  private static final Set<EntryKind> NEVER_UNCALLED =
      Set.of(EntryKind.START_UP, EntryKind.COMMAND_LINE, EntryKind.TEST);

  /** Modules that other programs are made with. */
  private static final Pattern FOR_OTHERS =
      Pattern.compile("(?:^|[-_/.])(?:api|client|plugin|sdk|spi|starter)s?(?:$|[-_/.])");

  private final List<FileAnalysis> files;
  private final ProjectSettings settings;
  private final ProjectTypes types;
  private final TypeResolver resolver;
  private final CallGraph graph;
  private final Effects effects;
  private final HeatMap heat;
  private final UnmadeTypes unmade;
  private final UncalledCode uncalled;
  private final UseIndex uses;
  private final Droppers droppers;
  private final Interrupters interrupters;
  private final LazyLoading lazyLoading;
  private final Map<Question.IsA, Certainty> isA = new HashMap<>();
  private final Map<Question.Configured, Certainty> configured = new HashMap<>();
  private final Map<String, Certainty> said = new HashMap<>();
  private final Map<String, Boolean> nobody = new HashMap<>();
  private @Nullable VirtualWays virtual;
  private @Nullable WantedBeans wanted;
  private @Nullable MappedTypes mapped;
  private @Nullable Set<String> answering;

  /**
   * @param files sorted: of types with the same name the first one counts
   */
  Answers(
      List<FileAnalysis> files,
      ProjectSettings settings,
      Knowledge knowledge,
      TypeTable libraries,
      Team team) {
    // Some are asked while the parts are made, in this order.
    this.files = files;
    this.settings = settings;
    this.types = new ProjectTypes(files, libraries, RepositoryTypes.mark(knowledge));
    this.resolver = TypeResolver.closed(types);
    this.graph = new CallGraph(types, resolver, team);
    this.effects = new Effects(graph, resolver, knowledge, this::answer);
    this.heat =
        new HeatMap(
            graph,
            new OwnCalls(graph, resolver),
            this::answer,
            answeringRequests(knowledge.types(Roles.OF_REQUEST)),
            settings::settled);
    CalledNames names = new CalledNames(files, settings.texts());
    this.unmade = new UnmadeTypes(files, graph, heat, types, resolver, names);
    this.uncalled = new UncalledCode(graph, types, resolver, heat, names, unmade, this::answers);
    this.uses = new UseIndex(graph, types, resolver, heat, effects);
    this.droppers = new Droppers(graph, types, heat, this::answer);
    this.interrupters = new Interrupters(files);
    this.lazyLoading = new LazyLoading(graph, types, resolver, this::answer);
  }

  private Predicate<MethodFacts> answeringRequests(List<String> types) {
    return method ->
        !MemberNames.isConstruction(method.id())
            && method.parameters().stream()
                .map(resolver::settle)
                .anyMatch(type -> type instanceof TypeRef.Named t && types.contains(t.name()));
  }

  /**
   * Whether the module of a type answers requests or messages: itself, or as a part of a module
   * that does, unless its name says that it is there for others, too.
   */
  private boolean answers(String type) {
    if (answering == null) {
      Set<String> modules = new HashSet<>();
      for (MethodFacts method : graph.methods()) {
        EntryKind kind = heat.of(method.id()).kind();
        if (kind == EntryKind.REQUEST || kind == EntryKind.MESSAGE) {
          modules.add(module(method.owner()));
        }
      }
      modules.removeIf(module -> FOR_OTHERS.matcher(module).find());
      heat.serving()
          .forEach(method -> modules.add(module(method.substring(0, method.indexOf('#')))));
      answering = modules;
    }
    String module = module(type);
    return answering.contains(module) && !isForOthers(types.pathOf(type), module);
  }

  /** Whether a folder with sources, that has no build file of its own, is there for others. */
  private static boolean isForOthers(String path, String module) {
    int sources = path.indexOf("/src/");
    return sources > module.length() && FOR_OTHERS.matcher(path.substring(0, sources)).find();
  }

  private String module(String type) {
    return settings.modules().of(types.pathOf(type));
  }

  MergedParts parts() {
    return new MergedParts(types, resolver, graph, heat, effects, uses);
  }

  Droppers droppers() {
    return droppers;
  }

  LazyLoading lazyLoading() {
    return lazyLoading;
  }

  /** Few projects ask, so nobody else waits for it. */
  VirtualWays virtual() {
    if (virtual == null) {
      virtual = new VirtualWays(graph, heat, this::answer);
    }
    return virtual;
  }

  /** What a formula comes to. */
  Certainty answer(Truth truth) {
    return truth.answered(this::answer);
  }

  Certainty answer(Question question) {
    if (question instanceof Question.IsA asked) {
      return isA.computeIfAbsent(asked, this::isA);
    }
    if (question instanceof Question.Does does) {
      return does(does.method(), does.role());
    }
    if (question instanceof Question.DoesBeside beside) {
      return graph
          .method(beside.method())
          .flatMap(around -> effects.of(around, beside.role()))
          .map(witness -> Certainty.LIKELY)
          .orElse(Certainty.NO);
    }
    if (question instanceof Question.RunsPer runsPer) {
      return runsPer(runsPer);
    }
    if (question instanceof Question.DoesTo asked) {
      return graph.arguments().answer(asked);
    }
    if (question instanceof Question.OnVirtualThread asked) {
      return virtual().certainty(asked.method());
    }
    if (question instanceof Question.Enabled asked) {
      return settings.enabled(asked.keys());
    }
    if (question instanceof Question.UsedPer usedPer) {
      List<String> kinds = List.of(usedPer.kinds().split(" "));
      Certainty best = Certainty.NO;
      for (Heat user : uses.of(usedPer)) {
        best = best.or(runsPer(user, kinds));
      }
      return best;
    }
    if (question instanceof Question.Wanted asked) {
      if (wanted == null) {
        wanted = new WantedBeans(files, types, graph, resolver, unmade::has);
      }
      return wanted.certainty(asked);
    }
    if (question instanceof Question.DroppedPer asked) {
      return droppers.certainty(asked);
    }
    if (question instanceof Question.IsLazy asked) {
      return lazyLoading.certainty(asked);
    }
    if (question instanceof Question.EntityHas asked) {
      return new EntityTypes(types, resolver).certainty(asked);
    }
    if (question instanceof Question.Mapped asked) {
      if (mapped == null) {
        mapped = new MappedTypes(files, types, resolver, settings.texts());
      }
      return mapped.has(asked.type()) ? Certainty.SURE : Certainty.NO;
    }
    if (question instanceof Question.LoadsFrom asked) {
      return lazyLoading.certainty(asked);
    }
    if (question instanceof Question.IsForeign asked) {
      return isForeign(asked.type()) ? Certainty.LIKELY : Certainty.NO;
    }
    if (question instanceof Question.Configured asked) {
      return configured.computeIfAbsent(asked, a -> settings.configured(a.keys()));
    }
    if (question instanceof Question.Said asked) {
      return said.computeIfAbsent(asked.what(), this::said);
    }
    if (question instanceof Question.SaidBeside asked) {
      return saidBeside(asked);
    }
    return interrupters.certainty(((Question.InterruptedByCreator) question).type());
  }

  private Certainty runsPer(Question.RunsPer asked) {
    Heat way = heat.of(asked.method());
    if (asked.kinds().equals(Question.RunsPer.UNCALLED)) {
      return isUncalled(asked.method()) ? Certainty.LIKELY : Certainty.NO;
    }
    List<String> kinds = List.of(asked.kinds().split(" "));
    if (kinds.contains(Question.RunsPer.LIBRARY)
        && way.kind() == EntryKind.UNKNOWN
        && !heat.serves()) {
      return Certainty.SURE;
    }
    if (way.kind() == EntryKind.UNKNOWN
        && kinds.contains(EntryKind.COMMAND_LINE.id())
        && heat.serves()
        && uncalled.isOfCommand(asked.method())) {
      return Certainty.LIKELY;
    }
    return asked.sameThread() && way.later() ? Certainty.NO : runsPer(way, kinds);
  }

  /**
   * Whether nobody runs a method of an application, as far as can be seen. A way through what
   * nobody makes is none.
   */
  private boolean isUncalled(String method) {
    return !NEVER_UNCALLED.contains(heat.of(method).kind())
        && heat.serves()
        && nobody.computeIfAbsent(method, uncalled::has);
  }

  /** Whether a way begins and ends where nobody in an application is known to come. */
  boolean isUnreached(Heat way) {
    return way.isUnreached() && heat.serves() && !uncalled.mayBeRunByName(way.methods().get(0));
  }

  /** Who does not run a method of an application; empty where somebody may. */
  Optional<String> nobody(String method) {
    return isUncalled(method) ? Optional.of(uncalled.why(method)) : Optional.empty();
  }

  /**
   * A way that is taken on a cache miss or after a failure is not taken each time, and one of many
   * calls holds conditions that nobody sees: of ten ways of more than {@link
   * RankingNumbers#LONGEST_SURE_WAY} methods that were read in applications, two were taken per
   * request. None of that makes the only way there, from a start or a command, a hotter one.
   */
  static Certainty runsPer(Heat way, List<String> kinds) {
    if (kinds.contains(Question.RunsPer.RARE_WAY) && (way.inCatch() || way.onMiss())) {
      return Certainty.LIKELY;
    }
    if (kinds.contains(Question.RunsPer.REPEATED) && !way.countedLoops().isEmpty()) {
      return way.likely() ? Certainty.LIKELY : Certainty.SURE;
    }
    boolean eachTime =
        RankingNumbers.isAside(way.kind()) || !way.onMiss() && !way.inCatch() && !way.isLong();
    boolean holds = isOneOf(kinds, way) && eachTime;
    return !holds ? Certainty.NO : way.likely() ? Certainty.LIKELY : Certainty.SURE;
  }

  private static boolean isOneOf(List<String> kinds, Heat way) {
    if (kinds.contains(way.kind().id())) {
      return true;
    }
    if (way.kind() != EntryKind.REQUEST) {
      return false;
    }
    return way.isOccasional()
        ? kinds.contains(Question.RunsPer.OCCASIONAL_REQUEST)
        : kinds.contains(Question.RunsPer.DAILY_REQUEST)
            || kinds.contains(Question.RunsPer.READING_REQUEST) && !way.writes();
  }

  /** Tests set limits too, and they are not those of production. */
  private Certainty said(String what) {
    Certainty best = Certainty.NO;
    for (FileAnalysis file : files) {
      if (!file.isTest()) {
        best = best.or(file.says().getOrDefault(what, Truth.NO).answered(this::answer));
      }
    }
    return best;
  }

  private Certainty saidBeside(Question.SaidBeside asked) {
    String own = types.pathOf(asked.type());
    String module = settings.modules().of(own);
    Certainty best = Certainty.NO;
    for (FileAnalysis file : files) {
      Truth said = file.says().getOrDefault(asked.what(), Truth.NO);
      if (!said.isNo()
          && !file.isTest()
          && !file.path().equals(own)
          && settings.modules().of(file.path()).equals(module)) {
        best = best.or(answer(said));
      }
    }
    return best;
  }

  /** Of several names that a type may mean none is known, or the one that is meant is not. */
  private boolean isForeign(TypeRef type) {
    TypeRef settled = resolver.settle(type);
    return settled instanceof TypeRef.Named named
        ? types.find(named.name()).isEmpty()
        : type instanceof TypeRef.OneOf && settled instanceof TypeRef.Unknown;
  }

  private Certainty isA(Question.IsA question) {
    return resolver.isA(question.type(), question.supertypes()) instanceof Truth.Decided decided
        ? decided.certainty()
        : Certainty.UNKNOWN;
  }

  private Certainty does(MethodRef method, String role) {
    CallTargets.Targets targets = graph.targets(method);
    if (!targets.settled()) {
      return Certainty.UNKNOWN;
    }
    double share = effects.share(method, role);
    if (share == 0) {
      return Certainty.NO;
    }
    if (!Effects.isEnough(share, role)) {
      return Certainty.UNKNOWN;
    }
    return targets.methods().size() == 1 ? Certainty.SURE : Certainty.LIKELY;
  }
}
