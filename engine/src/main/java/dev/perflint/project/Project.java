package dev.perflint.project;

import dev.perflint.analysis.Candidate;
import dev.perflint.analysis.FileAnalysis;
import dev.perflint.analysis.MethodFacts;
import dev.perflint.deploy.SpotTrace;
import dev.perflint.facts.MemberNames;
import dev.perflint.facts.RepositoryTypes;
import dev.perflint.facts.Surroundings;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.knowledge.Knowledge;
import dev.perflint.model.Certainty;
import dev.perflint.model.Finding;
import dev.perflint.model.Location;
import dev.perflint.model.Notice;
import dev.perflint.model.RuleId;
import dev.perflint.model.Step;
import dev.perflint.rank.Heat;
import dev.perflint.rank.Place;
import dev.perflint.rank.Ranking;
import dev.perflint.rank.RankingNumbers;
import dev.perflint.rule.Rule;
import dev.perflint.settings.ProjectSettings;
import dev.perflint.types.MethodRef;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import dev.perflint.types.TypeResolver;
import dev.perflint.types.TypeTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The merged facts of all files: closes what single files left open and ranks what holds. */
public final class Project {
  private final List<FileAnalysis> files;
  private final ProjectSettings settings;
  private final Map<Question.Configured, Certainty> configured = new HashMap<>();
  private final TypeResolver resolver;
  private final ProjectTypes types;
  private final CallGraph graph;
  private final Effects effects;
  private final HeatMap heat;
  private final UseIndex uses;
  private final Approach approach;
  private final Droppers droppers;
  private final Interrupters interrupters;
  private final LazyLoading lazyLoading;
  private List<Notice> notices = List.of();
  private @Nullable VirtualWays virtual;
  private final Map<Question.IsA, Certainty> isA = new HashMap<>();
  private final Map<String, Certainty> limits = new HashMap<>();

  /** Of files without any configuration beside them. */
  public Project(List<FileAnalysis> analysed, Knowledge knowledge, TypeTable libraries) {
    this(analysed, new ProjectSettings(List.of()), knowledge, libraries);
  }

  /**
   * @param analysed in any order
   * @param settings of the project's configuration files
   * @param libraries what is known of types outside the project
   */
  public Project(
      List<FileAnalysis> analysed,
      ProjectSettings settings,
      Knowledge knowledge,
      TypeTable libraries) {
    this.settings = settings;
    // Of types with the same name the first one counts.
    this.files = analysed.stream().sorted(Comparator.comparing(FileAnalysis::path)).toList();
    this.types = new ProjectTypes(files, libraries, RepositoryTypes.mark(knowledge));
    this.resolver = TypeResolver.closed(types);
    this.graph = new CallGraph(types, resolver);
    this.effects = new Effects(graph, resolver, knowledge, this::answer);
    this.heat = new HeatMap(graph, this::answer);
    this.uses = new UseIndex(graph, types, resolver, heat);
    this.approach = new Approach(graph, types);
    this.droppers = new Droppers(graph, types, heat, this::answer);
    this.interrupters = new Interrupters(files);
    this.lazyLoading = new LazyLoading(graph, types, resolver, this::answer);
  }

  /** Of rules that failed when findings were last asked for. */
  public List<Notice> notices() {
    return notices;
  }

  /** What holds, ranked and sorted; one finding a place. */
  public List<Finding> findings(List<Rule> rules) {
    return Ranking.of(places(rules)).values().stream().sorted(Finding.ORDER).toList();
  }

  /**
   * How the findings on a line come to their priorities, the most urgent first.
   *
   * @param path as in findings
   */
  public List<RankTrace> rankTraces(List<Rule> rules, String path, int line) {
    RankTraces traces = new RankTraces(parts());
    Map<Place, Finding> ranked = Ranking.of(places(rules));
    return ranked.keySet().stream()
        .filter(place -> place.path().equals(path))
        .filter(place -> place.candidate().region().startLine() == line)
        .map(place -> traces.of(place, ranked.get(place), useOf(place)))
        .sorted(Comparator.comparing(RankTrace::finding, Finding.ORDER))
        .toList();
  }

  /**
   * What each clause of a rule on configuration says to a line.
   *
   * @param rule that has a check
   * @param path as in findings
   */
  public List<SpotTrace> spotTraces(Rule rule, String path, int line) {
    Applications applications = new Applications(settings, files, parts(), this::answer);
    return applications.all().stream()
        .flatMap(application -> rule.check().orElseThrow().traces(application).stream())
        .filter(trace -> trace.spot().file().path().equals(path))
        .filter(trace -> trace.spot().region().startLine() == line)
        .toList();
  }

  /** The use whose heat a place has; empty where its own counts. */
  private Optional<UseIndex.Use> useOf(Place place) {
    return place.rule().check().isPresent()
        ? place
            .use()
            .map(step -> step.location())
            .map(at -> new UseIndex.Use(place.heat(), Surroundings.PLAIN, Optional.of(at)))
        : hottestUse(place.rule(), place.candidate(), place.path());
  }

  /**
   * Who reaches some methods and what they reach.
   *
   * @param wanted a type, simple or qualified, or {@code Type#method}
   * @param depth of the trees
   * @throws dev.perflint.UsageException when it names no method, or several types
   */
  public List<Reach> reach(String wanted, int depth) {
    return new Reaches(parts()).of(wanted, depth);
  }

  private MergedParts parts() {
    return new MergedParts(types, resolver, graph, heat, effects, uses);
  }

  private List<Place> places(List<Rule> rules) {
    Map<RuleId, Rule> byId = new HashMap<>();
    rules.forEach(rule -> byId.put(rule.id(), rule));
    List<Place> places = new ArrayList<>();
    for (FileAnalysis file : files) {
      for (Candidate candidate : file.candidates()) {
        Rule rule = byId.get(candidate.rule());
        if (rule != null) {
          Certainty truth = candidate.truth().answered(this::answer);
          if (truth.isReported()) {
            places.add(place(rule, candidate.within(around(candidate)), file.path(), truth));
          }
        }
      }
    }
    places.addAll(checked(rules));
    return Superseding.resolve(places);
  }

  /** What the rules on configuration find; without such rules no configuration is read. */
  private List<Place> checked(List<Rule> rules) {
    List<Rule> checks = rules.stream().filter(rule -> rule.check().isPresent()).toList();
    if (checks.isEmpty()) {
      return List.of();
    }
    Applications applications = new Applications(settings, files, parts(), this::answer);
    CheckedSettings checked = new CheckedSettings(applications, heat, approach);
    List<Place> places = checked.places(checks);
    notices = checked.notices();
    return places;
  }

  private Surroundings around(Candidate candidate) {
    return graph.settled(candidate.around());
  }

  private Place place(Rule rule, Candidate candidate, String path, Certainty truth) {
    List<Effects.Witness> way = way(candidate.truth());
    boolean likely = way.stream().anyMatch(Effects.Witness::likely);
    Optional<Droppers.Dropper> dropper = droppers.hottest(candidate.truth());
    Optional<UseIndex.Use> use =
        dropper.isPresent() ? Optional.empty() : hottestUse(rule, candidate, path);
    Heat heat =
        dropper
            .map(caller -> caller.heat().within(candidate.around()))
            .or(() -> use.map(UseIndex.Use::heat))
            .orElseGet(() -> heatOf(candidate));
    return new Place(
        rule,
        candidate,
        path,
        likely ? truth.and(Certainty.LIKELY) : truth,
        !answer(candidate.usual()).isReported(),
        dropper.map(Droppers.Dropper::text).orElse(Ways.text(way)),
        approach.of(heat),
        dropper
            .map(Droppers.Dropper::step)
            .or(() -> use.flatMap(UseIndex.Use::at).map(at -> new Step(at, "used here"))),
        beyond(candidate.truth(), way),
        heat);
  }

  private Optional<UseIndex.Use> hottestUse(Rule rule, Candidate candidate, String path) {
    return candidate
        .uses()
        .flatMap(
            of -> {
              List<UseIndex.Use> found = uses.of(of, rule.useRole().orElse(""), path);
              return found.stream()
                  .filter(use -> isEvidence(use, candidate.truth()))
                  .findFirst()
                  .or(() -> found.stream().findFirst());
            });
  }

  /** Whether a use answers what the rule asked about its users, so that it is the one to show. */
  private static boolean isEvidence(UseIndex.Use use, Truth truth) {
    if (truth instanceof Truth.Open open && open.question() instanceof Question.UsedPer asked) {
      return runsPer(use.heat(), List.of(asked.kinds().split(" "))).isReported();
    }
    return truth instanceof Truth.All all
        && all.parts().stream().anyMatch(part -> isEvidence(use, part));
  }

  /** Few projects ask, so nobody else waits for it. */
  private VirtualWays virtual() {
    if (virtual == null) {
      virtual = new VirtualWays(graph, heat, this::answer);
    }
    return virtual;
  }

  private Heat heatOf(Candidate candidate) {
    if (asksForVirtualThread(candidate.truth())) {
      // What runs on other threads too is as hot as on these, where it costs something.
      Optional<Heat> way = virtual().to(candidate.methodId());
      if (way.isPresent()) {
        return way.get().within(candidate.around());
      }
    }
    Heat heat = this.heat.of(candidate.methodId());
    if (candidate.runsOnce()
        && heat.kind() == EntryKind.UNKNOWN
        && heat.methods().stream().noneMatch(MemberNames::isConstruction)) {
      heat = Heat.of(EntryKind.START_UP, "", candidate.methodId());
    }
    return heat.within(candidate.around());
  }

  /** The way to what a place leads to; that of a row that loads something is not to its query. */
  private List<Effects.Witness> way(Truth truth) {
    List<Question> questions = questionsOf(truth).toList();
    boolean loads =
        questions.stream()
            .anyMatch(q -> q instanceof Question.IsLazy || q instanceof Question.LoadsFrom);
    return questions.stream()
        .map(
            question ->
                question instanceof Question.LoadsFrom asked
                    ? lazyLoading.way(asked)
                    : !loads && question instanceof Question.Does does
                        ? way(does)
                        : List.<Effects.Witness>of())
        .filter(steps -> !steps.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static boolean asksForVirtualThread(Truth truth) {
    return truth instanceof Truth.Open open && open.question() instanceof Question.OnVirtualThread
        || truth instanceof Truth.All all
            && all.parts().stream().anyMatch(Project::asksForVirtualThread);
  }

  private List<Effects.Witness> way(Question.Does asked) {
    for (MethodFacts target : graph.targets(asked.method()).methods()) {
      List<Effects.Witness> way = effects.way(target, asked.role());
      if (!way.isEmpty()) {
        return way;
      }
    }
    return List.of();
  }

  /** What the methods do that a function or object is handed to, then the way to an effect. */
  private List<Step> beyond(Truth truth, List<Effects.Witness> way) {
    List<Step> steps = new ArrayList<>();
    handOvers(truth)
        .filter(asked -> answer(asked).isReported())
        .flatMap(asked -> graph.arguments().way(asked).stream())
        .forEach(witness -> steps.add(step(witness)));
    steps.addAll(steps(way));
    return steps;
  }

  private Step step(ArgumentEffects.Witness witness) {
    String here = MemberNames.shortName(witness.method().id());
    Location at = new Location(types.pathOf(witness.method().owner()), witness.at());
    return new Step(
        at,
        witness
            .next()
            .map(next -> here + " hands it to " + MemberNames.shortName(next.method().id()))
            .orElse("used by " + here));
  }

  private static Stream<Question.DoesTo> handOvers(Truth truth) {
    if (truth instanceof Truth.Open open) {
      return open.question() instanceof Question.DoesTo asked ? Stream.of(asked) : Stream.empty();
    }
    List<Truth> parts =
        truth instanceof Truth.All all
            ? all.parts()
            : truth instanceof Truth.Any any ? any.parts() : List.of();
    return parts.stream().flatMap(Project::handOvers);
  }

  private List<Step> steps(List<Effects.Witness> way) {
    List<Step> steps = new ArrayList<>();
    for (Effects.Witness witness : way) {
      Location at = new Location(types.pathOf(witness.method().owner()), witness.call().region());
      steps.add(new Step(at, Ways.step(witness)));
    }
    return steps;
  }

  private static Stream<Question> questionsOf(Truth truth) {
    if (truth instanceof Truth.Open open) {
      return Stream.of(open.question());
    }
    List<Truth> parts =
        truth instanceof Truth.All all
            ? all.parts()
            : truth instanceof Truth.Any any ? any.parts() : List.of();
    return parts.stream().flatMap(Project::questionsOf);
  }

  /** What a formula comes to, now that all files are known. */
  public Certainty answer(Truth truth) {
    return truth.answered(this::answer);
  }

  private Certainty answer(Question question) {
    if (question instanceof Question.IsA asked) {
      return isA.computeIfAbsent(asked, this::isA);
    }
    if (question instanceof Question.Does does) {
      return does(does.method(), does.role());
    }
    if (question instanceof Question.RunsPer runsPer) {
      Heat way = heat.of(runsPer.method());
      return runsPer.sameThread() && way.later()
          ? Certainty.NO
          : runsPer(way, List.of(runsPer.kinds().split(" ")));
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
    if (question instanceof Question.DroppedPer asked) {
      return droppers.certainty(asked);
    }
    if (question instanceof Question.IsLazy asked) {
      return lazyLoading.certainty(asked);
    }
    if (question instanceof Question.EntityHas asked) {
      return new EntityTypes(types, resolver).certainty(asked);
    }
    if (question instanceof Question.LoadsFrom asked) {
      return lazyLoading.certainty(asked);
    }
    if (question instanceof Question.IsForeign asked) {
      boolean foreign =
          resolver.settle(asked.type()) instanceof TypeRef.Named named
              && types.find(named.name()).isEmpty();
      return foreign ? Certainty.LIKELY : Certainty.NO;
    }
    if (question instanceof Question.Configured asked) {
      return configured.computeIfAbsent(asked, a -> settings.configured(a.keys()));
    }
    if (question instanceof Question.SetsLimit asked) {
      return limits.computeIfAbsent(asked.what(), this::setsLimit);
    }
    return interrupters.certainty(((Question.InterruptedByCreator) question).type());
  }

  /**
   * A way that is taken on a cache miss or after a failure is not taken each time, and one of many
   * calls holds conditions that nobody sees: of ten ways of more than {@link
   * RankingNumbers#LONGEST_SURE_WAY} methods that were read in applications, two were taken per
   * request.
   */
  static Certainty runsPer(Heat way, List<String> kinds) {
    boolean holds =
        kinds.contains(way.kind().id())
            && !way.onMiss()
            && !way.inCatch()
            && way.methods().size() <= RankingNumbers.LONGEST_SURE_WAY;
    return !holds ? Certainty.NO : way.likely() ? Certainty.LIKELY : Certainty.SURE;
  }

  /** Tests set limits too, and they are not those of production. */
  private Certainty setsLimit(String what) {
    Certainty best = Certainty.NO;
    for (FileAnalysis file : files) {
      if (!file.isTest()) {
        best = best.or(file.limits().getOrDefault(what, Truth.NO).answered(this::answer));
      }
    }
    return best;
  }

  private Certainty isA(Question.IsA question) {
    return resolver.isA(question.type(), question.supertypes()) instanceof Truth.Decided decided
        ? decided.certainty()
        : Certainty.UNKNOWN;
  }

  private Certainty does(MethodRef method, String role) {
    CallGraph.Targets targets = graph.targets(method);
    if (!targets.settled()) {
      return Certainty.UNKNOWN;
    }
    double share = effects.share(method, role);
    if (share == 0) {
      return Certainty.NO;
    }
    if (share < Effects.HALF) {
      return Certainty.UNKNOWN;
    }
    return targets.methods().size() == 1 ? Certainty.SURE : Certainty.LIKELY;
  }
}
