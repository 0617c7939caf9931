package dev.perflint.rank;

import dev.perflint.facts.Surroundings.Repeat;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.model.Finding;
import dev.perflint.model.Location;
import dev.perflint.model.RuleId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ranks places beside each other. Of what one change mends the first place tells all; the others
 * come after what needs another change, with the same priority: further calls in a loop, further
 * ways from a file to one statement, more of the same in a method, and what is left of an entry
 * point that reaches more than anybody reads at once, of a file that has one rule's findings all
 * over, or of a rule that has them all over the project; and copies of the same code.
 */
public final class Ranking {
  private final Map<Place, Finding> ranked = new IdentityHashMap<>();
  private final Map<List<?>, Integer> firstLine = new HashMap<>();
  private final Map<String, Integer> ofEntry = new HashMap<>();
  private final Map<List<?>, Integer> ofFile = new HashMap<>();
  private final Map<RuleId, Integer> ofRule = new HashMap<>();
  private final Map<List<?>, Location> firstCopy = new HashMap<>();

  private Ranking() {}

  /** The finding of each place. */
  public static Map<Place, Finding> of(List<Place> places) {
    Ranking ranking = new Ranking();
    ranking.rank(places);
    return ranking.ranked;
  }

  private record Alone(Place place, Finding finding) {}

  private void rank(List<Place> places) {
    places.stream()
        .map(place -> new Alone(place, Ranker.rank(place)))
        .sorted(Comparator.comparing(Alone::finding, Finding.ORDER))
        .forEach(one -> ranked.put(one.place(), beside(one.place(), one.finding())));
  }

  private Finding beside(Place place, Finding finding) {
    // Both, since each has to know of this place.
    Optional<Integer> loop =
        loop(place).flatMap(head -> first(List.of(finding.theme(), head), finding));
    Optional<Integer> statement =
        statement(place).flatMap(at -> first(List.of(finding.theme(), place.path(), at), finding));
    Optional<Integer> same =
        first(List.of(finding.rule(), place.path(), finding.member(), finding.message()), finding);
    if (loop.isPresent()) {
      return after(finding, RankingNumbers.SAME_LOOP, "in the same loop as line " + loop.get());
    }
    if (statement.isPresent()) {
      String why = "leads to the same statement as line " + statement.get();
      return after(finding, RankingNumbers.SAME_WORK, why);
    }
    if (same.isPresent()) {
      return after(finding, RankingNumbers.SAME_LOOP, "the same as in line " + same.get());
    }
    Optional<Location> copied = copied(place, finding);
    if (copied.isPresent()) {
      return after(finding, RankingNumbers.SAME_LOOP, "the same code as in " + text(copied.get()));
    }
    return ofEntry(place.heat())
        .or(() -> ofFile(place))
        .or(() -> ofRule(finding))
        .map(why -> after(finding, RankingNumbers.SAME_WORK, why))
        .orElse(finding);
  }

  private static Finding after(Finding finding, int loses, String why) {
    int rank = RankingNumbers.after(finding.priority(), finding.rank(), loses);
    return finding.after(rank, why);
  }

  /** The line of the first finding of its kind; empty when this is the one. */
  private Optional<Integer> first(List<?> kind, Finding finding) {
    return Optional.ofNullable(
        firstLine.putIfAbsent(kind, finding.location().region().startLine()));
  }

  /** The first place with that line in a method of that signature; empty when this is the one. */
  private Optional<Location> copied(Place place, Finding finding) {
    String id = place.candidate().methodId();
    String signature = id.substring(id.indexOf('#') + 1);
    List<?> code = List.of(finding.rule(), signature, place.candidate().snippet());
    return Optional.ofNullable(firstCopy.putIfAbsent(code, finding.location()));
  }

  private static String text(Location at) {
    String path = at.path();
    return path.substring(path.lastIndexOf('/') + 1) + ":" + at.region().startLine();
  }

  /** The innermost loop around the place, in its own method. */
  private static Optional<Location> loop(Place place) {
    List<Repeat> loops = place.candidate().around().loops();
    return loops.isEmpty()
        ? Optional.empty()
        : Optional.of(new Location(place.path(), loops.get(0).region()));
  }

  /** What the place leads to through other methods. */
  private static Optional<Location> statement(Place place) {
    return place.beyond().isEmpty()
        ? Optional.empty()
        : Optional.of(place.beyond().get(place.beyond().size() - 1).location());
  }

  private Optional<String> ofFile(Place place) {
    int number = ofFile.merge(List.of(place.rule().id(), place.path()), 1, Integer::sum);
    return number > RankingNumbers.PLACES_OF_FILE
        ? Optional.of("number " + number + " of this rule in the file")
        : Optional.empty();
  }

  private Optional<String> ofRule(Finding finding) {
    int number = ofRule.merge(finding.rule(), 1, Integer::sum);
    return number > RankingNumbers.PLACES_OF_RULE
        ? Optional.of("number " + number + " of this rule")
        : Optional.empty();
  }

  private Optional<String> ofEntry(Heat heat) {
    if (heat.kind() == EntryKind.UNKNOWN) {
      return Optional.empty();
    }
    int number = ofEntry.merge(heat.label() + heat.methods().get(0), 1, Integer::sum);
    return number > RankingNumbers.PLACES_OF_ENTRY
        ? Optional.of("number " + number + " of this entry point")
        : Optional.empty();
  }
}
