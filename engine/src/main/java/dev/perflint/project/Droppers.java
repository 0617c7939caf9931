package dev.perflint.project;

import dev.perflint.analysis.MethodFacts;
import dev.perflint.facts.MemberNames;
import dev.perflint.facts.ResultFate;
import dev.perflint.facts.Surroundings;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.model.Certainty;
import dev.perflint.model.Location;
import dev.perflint.model.Step;
import dev.perflint.rank.Heat;
import dev.perflint.rank.RankingNumbers;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Who gets a new object from a factory on each call and drops it, and how hot they are. Callers
 * that keep it say nothing against those that do not.
 */
final class Droppers {
  /**
   * One caller.
   *
   * @param there how hot its call is
   * @param heat the same, continued to the start of the factory
   * @param at its call of the factory, or of one that forwards to it
   */
  record Dropper(String method, Heat there, Heat heat, Location at, boolean inLoop) {
    /** What the message says of it. */
    String text() {
      return " by " + MemberNames.shortName(method);
    }

    Step step() {
      return new Step(at, "used and dropped here");
    }
  }

  private static final Comparator<Dropper> HOTTEST_FIRST =
      Comparator.comparingDouble((Dropper dropper) -> -dropper.heat().log10())
          .thenComparingInt(dropper -> dropper.heat().methods().size())
          .thenComparing(Dropper::method)
          .thenComparing(Dropper::at);

  private final CallGraph graph;
  private final ProjectTypes types;
  private final HeatMap heat;
  private final Function<Question, Certainty> answers;
  private final Map<Question.DroppedPer, List<Dropper>> known = new HashMap<>();

  Droppers(
      CallGraph graph, ProjectTypes types, HeatMap heat, Function<Question, Certainty> answers) {
    this.graph = graph;
    this.types = types;
    this.heat = heat;
    this.answers = answers;
  }

  Certainty certainty(Question.DroppedPer asked) {
    List<Dropper> found = of(asked);
    if (found.isEmpty()) {
      return Certainty.NO;
    }
    return found.get(0).heat().likely() ? Certainty.LIKELY : Certainty.SURE;
  }

  /** The caller because of whom a candidate holds, which is as hot as it; empty for others. */
  Optional<Dropper> hottest(Truth truth) {
    return truth
        .questions()
        .filter(Question.DroppedPer.class::isInstance)
        .flatMap(asked -> of((Question.DroppedPer) asked).stream())
        .findFirst();
  }

  /** The hottest first. */
  private List<Dropper> of(Question.DroppedPer asked) {
    List<Dropper> before = known.get(asked);
    if (before != null) {
      return before;
    }
    List<Dropper> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    asked
        .factories()
        .forEach(factory -> collect(factory, asked.leftOpen(), List.of(), seen, found));
    List<Dropper> sorted =
        found.stream().filter(dropper -> isOften(dropper, asked)).sorted(HOTTEST_FIRST).toList();
    known.put(asked, sorted);
    return sorted;
  }

  /**
   * @param way the calls from a forwarding method down to the factory, the nearest to it last
   */
  private void collect(
      String method,
      boolean leftOpen,
      List<CallGraph.Edge> way,
      Set<String> seen,
      List<Dropper> found) {
    if (!seen.add(method)) {
      return;
    }
    for (CallGraph.Edge edge : graph.callsTo(method)) {
      Surroundings around = edge.call().around();
      ResultFate fate = edge.call().result();
      boolean dropped = fate == ResultFate.DROPPED || fate == ResultFate.CLOSED && !leftOpen;
      boolean handed = dropped || fate == ResultFate.RETURNED;
      if (!handed || around.onMiss() || around.inCatch() || isOnce(edge)) {
        continue;
      }
      List<CallGraph.Edge> longer = new ArrayList<>();
      longer.add(edge);
      longer.addAll(way);
      if (dropped) {
        found.add(dropper(longer));
      } else if (!around.conditional()) {
        collect(edge.caller().id(), leftOpen, longer, seen, found);
      }
    }
  }

  private boolean isOnce(CallGraph.Edge edge) {
    return edge.caller().runsOnce().answered(answers).isReported();
  }

  private Dropper dropper(List<CallGraph.Edge> way) {
    CallGraph.Edge first = way.get(0);
    MethodFacts caller = first.caller();
    Heat reached = heat.of(caller.id());
    for (CallGraph.Edge edge : way) {
      reached = HeatMap.through(reached, edge);
    }
    return new Dropper(
        caller.id(),
        heat.at(caller.id(), first.call().around()),
        reached,
        new Location(types.pathOf(caller.owner()), first.call().region()),
        first.call().around().loops().stream().anyMatch(Droppers::repeats));
  }

  private static boolean repeats(Surroundings.Repeat loop) {
    return switch (loop.kind()) {
      case PER_ELEMENT, CHUNK, CONDITION -> loop.factor() > 1;
      case RETRY, ENDLESS -> false;
    };
  }

  private static boolean isOften(Dropper dropper, Question.DroppedPer asked) {
    EntryKind kind = dropper.there().kind();
    if (dropper.there().onMiss() || dropper.there().inCatch()) {
      return false;
    }
    if (asked.kinds().isEmpty()) {
      return !RankingNumbers.isAside(kind);
    }
    return dropper.inLoop() && !RankingNumbers.isAside(kind)
        || Answers.runsPer(dropper.there(), List.of(asked.kinds().split(" "))).isReported();
  }
}
