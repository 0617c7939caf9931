package dev.perflint.project;

import dev.perflint.analysis.Candidate;
import dev.perflint.analysis.MethodFacts;
import dev.perflint.facts.Surroundings;
import dev.perflint.model.Certainty;
import dev.perflint.model.Finding;
import dev.perflint.model.Location;
import dev.perflint.rank.Heat;
import dev.perflint.rank.Place;
import dev.perflint.rank.Readings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Retraces how places came to their priorities. */
final class RankTraces {
  /** Entry points beside the one that counts: so many show why it does. */
  private static final int MOST_OTHERS = 5;

  private final Map<String, MethodFacts> methods;
  private final UseIndex uses;
  private final HotWays ways;

  RankTraces(MergedParts parts) {
    this.methods =
        parts.graph().methods().stream().collect(Collectors.toMap(MethodFacts::id, m -> m));
    this.uses = parts.uses();
    this.ways = new HotWays(parts.types(), parts.graph(), parts.heat(), new Callers(parts.graph()));
  }

  /**
   * @param finding what came of it
   * @param use the one whose heat the place has; empty where its own counts
   */
  RankTrace of(Place place, Finding finding, Optional<UseIndex.Use> use) {
    Candidate candidate = place.candidate();
    Surroundings around = use.map(UseIndex.Use::around).orElse(candidate.around());
    Optional<Location> at = use.isPresent() ? use.get().at() : Optional.of(finding.location());
    List<Heat> others = new ArrayList<>(ways.all(spots(place)));
    others.removeIf(other -> isSameEntry(other, place.heat()));
    return new RankTrace(
        finding,
        place.rule().doc().group(),
        Readings.of(place, finding),
        place.heat(),
        place.confidence() == Certainty.SURE,
        ways.steps(place.heat(), at, around),
        others.stream().limit(MOST_OTHERS).toList(),
        Math.max(0, others.size() - MOST_OTHERS));
  }

  private List<HotWays.Spot> spots(Place place) {
    Candidate candidate = place.candidate();
    List<HotWays.Spot> found = new ArrayList<>();
    candidate
        .uses()
        .map(of -> uses.of(of, place.rule().useRole().orElse(""), place.path()))
        .orElse(List.of())
        .forEach(use -> add(use.method(), use.around(), found));
    if (found.isEmpty()) {
      add(candidate.methodId(), candidate.around(), found);
    }
    return found;
  }

  private void add(String method, Surroundings around, List<HotWays.Spot> into) {
    if (methods.containsKey(method)) {
      into.add(new HotWays.Spot(methods.get(method), around));
    }
  }

  private static boolean isSameEntry(Heat one, Heat other) {
    return one.kind() == other.kind()
        && one.label().equals(other.label())
        && one.methods().get(0).equals(other.methods().get(0));
  }
}
