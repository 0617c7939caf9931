package dev.perflint.project;

import dev.perflint.analysis.CallFacts;
import dev.perflint.analysis.MethodFacts;
import dev.perflint.facts.Administrators;
import dev.perflint.facts.MemberNames;
import dev.perflint.facts.ParameterTest;
import dev.perflint.facts.Surroundings;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.model.Certainty;
import dev.perflint.rank.Argument;
import dev.perflint.rank.Heat;
import dev.perflint.rank.RankingNumbers;
import dev.perflint.rank.Requests;
import dev.perflint.types.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How hot each method is: the hottest way from an entry point to it. Ways of an application's daily
 * work come first, then others from requests to batch steps; what they do not reach is as hot as
 * start-up, the command line or an unknown caller makes it; what only tests reach comes last.
 */
final class HeatMap {
  private static final double BETTER = 1e-9;

  private static final Set<String> STARTS = Set.of("start", "onStart", "onStartup", "startUp");

  /** The package of what is run from a command line. */
  private static final String COMMANDS = "cli.";

  /** A way that was followed, and in which of the phases. */
  private record Settled(HeatWay way, int phase) {}

  private final CallGraph graph;
  private final OwnCalls own;
  private final AskedTests asked;
  private final Function<Question, Certainty> answers;
  private final Map<String, List<Heat>> entries = new HashMap<>();
  private final Map<String, Settled> hottest;

  /** By {@link HeatWay#state}. */
  private final Map<String, Settled> followed;

  /** By method, of those that ask for their parameters, in what states ways are followed there. */
  private final Map<String, List<String>> states = new HashMap<>();

  private final Map<String, Boolean> occasional = new HashMap<>();
  private final Map<String, Boolean> seldom = new HashMap<>();
  private final Predicate<String> counts;
  private final UnaryOperator<String> settled;
  private final boolean serves;
  private int phase;

  /**
   * @param answersRequest whether a method is handed a request or what goes back
   * @param settled a text with the values of the configuration for its placeholders
   */
  HeatMap(
      CallGraph graph,
      OwnCalls own,
      Function<Question, Certainty> answers,
      Predicate<MethodFacts> answersRequest,
      UnaryOperator<String> settled) {
    this.graph = graph;
    this.own = own;
    this.asked = new AskedTests(graph);
    this.settled = settled;
    this.answers = answers;
    this.counts = method -> true;
    // Nearly all methods get into both; to enlarge the maps meanwhile takes a quarter of the time.
    this.hottest = new HashMap<>(graph.methods().size() * 2);
    this.followed = new HashMap<>(graph.methods().size() * 2);
    List<HeatWay> hot = new ArrayList<>();
    List<HeatWay> others = new ArrayList<>();
    List<HeatWay> tests = new ArrayList<>();
    Set<String> entered = new HashSet<>();
    for (MethodFacts method : graph.methods()) {
      for (MethodFacts.Entry entry : method.entries()) {
        if (isEntered(entry) && !isByHand(entry, method)) {
          entered.add(method.id());
          boolean capped = RankingNumbers.isAside(entry.kind());
          List<HeatWay> phase = entry.kind() == EntryKind.TEST ? tests : capped ? others : hot;
          for (MethodFacts start : graph.implementations(method)) {
            HeatWay way = start(entry.kind(), label(entry), start);
            phase.add(way);
            entries.computeIfAbsent(start.id(), id -> new ArrayList<>(1)).add(way.heat());
          }
        }
      }
      if (!entered.contains(method.id())
          && Requests.isAsking(method.id())
          && isUncalled(method)
          && answersRequest.test(method)
          && !isUnmapped(method)) {
        // Whatever calls it has a request at hand, such as a servlet that looks up its commands.
        entered.add(method.id());
        HeatWay way = ofUncalled(method);
        hot.add(way);
        entries.put(method.id(), List.of(way.heat()));
      }
    }
    spreadInTurn(hot);
    // Objects that nobody is seen to make say less than a start or a command that is known.
    List<HeatWay> makers = new ArrayList<>();
    for (MethodFacts method : graph.methods()) {
      if (!entered.contains(method.id()) && isRoot(method)) {
        boolean makes = MemberNames.isConstruction(method.id());
        (makes ? makers : others).add(start(rootKind(method), "", method));
      }
    }
    spread(others);
    spread(makers);
    // What only start-up code hands over, and rings without a way in: the rest is behind those.
    List<MethodFacts> rest = new ArrayList<>(graph.methods());
    rest.removeIf(method -> entered.contains(method.id()));
    spreadUnreached(rest, method -> graph.isHandedOver(method.id()));
    spreadUnreached(rest, method -> graph.isRecursive(method.id()));
    spreadUnreached(rest, method -> true);
    spread(tests);
    this.serves = serving().findAny().isPresent();
  }

  private boolean isEntered(MethodFacts.Entry entry) {
    return entry.truth().answered(answers).isReported();
  }

  /** A job may have a path as well, for those who cannot wait for its time. */
  private boolean isByHand(MethodFacts.Entry entry, MethodFacts method) {
    return entry.kind() == EntryKind.REQUEST
        && method.entries().stream()
            .anyMatch(other -> other.kind() == EntryKind.SCHEDULED && isEntered(other));
  }

  /**
   * @param rest with all methods that nothing reaches; loses the others
   */
  private void spreadUnreached(List<MethodFacts> rest, Predicate<MethodFacts> which) {
    rest.removeIf(method -> hottest.containsKey(method.id()));
    List<HeatWay> starts = new ArrayList<>();
    for (MethodFacts method : rest) {
      if (which.test(method)) {
        starts.add(start(EntryKind.UNKNOWN, "", method));
      }
    }
    spread(starts);
  }

  private HeatMap(HeatMap all, Heat start, Set<String> within) {
    this.graph = all.graph;
    this.own = all.own;
    this.asked = all.asked;
    this.settled = all.settled;
    this.answers = all.answers;
    this.counts = within::contains;
    this.serves = all.serves;
    this.hottest = new HashMap<>();
    this.followed = new HashMap<>();
    spread(List.of(way(start, OwnCalls.ANY, 0, start.log10())));
  }

  /**
   * What one entry point by itself makes of the methods that it reaches.
   *
   * @param start one of {@link #entries}
   * @param within the methods that ways may lead through
   */
  HeatMap alone(Heat start, Set<String> within) {
    return new HeatMap(this, start, within);
  }

  /** A job's schedule often stands in the configuration. */
  private String label(MethodFacts.Entry entry) {
    boolean open = entry.kind() == EntryKind.SCHEDULED && entry.label().contains("${");
    return open ? settled.apply(entry.label()) : entry.label();
  }

  private HeatWay start(EntryKind kind, String label, MethodFacts method) {
    List<Argument> arguments = HandedOver.at(kind, method.parameters());
    return start(Heat.entering(kind, label, method.id(), arguments), method);
  }

  /** Of a method that answers a request by its parameters alone. */
  private HeatWay ofUncalled(MethodFacts method) {
    List<Argument> arguments = HandedOver.at(EntryKind.REQUEST, method.parameters());
    return start(Heat.entering(EntryKind.REQUEST, "", method.id(), arguments).guessed(), method);
  }

  private HeatWay start(Heat entering, MethodFacts method) {
    Heat heat = graph.isRecursive(method.id()) ? entering.recursing() : entering;
    heat = Requests.isInstallation(method.id()) ? heat.by(Requests.INSTALL) : heat;
    return way(heat, OwnCalls.ANY, graph.position(method), heat.log10());
  }

  private HeatWay way(Heat heat, String self, int entry, double log10) {
    double fewer = 0;
    String closed = HeatWay.NOTHING;
    if (!heat.arguments().isEmpty()) {
      String method = heat.methods().get(heat.methods().size() - 1);
      closed = closed(heat, method);
      for (Surroundings.Repeat loop : graph.loopsOverParameters(method)) {
        fewer = Math.max(fewer, Math.log10(loop.factor() / heat.counted(loop).factor()));
      }
    }
    boolean occasional = occasional(heat.label());
    return new HeatWay(heat, self, closed, entry, log10, log10 - fewer, occasional, turn(heat));
  }

  /** Nothing for nearly all ways: few methods are handed constants that they ask for. */
  private String closed(Heat heat, String method) {
    Set<ParameterTest> tests = asked.of(method);
    if (tests.isEmpty()) {
      return HeatWay.NOTHING;
    }
    List<ParameterTest> failing = tests.stream().filter(heat::fails).toList();
    return failing.isEmpty() ? HeatWay.NOTHING : failing.toString();
  }

  /** What only the label and the handler decide is worked out once. */
  private int turn(Heat heat) {
    boolean last =
        !heat.isEachTime()
            || seldom.computeIfAbsent(
                heat.label() + heat.changes() + heat.methods().get(0), any -> heat.isOccasional());
    return last ? Heat.LAST_TURN : heat.isLong() ? 1 : 0;
  }

  private boolean occasional(String label) {
    return occasional.computeIfAbsent(label, Requests::isOccasional);
  }

  /** The start of a called method, where the heat is that of the caller. */
  static Heat through(Heat caller, CallGraph.Edge edge) {
    CallFacts call = edge.call();
    return caller.through(call.around(), call.arguments(), edge.callee().id(), edge.likely());
  }

  /** Whether requests or messages come in: then it is an application, and no library. */
  boolean serves() {
    return serves;
  }

  /** The methods at which requests or messages come in. */
  Stream<String> serving() {
    return entries.entrySet().stream()
        .filter(entered -> entered.getValue().stream().anyMatch(HeatMap::serves))
        .map(Map.Entry::getKey);
  }

  private static boolean serves(Heat entry) {
    return entry.kind() == EntryKind.REQUEST || entry.kind() == EntryKind.MESSAGE;
  }

  /** Of a servlet that would be an entry point if anything named it. */
  private boolean isUnmapped(MethodFacts method) {
    return method.entries().stream()
        .anyMatch(
            entry ->
                entry
                    .truth()
                    .answered(
                        asked ->
                            asked instanceof Question.Mapped
                                ? Certainty.SURE
                                : answers.apply(asked))
                    .isReported());
  }

  private boolean isRoot(MethodFacts method) {
    return !hottest.containsKey(method.id()) && isUncalled(method);
  }

  private boolean isUncalled(MethodFacts method) {
    return graph.callsTo(method.id()).isEmpty() && !graph.isHandedOver(method.id());
  }

  private EntryKind rootKind(MethodFacts method) {
    boolean once = method.runsOnce().answered(answers) == Certainty.SURE;
    if ((once || isStart(method) || Requests.isInstallation(method.id()))
        && !MemberNames.isConstruction(method.id())) {
      return EntryKind.START_UP;
    }
    return isOfCommands(method.owner()) ? EntryKind.COMMAND_LINE : EntryKind.UNKNOWN;
  }

  private static boolean isOfCommands(String type) {
    return type.startsWith(COMMANDS) || type.contains("." + COMMANDS);
  }

  /**
   * What comes all day and is done each time goes first: one such way says more than any that an
   * administrator takes, however much that one repeats.
   */
  private void spreadInTurn(List<HeatWay> starts) {
    List<HeatWay> rest = starts;
    for (int i = 0; i <= Heat.LAST_TURN; i++) {
      int turn = i;
      rest = spread(rest, way -> way.turn() <= turn);
    }
  }

  /** What a plug-in or service has for whoever starts it. */
  private static boolean isStart(MethodFacts method) {
    return method.parameters().isEmpty() && STARTS.contains(method.name());
  }

  private void spread(List<HeatWay> starts) {
    spread(starts, way -> true);
  }

  /**
   * @return the ways that have to wait
   */
  private List<HeatWay> spread(List<HeatWay> starts, Predicate<HeatWay> now) {
    List<HeatWay> putOff = new ArrayList<>();
    if (starts.isEmpty()) {
      return putOff;
    }
    phase++;
    PriorityQueue<HeatWay> queue = new PriorityQueue<>(HeatWay.HOTTEST_FIRST);
    queue.addAll(starts);
    while (!queue.isEmpty()) {
      HeatWay way = queue.remove();
      String method = way.method();
      if (!isHotter(way)) {
        continue;
      }
      if (!now.test(way)) {
        putOff.add(way);
        continue;
      }
      Settled settled = new Settled(way, phase);
      followed.put(way.state(), settled);
      if (!asked.of(method).isEmpty()) {
        states.computeIfAbsent(method, id -> new ArrayList<>(1)).add(way.state());
      }
      if (isHotter(way.weight(), hottest.get(method))) {
        hottest.put(method, settled);
      }
      follow(graph.callsFrom(method), way, queue);
      // What is handed over at start-up runs later, nobody knows how often.
      if (way.heat().kind() != EntryKind.START_UP) {
        follow(graph.handedOverBy(method), way, queue);
      }
    }
    return putOff;
  }

  private void follow(List<CallGraph.Edge> edges, HeatWay way, PriorityQueue<HeatWay> queue) {
    for (CallGraph.Edge edge : edges) {
      follow(edge, way, queue);
    }
  }

  private void follow(CallGraph.Edge edge, HeatWay way, PriorityQueue<HeatWay> queue) {
    String callee = edge.callee().id();
    Surroundings around = edge.call().around();
    if (!own.mayLead(way.self(), edge) || way.heat().isClosed(around)) {
      return;
    }
    String self = own.after(way.self(), edge);
    boolean recurses = graph.isRecursive(callee) && !way.heat().recursive();
    // Most ways end here, before they are made.
    double more = way.heat().log10OfNext();
    more += recurses ? Math.log10(RankingNumbers.RECURSION) : 0;
    if (around.loops().isEmpty() && !isHotter(way.log10() + more, callee, self)) {
      return; // what is no loop makes nothing hotter
    }
    double log10 = around.isPlain() ? way.log10() : way.heat().within(around).log10();
    log10 += more;
    if (counts.test(callee)
        && isHotter(log10, callee, self)
        && !way.heat().methods().contains(callee)) {
      Heat there = through(way.heat(), edge);
      there = edge.callee().runsLater() ? there.handedOver() : there;
      there = Requests.isExport(callee) ? there.by(Requests.EXPORT) : there;
      there = edge.callee().forAdministrators() ? there.by(Administrators.LABEL) : there;
      there = recurses ? there.recursing() : there;
      if (Requests.isInstallation(callee) && !there.installs()) {
        there = there.by(Requests.INSTALL);
        log10 = there.log10();
      }
      queue.add(way(there, self, way.entry(), log10));
    }
  }

  /**
   * A way into any object leads wherever one into an object of some class does, and one that closes
   * nothing wherever one does that closes something.
   */
  private boolean isHotter(HeatWay way) {
    return isHotter(way.weight(), way.method(), way.self())
        && (way.closed().equals(HeatWay.NOTHING)
            || isHotter(
                    way.weight(),
                    followed.get(HeatWay.state(way.method(), OwnCalls.ANY, way.closed())))
                && isHotter(way.weight(), followed.get(way.state())));
  }

  private boolean isHotter(double weight, String method, String self) {
    return isHotter(weight, followed.get(method))
        && (self.equals(OwnCalls.ANY)
            || isHotter(weight, followed.get(HeatWay.state(method, self, HeatWay.NOTHING))));
  }

  /** What an earlier phase has reached stays as it is. */
  private boolean isHotter(double weight, @Nullable Settled known) {
    return known == null || known.phase() == phase && weight > known.way().weight() + BETTER;
  }

  /** What enters a method from outside, each as the beginning of a way. */
  List<Heat> entries(String method) {
    return entries.getOrDefault(method, List.of());
  }

  /** Whether the method calls itself, directly or through others. */
  boolean isRecursive(String method) {
    return graph.isRecursive(method);
  }

  /** The hottest way to a method; empty when none leads there. */
  Optional<Heat> reached(String method) {
    return Optional.ofNullable(hottest.get(method)).map(settled -> settled.way().heat());
  }

  /**
   * The hottest way to a place in a method; empty when none leads there. What the way there hands
   * over may close a branch, so that it is not always the hottest one to the method.
   */
  Optional<Heat> reached(String method, Surroundings around) {
    Optional<Heat> way = reached(method).filter(heat -> !heat.isClosed(around));
    if (way.isEmpty() && !around.needs().isEmpty()) {
      way =
          states.getOrDefault(method, List.of()).stream()
              .map(followed::get)
              .filter(settled -> !settled.way().heat().isClosed(around))
              .min(
                  Comparator.comparingInt(Settled::phase)
                      .thenComparing(Settled::way, HeatWay.HOTTEST_FIRST))
              .map(settled -> settled.way().heat());
    }
    return way.map(heat -> heat.within(around));
  }

  /** How hot a place in a method is. */
  Heat at(String method, Surroundings around) {
    return reached(method, around)
        .orElseGet(() -> Heat.of(EntryKind.UNKNOWN, "", method).within(around));
  }

  /** How hot a method is; of one that nothing reaches, as an unknown caller makes it. */
  Heat of(String method) {
    return reached(method).orElseGet(() -> Heat.of(EntryKind.UNKNOWN, "", method));
  }
}
